#pragma once

#include "scene/legend.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::scene {

/// Collects the badges ("badge/<theme>/<phase>/<position_quality>") of a frame. A badge says several things
/// at once, so the legend has a group for each of them instead of one entry for every combination.
class LegendBadges {
public:
    /// Borrows both.
    LegendBadges(const map::MapDocument& document, std::string_view language)
        : document_{document}, language_{language} {}

    /// False when the look is no badge.
    bool take(const LegendLook& look);
    /// Appends the groups: themes, then phases, each in the order of the document's list of values.
    void move_into(Legend& legend);

private:
    struct Class {
        std::string value;
        std::size_t count{};
    };
    static void count(std::vector<Class>& classes, std::string_view value);
    [[nodiscard]] LegendGroup group(std::vector<Class>& classes, const std::string& field,
                                    std::string_view icon_prefix) const;

    const map::MapDocument& document_;
    std::string_view language_;
    std::vector<Class> themes_, phases_;
    std::size_t count_{}, estimated_count_{};
};

}  // namespace jinsha::scene
