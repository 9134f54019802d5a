#pragma once

#include "map/feature_key.hpp"
#include "search/query.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
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

/// All texts of a map, ready to be searched with every keystroke. Once filled it is immutable: any thread.
/// Texts that many features share (classes, kinds) are kept and compared once: a layer of 300,000 parcels by
/// land use takes 16 bytes a parcel.
class SearchIndex {
public:
    SearchIndex() = default;
    /// The texts of a feature stand together.
    explicit SearchIndex(const std::vector<SearchText>& texts);

    /// The texts of a feature are added one after the other.
    void add(const SearchText& text);

    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
    /// The best `most` features, each once by its best text: names first, then by cost, then by their order.
    /// Stops early, with what it has, when `cancelled` becomes true.
    [[nodiscard]] std::vector<SearchHit> find(std::string_view typed, std::size_t most,
                                              const std::atomic<bool>& cancelled) const;

private:
    /// A feature and one of its texts.
    struct Entry {
        map::FeatureKey feature;
        std::uint32_t text{};  // in ends_
        bool is_name{};
    };
    /// Where a text ends in bytes_ and in cells_, one past its last.
    struct Ends {
        std::size_t byte{}, cell{};
    };
    struct Candidate;
    class Matcher;

    [[nodiscard]] std::uint32_t number_of(const std::string& text);
    [[nodiscard]] Ends begins(std::uint32_t text) const { return text == 0 ? Ends{} : ends_[text - 1]; }
    [[nodiscard]] std::string_view bytes_of(std::uint32_t text) const;
    [[nodiscard]] std::span<const Cell> cells_of(std::uint32_t text) const;
    [[nodiscard]] bool is_better(const Candidate& a, const Candidate& b) const;
    [[nodiscard]] SearchHit hit(const Candidate& candidate) const;

    std::vector<Entry> entries_;
    std::vector<Ends> ends_;                                 // of each different text
    std::string bytes_;                                      // of all different texts
    std::vector<Cell> cells_;                                // of all different texts
    std::unordered_map<std::string, std::uint32_t> shared_;  // the first different texts, by what they are
};

}  // namespace jinsha::search
