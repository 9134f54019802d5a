#include "app/cluster_part.hpp"

#include "app/cluster_opening.hpp"
#include "app/identify_part.hpp"
#include "scene/cluster_spread.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::app {

ClusterPart::ClusterPart(WindowContext& context, std::function<double()> now_s)
    : context_{context}, now_s_{std::move(now_s)} {}

bool ClusterPart::take_from_tool(const tools::Command& command) {
    if (const auto* select_at = std::get_if<tools::SelectAt>(&command)) return take_click(select_at->at);
    if (std::holds_alternative<tools::Deselect>(command)) return close();
    return false;
}

/// Another scale or state of the map closes what is spread.
void ClusterPart::update(double /*now_s*/) {
    const auto& spread = context_.painter.spread_shown();
    if (!context_.map || !spread) return;
    const bool is_outdated = spread->revision != context_.map->session.snapshot()->revision ||
                             spread->units_per_pixel != context_.map->controller.rest().units_per_pixel();
    if (is_outdated) (void)close();
}

/// False when the click is for what lies there: a member of the open cluster, or anything else.
bool ClusterPart::take_click(geo::ScreenPoint at) {
    const auto picks = picks_at(context_, at);
    if (!picks.empty() && picks.front().cluster) {
        if (!close()) open(*picks.front().cluster);
        return true;
    }
    const auto& spread = context_.painter.spread_shown();
    if (!spread) return false;
    const bool is_member = !picks.empty() && std::ranges::any_of(spread->members, [&](const auto& member) {
        return member.feature == picks.front().feature;
    });
    if (!is_member) (void)close();
    return false;
}

void ClusterPart::open(std::uint32_t cluster) {
    const auto symbols = context_.painter.symbols();
    if (!symbols || !symbols->clusters) return;
    ViewController& controller = context_.map->controller;
    const map::View& view = controller.view();
    if (const auto target = view_of_split(*symbols->clusters, cluster, view, controller.rules())) {
        return controller.fly_to(*target, now_s_());
    }
    // No zoom pulls its members apart.
    auto spread = std::make_shared<const scene::ClusterSpread>(
        scene::spread_cluster(*context_.map->session.snapshot(), view.units_per_pixel(), *symbols->clusters,
                              cluster, context_.painter.icons()));
    if (spread->left_out > 0) {
        context_.add_note(ui::Note::Kind::Warning,
                          context_.tr()("cluster.left_out", fmt::arg("shown", spread->members.size()),
                                        fmt::arg("left_out", spread->left_out)),
                          "");
    }
    context_.painter.spread(std::move(spread));
}

bool ClusterPart::close() {
    if (!context_.painter.spread_shown()) return false;
    context_.painter.spread(nullptr);
    return true;
}

}  // namespace jinsha::app
