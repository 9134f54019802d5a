#include "app/check_command.hpp"

#include "app/checked_files.hpp"
#include "app/open_for_command.hpp"
#include "check/fixing.hpp"
#include "io/atomic_file.hpp"
#include "io/whole_file.hpp"
#include "json/places.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace jinsha::app {
namespace {

using Json = nlohmann::ordered_json;

const char* word(Severity severity) {
    return severity == Severity::Error ? "error" : "warning";
}

/// Gathers what is to be told about all files.
class Report {
public:
    explicit Report(bool as_json) : as_json_{as_json} {}

    void add(const std::string& file, const json::Place& place, const check::Finding& finding,
             bool is_fixed) {
        if (!is_fixed) ++count_;
        if (as_json_) {
            findings_.push_back({{"severity", word(finding.severity)},
                                 {"file", file},
                                 {"feature", finding.feature ? Json(*finding.feature + 1) : Json{}},
                                 {"line", place.line},
                                 {"column", place.column},
                                 {"code", finding.code},
                                 {"message", finding.message},
                                 {"fix", finding.fix ? Json(finding.fix->what) : Json{}},
                                 {"advice", finding.advice},
                                 {"fixed", is_fixed}});
            return;
        }
        const std::string feature = finding.feature ? fmt::format("feature {}: ", *finding.feature + 1) : "";
        fmt::print("{}:{}:{}: {}: {}{} [{}]\n", file, place.line, place.column,
                   is_fixed ? "fixed" : word(finding.severity), feature, finding.message, finding.code);
        const std::string how = is_fixed ? finding.fix->what : finding.advice;
        if (!how.empty()) fmt::print("    {}{}\n", how, finding.fix && !is_fixed ? " (--fix does it)" : "");
    }

    [[nodiscard]] std::size_t count() const noexcept { return count_; }

    void print() const {
        if (!as_json_) {
            if (count_ > 0) fmt::print("{} finding{}\n", count_, count_ == 1 ? "" : "s");
            return;
        }
        const auto replace = Json::error_handler_t::replace;
        fmt::print("{}\n", Json{{"findings", findings_}}.dump(2, ' ', false, replace));
    }

private:
    bool as_json_;
    std::size_t count_{};
    Json findings_ = Json::array();
};

void tell_findings(const FileToCheck& file, std::string_view text, Report& report) {
    const json::Places places{text};
    for (const check::Finding& finding : findings_of(file, text)) {
        report.add(file.path.string(), places.at(finding.range.begin), finding, false);
    }
}

/// Mends what can be mended; tells the rest.
Result<void> fix_file(const FileToCheck& file, std::string_view text, Report& report) {
    const auto fixed =
        check::fix_all(std::string{text}, [&](std::string_view now) { return findings_of(file, now); });
    if (!fixed.fixed.empty()) {
        if (auto written = io::write_atomically(file.path, fixed.text); !written) return written;
    }
    for (const auto& [finding, place] : fixed.fixed) report.add(file.path.string(), place, finding, true);
    tell_findings(file, fixed.text, report);
    return {};
}

Result<void> check_file(const FileToCheck& file, bool fixes, Report& report) {
    const auto text = io::WholeFile::open(file.path);
    if (!text) return tl::make_unexpected(text.error().in(file.path.string()));
    if (fixes && !file.is_document) return fix_file(file, text->text(), report);
    tell_findings(file, text->text(), report);
    return {};
}

}  // namespace

int run_check(const CheckCommand& command) {
    Report report{command.as_json};
    bool could_not = false;
    for (const FileToCheck& file : files_to_check(command.files)) {
        const auto done = check_file(file, command.fixes, report);
        if (done) continue;
        complain(done.error().message());
        could_not = true;
    }
    report.print();
    if (could_not) return kCannotBeCarriedOut;
    return report.count() > 0 ? kInputHasFaults : kDone;
}

}  // namespace jinsha::app
