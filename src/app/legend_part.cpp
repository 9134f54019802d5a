#include "app/legend_part.hpp"

#include "ui/legend_model.hpp"

#include <utility>

namespace jinsha::app {

namespace {

constexpr double kAfterTiles = 1e5;

struct SwatchOf {
    ui::Swatch operator()(const style::FillPaint& paint) const {
        return {ui::Swatch::Kind::Fill, paint.color, paint.outline_color, {}};
    }
    ui::Swatch operator()(const style::LinePaint& paint) const {
        return {ui::Swatch::Kind::Line, paint.color, std::nullopt, {}};
    }
    ui::Swatch operator()(const style::CirclePaint& paint) const {
        const auto outline = paint.stroke_width > 0 ? std::optional{paint.stroke_color} : std::nullopt;
        return {ui::Swatch::Kind::Circle, paint.color, outline, {}};
    }
    ui::Swatch operator()(const scene::LegendIcon& icon) const {
        return {ui::Swatch::Kind::Icon, {}, std::nullopt, icon.image};
    }
};

ui::LegendModel model_of(const scene::Legend& legend) {
    ui::LegendModel model;
    model.project_count = legend.project_count;
    model.estimated_count = legend.estimated_count;
    for (const scene::LegendGroup& group : legend.groups) {
        ui::LegendSection section{group.title, {}};
        for (const scene::LegendEntry& entry : group.entries) {
            ui::LegendRow row{entry.label, {}, entry.count};
            for (const scene::LegendLook& look : entry.looks)
                row.swatches.push_back(std::visit(SwatchOf{}, look));
            section.rows.push_back(std::move(row));
        }
        model.sections.push_back(std::move(section));
    }
    return model;
}

}  // namespace

LegendPart::LegendPart(WindowContext& context, std::function<void()> wake)
    : context_{context}, wake_{std::move(wake)} {
    context_.actions.add({"legend",
                          "action.legend",
                          "K",
                          {{sf::Keyboard::K}},
                          [this] {
                              std::string& open = context_.model.side_panel;
                              open = open == "legend" ? "" : "legend";
                          },
                          [this] { return context_.map.has_value(); }});
}

LegendPart::~LegendPart() {
    task_.cancel();
}

void LegendPart::map_closing() {
    task_.cancel();
    made_ = std::make_shared<Made>();
    asked_.reset();
    document_.reset();
    context_.model.legend.reset();
}

void LegendPart::map_opened() {
    document_ = std::make_shared<const map::MapDocument>(context_.map->session.map().document);
}

bool LegendPart::has_news() const {
    const std::scoped_lock lock{made_->mutex};
    return made_->legend.has_value();
}

void LegendPart::update(double /*now_s*/) {
    if (!context_.map) return;
    std::optional<scene::Legend> legend;
    {
        const std::scoped_lock lock{made_->mutex};
        legend = std::exchange(made_->legend, std::nullopt);
    }
    if (legend) context_.model.legend = std::make_shared<const ui::LegendModel>(model_of(*legend));
    if (context_.model.side_panel != "legend" || context_.is_moving()) return;
    const Wanted wanted{context_.map->session.snapshot()->revision, context_.map->controller.rest(),
                        std::string{context_.language()}};
    if (wanted != asked_) make(wanted);
}

void LegendPart::make(const Wanted& wanted) {
    asked_ = wanted;
    task_.cancel();
    task_ = context_.pool.submit(
        kAfterTiles,
        [snapshot = context_.map->session.snapshot(), document = document_, wanted,
         made = made_](const std::atomic<bool>& cancelled) {
            auto legend = scene::build_legend(*snapshot, *document, wanted.view.units_per_pixel(),
                                              wanted.view.extent(), wanted.language);
            if (cancelled) return;
            const std::scoped_lock lock{made->mutex};
            made->legend = std::move(legend);
        },
        wake_);
}

}  // namespace jinsha::app
