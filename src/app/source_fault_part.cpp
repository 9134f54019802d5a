#include "app/source_fault_part.hpp"

#include "app/source_faults.hpp"

namespace jinsha::app {

void SourceFaultPart::update(double now_s) {
    constexpr double kSoon_s = 60;
    if (!context_.map || is_told_) return;
    const auto faults = source_faults(*context_.map->session.snapshot());
    if (faults.empty()) return;
    is_told_ = true;
    const std::filesystem::path& path = context_.map->session.path();
    const bool is_known = read_again_ == path && read_again_at_s_ && now_s < *read_again_at_s_ + kSoon_s;
    for (const Error& fault : faults) tell(fault, !is_known);
    if (is_known) return;
    read_again_ = path;
    read_again_at_s_ = now_s;
    open_map_(path);
}

void SourceFaultPart::tell(const Error& fault, bool is_read_again) {
    const std::string name = context_.map->session.map().document.name;
    const char* const text = is_read_again ? "cache.damaged" : "cache.damaged_again";
    context_.add_note(is_read_again ? ui::Note::Kind::Warning : ui::Note::Kind::Error,
                      context_.tr()(text, fmt::arg("name", name)), fault.message());
    context_.report({is_read_again ? Severity::Warning : Severity::Error, name, fault.message()});
}

}  // namespace jinsha::app
