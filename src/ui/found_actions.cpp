#include "ui/found_actions.hpp"

#include "search/folded_text.hpp"
#include "search/query.hpp"

#include <algorithm>

namespace jinsha::ui {

std::vector<FoundAction> find_actions(std::span<const ActionInfo> actions, const Translations& tr,
                                      std::string_view typed) {
    const search::Query query{typed};
    struct Ranked {
        FoundAction found;
        int cost{};
    };
    std::vector<Ranked> ranked;
    for (std::size_t i = 0; i < actions.size(); ++i) {
        if (!actions[i].is_enabled) continue;
        const std::string label{tr(actions[i].label)};
        if (query.is_empty()) {
            ranked.push_back({{i, label, 0, 0}, 0});
            continue;
        }
        const auto characters = search::fold(label);
        std::vector<search::Cell> cells;
        for (const auto& character : characters)
            cells.push_back(search::cell_of(character.code, character.begins_word));
        const auto match = query.match(cells);
        if (!match) continue;
        ranked.push_back(
            {{i, label, characters[match->first].begin, characters[match->last - 1].end}, match->cost});
    }
    std::ranges::stable_sort(ranked, {}, &Ranked::cost);
    std::vector<FoundAction> found;
    for (Ranked& one : ranked) found.push_back(std::move(one.found));
    return found;
}

}  // namespace jinsha::ui
