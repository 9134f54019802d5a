#include "app/layer_rows.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

namespace jinsha::app {

namespace {

using style::LayerType;

/// Paint of a row is shown as at this zoom: that of a district in a window.
constexpr double kSwatchZoom = 12;
const map::MapLook kDark{true, "zh"};

/// Larger layers are not gone through for a number in the list: it is that of all their features then.
constexpr std::size_t kMostCounted = 50'000;

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

/// The layers of a row that the legend shows, or all of them when it shows none; first those whose look
/// stands rather for the row: areas, then symbols, then the rest.
std::vector<std::size_t> ranked(const map::LoadedMap& map, std::vector<std::size_t> layers) {
    const auto in_legend = [&](std::size_t i) { return map.document.layers[i].metadata.in_legend; };
    if (std::ranges::any_of(layers, in_legend)) std::erase_if(layers, std::not_fn(in_legend));
    std::ranges::stable_sort(layers, {}, [&](std::size_t i) {
        const LayerType type = map.document.layers[i].style.type();
        return type == LayerType::Fill ? 0 : type == LayerType::Symbol ? 1 : 2;
    });
    return layers;
}

/// What layers draw from a source that they share.
struct Drawn {
    std::size_t feature_count{};
    ui::Swatch swatch, dark_swatch;  // the looks of a feature in the first layer that draws any
};

Drawn drawn_from(const map::FeatureSource& features, const std::vector<const map::DocumentLayer*>& layers) {
    Drawn drawn;
    const bool is_counted = features.size() <= kMostCounted;
    auto first = layers.end();
    features.visit(features.extent(), 0, [&](const map::SourceFeature& feature) {
        const auto draws = [&](const map::DocumentLayer* layer) {
            return layer->style.matches({kSwatchZoom, &feature});
        };
        const auto layer = std::ranges::find_if(layers, draws);
        if (layer == layers.end()) return true;
        ++drawn.feature_count;
        if (layer < first) {
            drawn.swatch = swatch_of((*layer)->style, &feature);
            drawn.dark_swatch = swatch_of((*layer)->style_for(kDark), &feature);
        }
        first = std::min(first, layer);
        return is_counted;
    });
    if (!is_counted) drawn.feature_count = features.size();
    return drawn;
}

/// Counts what the row draws from the source of its main layer, and takes its swatch from there.
void look_at_features(const map::LoadedMap& map, LayerGroup& group) {
    const auto layers = ranked(map, group.layers);
    const auto source = map.source_of(map.document.layers[layers.front()].style);
    if (!source) {
        group.problem_count = 1;
        return;
    }
    std::vector<const map::DocumentLayer*> of_source;
    for (const std::size_t i : layers) {
        const map::DocumentLayer& layer = map.document.layers[i];
        if (map.source_of(layer.style) == source) of_source.push_back(&layer);
    }
    const Drawn drawn = drawn_from(*map.sources[*source].source, of_source);
    group.feature_count = drawn.feature_count;
    group.swatch = drawn.swatch;
    group.dark_swatch = drawn.dark_swatch;
}

/// Sources of the row that can no longer be read whole.
std::size_t faults_of(const map::LoadedMap& map, const LayerGroup& group) {
    std::set<std::uint32_t> damaged;
    for (const std::size_t i : group.layers) {
        const auto source = map.source_of(map.document.layers[i].style);
        if (source && map.sources[*source].source->fault()) damaged.insert(*source);
    }
    return damaged.size();
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
            groups.push_back({{i}, {}, {}, {}, 0, {}});
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

bool RowContent::shows(const map::SourceFeature& feature) const {
    return std::ranges::any_of(layers, [&](const style::StyleLayer& layer) {
        return layer.matches({kSwatchZoom, &feature});
    });
}

std::optional<RowContent> row_content(const map::LoadedMap& map, const LayerGroup& group) {
    const auto layers = ranked(map, group.layers);
    const auto source = map.source_of(map.document.layers[layers.front()].style);
    if (!source) return std::nullopt;
    RowContent content{*source, {}};
    for (const std::size_t i : layers) {
        const style::StyleLayer& layer = map.document.layers[i].style;
        if (map.source_of(layer) == source) content.layers.push_back(layer);
    }
    return content;
}

ui::Swatch feature_swatch(const map::LoadedMap& map, map::FeatureKey feature, const map::MapLook& look) {
    ui::Swatch best;
    map.sources[feature.source].source->visit(feature.index, [&](const map::SourceFeature& found) {
        for (const map::DocumentLayer& layer : map.document.layers) {
            if (map.source_of(layer.style) != feature.source || !layer.style.matches({kSwatchZoom, &found}))
                continue;
            const ui::Swatch swatch = swatch_of(layer.style_for(look), &found);
            if (swatch.kind == ui::Swatch::Kind::None || best.kind == ui::Swatch::Kind::Icon) continue;
            if (best.kind == ui::Swatch::Kind::None || swatch.kind == ui::Swatch::Kind::Icon) best = swatch;
        }
    });
    return best;
}

ui::LayerRow layer_row(const map::LoadedMap& map, const LayerGroup& group, std::uint32_t id,
                       const scene::SnapshotState& state, double zoom) {
    const auto& layers = map.document.layers;
    const map::LayerMetadata& metadata = layers[group.layers.front()].metadata;
    ui::LayerRow row;
    row.id = id;
    row.title = metadata.title.in(state.look.language);
    row.group = metadata.group.in(state.look.language);
    row.feature_count = group.feature_count;
    row.problem_count = group.problem_count + faults_of(map, group);
    row.swatch = state.look.is_dark ? group.dark_swatch : group.swatch;
    row.is_visible = std::ranges::any_of(group.layers, [&](std::size_t i) { return state.visible[i]; });
    row.in_zoom_range =
        std::ranges::any_of(group.layers, [&](std::size_t i) { return layers[i].style.covers_zoom(zoom); });
    return row;
}

}  // namespace jinsha::app
