#include "app/layer_rows.hpp"

#include <algorithm>
#include <string>

namespace jinsha::app {

namespace {

using style::LayerType;

/// Paint of a row is shown as at this zoom: that of a district in a window.
constexpr double kSwatchZoom = 12;

ui::Swatch swatch_of(const style::StyleLayer& layer, const style::Feature* feature) {
    const style::EvaluationContext context{kSwatchZoom, feature};
    ui::Swatch swatch;
    switch (layer.type()) {
        case LayerType::Fill: {
            const auto paint = layer.fill_paint(context);
            swatch.kind = ui::Swatch::Kind::Fill;
            swatch.color = paint.color;
            swatch.outline = paint.outline_color;
            break;
        }
        case LayerType::Line:
            swatch.kind = ui::Swatch::Kind::Line;
            swatch.color = layer.line_paint(context).color;
            break;
        case LayerType::Circle: {
            const auto paint = layer.circle_paint(context);
            swatch.kind = ui::Swatch::Kind::Circle;
            swatch.color = paint.color;
            if (paint.stroke_width > 0) swatch.outline = paint.stroke_color;
            break;
        }
        case LayerType::Symbol:
            swatch.icon = layer.symbol_paint(context).icon.image;
            if (!swatch.icon.empty()) swatch.kind = ui::Swatch::Kind::Icon;
            break;
        case LayerType::Background:
            break;
    }
    return swatch;
}

/// The layer whose look stands for the row: the first that the legend shows, areas before lines.
std::size_t main_layer(const map::LoadedMap& map, const std::vector<std::size_t>& layers) {
    const auto rank = [&](std::size_t i) {
        const auto& layer = map.document.layers[i];
        const int type = layer.style.type() == LayerType::Fill     ? 0
                         : layer.style.type() == LayerType::Symbol ? 1
                                                                   : 2;
        return type + (layer.metadata.in_legend ? 0 : 10);
    };
    return *std::ranges::min_element(layers, {}, rank);
}

/// Counts the features of the row's main layer and takes the first for its swatch.
void look_at_features(const map::LoadedMap& map, LayerGroup& group) {
    const std::size_t main = main_layer(map, group.layers);
    const style::StyleLayer& layer = map.document.layers[main].style;
    const auto source = map.source_of(layer);
    if (!source) {
        group.problem_count = 1;
        return;
    }
    const auto& features = *map.sources[*source].source;
    std::size_t count = 0;
    features.visit(features.extent(), 0, [&](const map::SourceFeature& feature) {
        if (!layer.matches({kSwatchZoom, &feature})) return true;
        if (count == 0) group.swatch = swatch_of(layer, &feature);
        ++count;
        return true;
    });
    group.feature_count = count;
}

bool share_row(const map::LayerMetadata& a, const map::LayerMetadata& b) {
    return a.title == b.title && a.group == b.group;
}

}  // namespace

std::vector<LayerGroup> layer_groups(const map::LoadedMap& map) {
    const auto& layers = map.document.layers;
    std::vector<LayerGroup> groups;
    for (std::size_t i = layers.size(); i-- > 0;) {
        if (layers[i].style.type() == LayerType::Background) continue;
        const auto known = std::ranges::find_if(groups, [&](const LayerGroup& group) {
            return share_row(layers[group.layers.front()].metadata, layers[i].metadata);
        });
        if (known != groups.end()) {
            known->layers.insert(known->layers.begin(), i);
        } else {
            groups.push_back({{i}, {}, {}, 0, {}});
        }
    }
    for (LayerGroup& group : groups) {
        look_at_features(map, group);
        for (const std::size_t i : group.layers) {
            if (const auto source = map.source_of(layers[i].style)) {
                group.extent.extend(map.sources[*source].source->extent());
            }
        }
    }
    // Groups stand together, in the order of their topmost row.
    std::vector<LayerGroup> ordered;
    for (const LayerGroup& first : groups) {
        const auto& name = layers[first.layers.front()].metadata.group;
        const bool is_done = std::ranges::any_of(
            ordered, [&](const LayerGroup& group) { return group.layers == first.layers; });
        if (is_done) continue;
        for (const LayerGroup& group : groups) {
            if (layers[group.layers.front()].metadata.group == name) ordered.push_back(group);
        }
    }
    return ordered;
}

ui::LayerRow layer_row(const map::LoadedMap& map, const LayerGroup& group, std::uint32_t id,
                       const std::vector<bool>& visible, double zoom, std::string_view language) {
    const auto& layers = map.document.layers;
    const map::LayerMetadata& metadata = layers[group.layers.front()].metadata;
    ui::LayerRow row;
    row.id = id;
    row.title = metadata.title.in(language);
    row.group = metadata.group.in(language);
    row.feature_count = group.feature_count;
    row.problem_count = group.problem_count;
    row.swatch = group.swatch;
    row.is_visible = std::ranges::any_of(group.layers, [&](std::size_t i) { return visible[i]; });
    row.in_zoom_range =
        std::ranges::any_of(group.layers, [&](std::size_t i) { return layers[i].style.covers_zoom(zoom); });
    return row;
}

}  // namespace jinsha::app
