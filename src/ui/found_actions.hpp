#pragma once

#include "ui/model.hpp"
#include "ui/translations.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::ui {

/// An action whose name was met, and where.
struct FoundAction {
    std::size_t action{};  // place in Model::actions
    std::string label;
    std::size_t match_begin{}, match_end{};  // bytes of the label
    bool operator==(const FoundAction&) const = default;
};

/// Those that can be run now and are called so, best first; all of them in their order when nothing is typed.
[[nodiscard]] std::vector<FoundAction> find_actions(std::span<const ActionInfo> actions,
                                                    const Translations& tr, std::string_view typed);

}  // namespace jinsha::ui
