#pragma once

#include "print/canvas.hpp"
#include "print/page_colors.hpp"
#include "print/page_plan.hpp"

#include <string>
#include <vector>

namespace jinsha::print {

/// A scale bar that fits its place: a round length in 3 to 5 equal steps.
struct ScaleBarPlan {
    double step_metres{};
    int steps{};
    bool in_kilometres{};
    bool operator==(const ScaleBarPlan&) const = default;

    /// What stands at the end of step i (0: the beginning), without the unit.
    [[nodiscard]] std::string label(int i) const;
};

/// The longest bar of at most `longest_px`. All 0 when an argument is not positive.
[[nodiscard]] ScaleBarPlan plan_scale_bar(double ground_metres_per_px, double longest_px);

/// Over the place of the layout: 1:N, the bar, its numbers.
void draw_scale_bar(const PagePlan& plan, const PageColors& colors, Canvas& canvas);

/// Points to true north, under the word for it.
void draw_north_arrow(const PagePlan& plan, const PageColors& colors, Canvas& canvas);

}  // namespace jinsha::print
