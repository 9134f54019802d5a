#include "check/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jinsha::check {

void Findings::add(Finding finding) {
    if (first_told_ && (!feature_ || *feature_ < *first_told_)) return;
    Count& count = counts_[finding.code];
    count.severity = finding.severity;
    if (++count.all > most_) return;
    finding.feature = feature_;
    findings_.push_back(std::move(finding));
}

std::vector<Finding> Findings::take() {
    std::ranges::stable_sort(findings_, {}, [](const Finding& f) { return f.range.begin; });
    for (const auto& [code, count] : counts_) {
        if (count.all <= most_) continue;
        findings_.push_back({count.severity,
                             code,
                             fmt::format("{} more of the same", count.all - most_),
                             "mend those above and check again",
                             std::nullopt,
                             {},
                             std::nullopt});
    }
    return std::move(findings_);
}

}  // namespace jinsha::check
