#pragma once

#include "map/feature_key.hpp"
#include "search/query.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::search {

/// A text by which a feature can be found.
struct SearchText {
    map::FeatureKey feature;
    std::string text;
    bool is_name{};  // names come before all other texts
    bool operator==(const SearchText&) const = default;
};

/// A feature that was found, and by which of its texts.
struct SearchHit {
    map::FeatureKey feature;
    std::string text;                        // as it was given
    std::size_t match_begin{}, match_end{};  // bytes of `text` that were met
    bool is_name{};
    int cost{};  // the better the lower
    bool operator==(const SearchHit&) const = default;
};

/// All texts of a map, ready to be searched with every keystroke. Immutable: any thread.
class SearchIndex {
public:
    SearchIndex() = default;
    /// The texts of a feature stand together.
    explicit SearchIndex(std::vector<SearchText> texts);

    [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }
    /// The best `most` features, each once by its best text: names first, then by cost, then by their order.
    /// Stops early, with what it has, when `cancelled` becomes true.
    [[nodiscard]] std::vector<SearchHit> find(std::string_view typed, std::size_t most,
                                              const std::atomic<bool>& cancelled) const;

private:
    struct Candidate;
    [[nodiscard]] bool is_better(const Candidate& a, const Candidate& b) const;
    [[nodiscard]] SearchHit hit(const Candidate& candidate) const;

    std::vector<SearchText> texts_;
    std::vector<Cell> cells_;          // of all texts
    std::vector<std::uint64_t> ends_;  // of each text, one past its last cell
};

}  // namespace jinsha::search
