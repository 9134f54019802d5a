#include "app/area_part.hpp"

#include "map/numbers.hpp"
#include "ui/measure_texts.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jinsha::app {

namespace {

/// Whole numbers without decimals, others with as many as tell something.
std::string number_text(double value) {
    const bool is_whole = value == std::round(value);
    return is_whole || std::abs(value) >= 10'000 ? map::grouped(std::round(value))
                                                 : fmt::format("{:.6g}", value);
}

}  // namespace

AreaPart::AreaPart(WindowContext& context, std::function<void()> wake)
    : context_{context}, counting_{context.pool, std::move(wake)} {
    add_actions();
}

void AreaPart::add_actions() {
    using sf::Keyboard;
    context_.actions.add({"area",
                          "action.area",
                          "S",
                          {{Keyboard::S}},
                          [this] {
                              const bool was_on = is_on_;
                              context_.model.side_panel = was_on ? "" : "area";
                              switch_on(!was_on);
                          },
                          [this] { return context_.map.has_value(); }});
    context_.actions.add({"area-clear",
                          "action.area_clear",
                          "Shift + S",
                          {{.key = Keyboard::S, .shift = true}},
                          [this] { clear(); },
                          [this] { return !area_.empty() || !corners_.empty(); }});
}

void AreaPart::map_closing() {
    clear();
    switch_on(false);
    context_.model.area.reset();
}

void AreaPart::switch_on(bool is_on) {
    corners_.clear();
    is_on_ = is_on;
    context_.toolbox.set_drawing_areas(is_on);
}

bool AreaPart::take_from_tool(const tools::Command& command) {
    if (const auto* hover = std::get_if<tools::HoverAt>(&command)) {
        pointer_ = hover->at;
        return false;  // others show what is there
    }
    if (const auto* box = std::get_if<tools::AreaBox>(&command)) {
        draw_box(box->first, box->second);
    } else if (const auto* to = std::get_if<tools::AreaTo>(&command)) {
        corners_.push_back(context_.map->controller.view().to_map(to->at));
    } else if (std::holds_alternative<tools::AreaEnd>(command)) {
        end();
    } else if (std::holds_alternative<tools::AreaBack>(command)) {
        if (!corners_.empty()) corners_.pop_back();
    } else if (std::holds_alternative<tools::AreaGiveUp>(command)) {
        give_up();
    } else {
        return false;
    }
    return true;
}

void AreaPart::draw_box(geo::ScreenPoint first, geo::ScreenPoint second) {
    const map::View& view = context_.map->controller.view();
    corners_ = {view.to_map(first), view.to_map({second.x, first.y}), view.to_map(second),
                view.to_map({first.x, second.y})};
    end();
}

void AreaPart::end() {
    if (corners_.size() < 3) return;
    area_ = std::exchange(corners_, {});
    count_anew();
}

/// First what is being drawn, then drawing itself, and its panel.
void AreaPart::give_up() {
    if (!corners_.empty()) return corners_.clear();
    switch_on(false);
    if (context_.model.side_panel == "area") context_.model.side_panel.clear();
}

void AreaPart::clear() {
    counting_.cancel();
    corners_.clear();
    area_.clear();
    asked_.clear();
    summary_.reset();
    if (context_.map) context_.map->lit.clear();
}

void AreaPart::count_anew() {
    counted_revision_ = context_.map->session.snapshot()->revision;
    asked_ = layers();
    counting_.start([ring = area_, layers = asked_](const std::atomic<bool>& cancelled) {
        return std::make_shared<const AreaSummary>(summarize_area(ring, layers, cancelled));
    });
}

/// The rows that are shown, with their features as the filter leaves them. What opens no card is the ground
/// that the map stands on, and counts only where nothing does.
std::vector<AreaLayer> AreaPart::layers() const {
    const MapSession& session = context_.map->session;
    const auto& drawn = session.snapshot()->layers;
    const auto& documented = session.map().document.layers;
    std::vector<AreaLayer> layers, with_card;
    for (const ui::LayerRow& row : context_.model.layers) {
        auto content = row.is_visible ? session.row_content(row.id) : std::nullopt;
        if (!content) continue;
        std::shared_ptr<const map::FeatureSource> features;
        bool has_card = false;
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            if (!drawn[i].source || drawn[i].source_index != content->source) continue;
            features = drawn[i].source;
            has_card = has_card || documented[i].metadata.popup.has_value();
        }
        if (!features) continue;
        layers.push_back(
            {row.id, table_content(session.map(), *std::move(content), context_.language()), features});
        if (has_card) with_card.push_back(layers.back());
    }
    return with_card.empty() ? layers : with_card;
}

void AreaPart::update(double /*now_s*/) {
    if (!context_.map) return;
    if (is_on_ && context_.model.side_panel != "area") switch_on(false);  // its panel was closed
    const bool is_outdated = context_.map->session.snapshot()->revision != counted_revision_ ||
                             (!asked_.empty() && asked_.front().content->language != context_.language());
    if (!area_.empty() && is_outdated) count_anew();
    take_counts();
    auto now = std::make_shared<const ui::AreaModel>(model());
    if (!context_.model.area || *context_.model.area != *now) context_.model.area = std::move(now);
}

void AreaPart::take_counts() {
    auto summary = counting_.take();
    if (!summary || !*summary) return;
    summary_ = *std::move(summary);
    context_.map->lit.clear();
    for (const map::FeatureKey& feature : summary_->features)
        context_.map->lit.push_back(context_.map->session.met(feature));
}

ui::AreaModel AreaPart::model() const {
    const map::View& view = context_.map->controller.view();
    ui::AreaModel model;
    model.is_on = is_on_;
    model.has_area = !area_.empty();
    model.is_counting = counting_.is_running();
    for (const geo::MapPoint& corner : corners_) model.corners.push_back(view.to_screen(corner));
    if (const auto box = context_.toolbox.area_box()) {
        const auto& [a, b] = *box;
        model.border = {a, {b.x, a.y}, b, {a.x, b.y}, a};
    } else if (!corners_.empty()) {
        model.border = model.corners;
        if (pointer_) model.border.push_back(*pointer_);
    } else if (!area_.empty()) {
        for (const geo::MapPoint& corner : area_) model.border.push_back(view.to_screen(corner));
        model.border.push_back(model.border.front());
    }
    if (!summary_) return model;
    model.count = summary_->count;
    model.lit_count = summary_->features.size();
    for (const AreaFigures& figures : summary_->layers) model.rows.push_back(row(figures));
    return model;
}

ui::AreaRow AreaPart::row(const AreaFigures& figures) const {
    const MapSession& session = context_.map->session;
    const ui::Translations& tr = context_.tr();
    const geo::Crs& crs = session.map().crs;
    const double metres = crs.unit_metres();
    ui::AreaRow row;
    row.title = session.row_title(figures.row, context_.language());
    row.count = figures.count;
    const auto& rows = context_.model.layers;
    const auto shown = std::ranges::find(rows, figures.row, &ui::LayerRow::id);
    if (shown != rows.end()) row.swatch = shown->swatch;
    if (figures.plane_area > 0)
        row.lines.push_back(
            tr("area.area", fmt::arg("value", ui::measured_area(tr, figures.plane_area * metres * metres))));
    if (figures.plane_length > 0)
        row.lines.push_back(
            tr("area.length", fmt::arg("value", ui::measured_length(figures.plane_length * metres))));
    const auto layer = std::ranges::find(asked_, figures.row, &AreaLayer::row);
    if (layer == asked_.end()) return row;
    for (const ColumnSum& sum : figures.sums) {
        const ui::TableColumn& column = layer->content->columns[sum.column];
        const std::string unit = column.unit.empty() ? "" : " " + column.unit;
        row.lines.push_back(
            tr("area.sum", fmt::arg("field", column.label), fmt::arg("sum", number_text(sum.sum) + unit),
               fmt::arg("mean", number_text(sum.sum / static_cast<double>(sum.count)) + unit)));
    }
    return row;
}

}  // namespace jinsha::app
