#include "check/fixing.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::check {
namespace {

constexpr int kMostRounds = 1000;  // each mends something, and a fix calls for another a few times at most

/// From the first byte that a fix changes to the last.
json::Range reach_of(const Fix& fix) {
    json::Range reach = fix.patches.front().range;
    for (const json::Patch& patch : fix.patches) {
        reach.begin = std::min(reach.begin, patch.range.begin);
        reach.end = std::max(reach.end, patch.range.end);
    }
    return reach;
}

/// Fixes that leave each other alone; also those that only touch another wait for the next round.
class FixSet {
public:
    bool add(const Fix& fix) {
        const json::Range reach = reach_of(fix);
        const bool is_free = std::ranges::none_of(taken_, [&](const json::Range& other) {
            return reach.begin <= other.end && other.begin <= reach.end;
        });
        if (!is_free) return false;
        taken_.push_back(reach);
        patches_.insert(patches_.end(), fix.patches.begin(), fix.patches.end());
        return true;
    }
    std::vector<json::Patch> take() {
        json::sort(patches_);
        return std::move(patches_);
    }

private:
    std::vector<json::Range> taken_;
    std::vector<json::Patch> patches_;
};

}  // namespace

FixedText fix_all(std::string text, const std::function<std::vector<Finding>(std::string_view)>& check) {
    FixedText result{std::move(text), {}};
    for (int round = 0; round < kMostRounds; ++round) {
        FixSet fixes;
        const json::Places places{result.text};
        const std::size_t before = result.fixed.size();
        for (Finding& finding : check(result.text)) {
            if (finding.fix && fixes.add(*finding.fix)) {
                result.fixed.push_back({std::move(finding), places.at(finding.range.begin)});
            }
        }
        if (result.fixed.size() == before) break;
        result.text = json::patched(result.text, fixes.take());
    }
    return result;
}

}  // namespace jinsha::check
