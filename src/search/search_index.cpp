#include "search/search_index.hpp"

#include "search/folded_text.hpp"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace jinsha::search {

struct SearchIndex::Candidate {
    std::size_t text{};  // in texts_
    Match match;
};

SearchIndex::SearchIndex(std::vector<SearchText> texts) : texts_{std::move(texts)} {
    ends_.reserve(texts_.size());
    for (const SearchText& text : texts_) {
        for (const FoldedCharacter& character : fold(text.text)) {
            cells_.push_back(cell_of(character.code, character.begins_word));
        }
        ends_.push_back(cells_.size());
    }
    cells_.shrink_to_fit();
}

std::vector<SearchHit> SearchIndex::find(std::string_view typed, std::size_t most,
                                         const std::atomic<bool>& cancelled) const {
    const Query query{typed};
    std::vector<Candidate> found;
    if (query.is_empty()) return {};
    std::uint64_t begin = 0;
    for (std::size_t i = 0; i < texts_.size() && !cancelled.load(std::memory_order_relaxed); ++i) {
        const auto text = std::span{cells_}.subspan(begin, ends_[i] - begin);
        begin = ends_[i];
        const auto match = query.match(text);
        if (!match) continue;
        const Candidate candidate{i, *match};
        const bool is_known = !found.empty() && texts_[found.back().text].feature == texts_[i].feature;
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
        return std::tuple{!texts_[c.text].is_name, c.match.cost, c.text};
    };
    return worth(a) < worth(b);
}

SearchHit SearchIndex::hit(const Candidate& candidate) const {
    const SearchText& text = texts_[candidate.text];
    const auto characters = fold(text.text);
    return {text.feature,
            text.text,
            characters[candidate.match.first].begin,
            characters[candidate.match.last - 1].end,
            text.is_name,
            candidate.match.cost};
}

}  // namespace jinsha::search
