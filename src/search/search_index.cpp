#include "search/search_index.hpp"

#include "search/folded_text.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace jinsha::search {

namespace {

// Texts of classes turn up among the first; names of their own are not worth a place in a table.
constexpr std::size_t kMostShared = 4096;

}  // namespace

struct SearchIndex::Candidate {
    std::size_t entry{};  // in entries_
    Match match;
};

/// Compares texts with what was typed, those that are shared once.
class SearchIndex::Matcher {
public:
    Matcher(const SearchIndex& index, std::string_view typed)
        : index_{index}, query_{typed}, shared_(index.shared_.size()) {}

    [[nodiscard]] bool is_empty() const { return query_.is_empty(); }
    [[nodiscard]] std::optional<Match> match(std::uint32_t text) {
        if (text >= shared_.size()) return query_.match(index_.cells_of(text));
        if (!shared_[text]) shared_[text] = query_.match(index_.cells_of(text));
        return *shared_[text];
    }

private:
    const SearchIndex& index_;
    Query query_;
    std::vector<std::optional<std::optional<Match>>> shared_;  // those that were compared
};

SearchIndex::SearchIndex(const std::vector<SearchText>& texts) {
    for (const SearchText& text : texts) add(text);
}

void SearchIndex::add(const SearchText& text) {
    entries_.push_back({text.feature, number_of(text.text), text.is_name});
}

std::uint32_t SearchIndex::number_of(const std::string& text) {
    // The shared texts are the first ones, so their numbers are those below shared_.size().
    const auto next = static_cast<std::uint32_t>(ends_.size());
    if (const auto known = shared_.find(text); known != shared_.end()) return known->second;
    if (shared_.size() < kMostShared) shared_.emplace(text, next);
    bytes_ += text;
    for (const FoldedCharacter& character : fold(text)) {
        cells_.push_back(cell_of(character.code, character.begins_word));
    }
    ends_.push_back({bytes_.size(), cells_.size()});
    return next;
}

std::string_view SearchIndex::bytes_of(std::uint32_t text) const {
    const std::size_t begin = begins(text).byte;
    return std::string_view{bytes_}.substr(begin, ends_[text].byte - begin);
}

std::span<const Cell> SearchIndex::cells_of(std::uint32_t text) const {
    const std::size_t begin = begins(text).cell;
    return std::span{cells_}.subspan(begin, ends_[text].cell - begin);
}

std::vector<SearchHit> SearchIndex::find(std::string_view typed, std::size_t most,
                                         const std::atomic<bool>& cancelled) const {
    Matcher matcher{*this, typed};
    std::vector<Candidate> found;
    if (matcher.is_empty()) return {};
    for (std::size_t i = 0; i < entries_.size() && !cancelled.load(std::memory_order_relaxed); ++i) {
        const auto match = matcher.match(entries_[i].text);
        if (!match) continue;
        const Candidate candidate{i, *match};
        const bool is_known = !found.empty() && entries_[found.back().entry].feature == entries_[i].feature;
        if (!is_known) {
            found.push_back(candidate);
        } else if (is_better(candidate, found.back())) {
            found.back() = candidate;
        }
    }

    const auto wanted = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::ranges::partial_sort(found, wanted,
                              [&](const Candidate& a, const Candidate& b) { return is_better(a, b); });
    std::vector<SearchHit> hits;
    for (auto candidate = found.begin(); candidate != wanted; ++candidate) hits.push_back(hit(*candidate));
    return hits;
}

bool SearchIndex::is_better(const Candidate& a, const Candidate& b) const {
    const auto worth = [&](const Candidate& c) {
        return std::tuple{!entries_[c.entry].is_name, c.match.cost, c.entry};
    };
    return worth(a) < worth(b);
}

SearchHit SearchIndex::hit(const Candidate& candidate) const {
    const Entry& entry = entries_[candidate.entry];
    const std::string_view text = bytes_of(entry.text);
    const auto characters = fold(text);
    return {entry.feature,
            std::string{text},
            characters[candidate.match.first].begin,
            characters[candidate.match.last - 1].end,
            entry.is_name,
            candidate.match.cost};
}

}  // namespace jinsha::search
