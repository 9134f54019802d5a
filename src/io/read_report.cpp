#include "io/read_report.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jinsha::io {
namespace {

bool is_skipped(Fault fault) {
    return fault < Fault::PartLeftOut;
}

/// What happened to the features.
const char* outcome(Fault fault) {
    switch (fault) {
        case Fault::PartLeftOut:
            return "drawn without a part";
        case Fault::NoGeometry:
            return "without geometry";
        case Fault::MixedGeometry:
            return "of mixed geometry";
        case Fault::CrossesAntimeridian:
            return "cut at the 180° meridian";
        case Fault::UnreadableText:
            return "with unreadable text";
        default:
            return "skipped";
    }
}

}  // namespace

void ReadReport::add(const Finding& finding, std::size_t number) {
    const auto known = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& e) { return e.first.fault == finding.fault; });
    if (known != entries_.end())
        ++known->count;
    else
        entries_.push_back({finding, number, 1});
}

void ReadReport::add(const ReadReport& other) {
    for (const Entry& entry : other.entries_) {
        const auto known = std::find_if(entries_.begin(), entries_.end(),
                                        [&](const Entry& e) { return e.first.fault == entry.first.fault; });
        if (known == entries_.end()) {
            entries_.push_back(entry);
            continue;
        }
        known->count += entry.count;
        if (entry.first_number < known->first_number) {
            known->first = entry.first;
            known->first_number = entry.first_number;
        }
    }
}

std::size_t ReadReport::skipped() const noexcept {
    std::size_t count = 0;
    for (const Entry& entry : entries_)
        if (is_skipped(entry.first.fault)) count += entry.count;
    return count;
}

std::vector<Problem> ReadReport::problems(const std::string& where) const {
    std::vector<Problem> result;
    for (const Entry& entry : entries_) {
        const char* noun = entry.count == 1 ? "feature" : "features";
        const char* first = entry.count == 1 ? "" : "first: ";
        result.push_back(
            {Severity::Warning, where,
             fmt::format("{} {} {}: {} ({}feature {})", entry.count, noun, outcome(entry.first.fault),
                         entry.first.words, first, entry.first_number)});
    }
    return result;
}

}  // namespace jinsha::io
