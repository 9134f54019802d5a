#include "ui/area_panel.hpp"
#include "ui/filter_panel.hpp"
#include "ui/glance_panel.hpp"
#include "ui/legend_panel.hpp"
#include "ui/measure_panel.hpp"
#include "ui/side_panel.hpp"
#include "ui/views_panel.hpp"

namespace jinsha::ui {

std::vector<std::unique_ptr<SidePanel>> all_side_panels() {
    std::vector<std::unique_ptr<SidePanel>> panels;
    panels.push_back(std::make_unique<FilterPanel>());
    panels.push_back(std::make_unique<GlancePanel>());
    panels.push_back(std::make_unique<MeasurePanel>());
    panels.push_back(std::make_unique<AreaPanel>());
    panels.push_back(std::make_unique<LegendPanel>());
    panels.push_back(std::make_unique<ViewsPanel>());
    return panels;
}

}  // namespace jinsha::ui
