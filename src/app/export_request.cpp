#include "app/export_request.hpp"

#include "app/page_words.hpp"
#include "geo/crs_transform.hpp"
#include "map/filtered_source.hpp"
#include "map/page_surround.hpp"
#include "print/page_size.hpp"
#include "scene/map_snapshot.hpp"
#include "style/value_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jinsha::app {

namespace {

constexpr double kHomeMarginPx = 24;  // as the window shows it
constexpr double kFeatureScale = 25'000;

Result<geo::MapPoint> to_map(const geo::CrsTransform& transform, geo::LonLat p) {
    const geo::MapPoint there = transform.to_map(geo::SourcePoint{p.lon_deg, p.lat_deg});
    if (!std::isfinite(there.x) || !std::isfinite(there.y)) {
        return fail("{}, {} cannot be shown in the CRS of the map", p.lon_deg, p.lat_deg);
    }
    return there;
}

Result<geo::Envelope> box_of_degrees(const geo::CrsTransform& transform, const std::array<double, 4>& bbox) {
    const auto& [west, south, east, north] = bbox;
    if (!(west < east && south < north)) return fail("--bbox: expected west < east and south < north");
    geo::Envelope box;
    for (const geo::LonLat corner : {geo::LonLat{west, south}, {west, north}, {east, south}, {east, north}}) {
        const auto there = to_map(transform, corner);
        if (!there) return tl::make_unexpected(there.error().in("--bbox"));
        box.extend(*there);
    }
    return box;
}

/// The sources that a style layer or a source of the document means by its id.
std::vector<const map::LoadedSource*> sources_named(const map::LoadedMap& map, const std::string& name) {
    std::vector<const map::LoadedSource*> sources;
    for (const map::LoadedSource& source : map.sources) {
        if (source.id == name) sources.push_back(&source);
    }
    if (!sources.empty()) return sources;
    for (const map::DocumentLayer& layer : map.document.layers) {
        if (layer.style.id() != name) continue;
        if (const auto index = map.source_of(layer.style)) sources.push_back(&map.sources[*index]);
    }
    if (sources.empty() && name == "projects" && map.document.projects) {
        for (const std::string& id : map.document.projects->sources) {
            for (const map::LoadedSource& source : map.sources) {
                if (source.id == id) sources.push_back(&source);
            }
        }
    }
    return sources;
}

std::string title_of(const map::LoadedMap& map, const style::Feature& feature, const std::string& language) {
    std::vector<std::string> fields;
    if (map.document.projects) fields.push_back(map.document.projects->title_field.in(language));
    for (const char* usual : {"name", "name_zh", "NAME", "title"}) fields.emplace_back(usual);
    for (const std::string& field : fields) {
        if (field.empty()) continue;
        if (std::string text = style::to_text(feature.property(field)); !text.empty()) return text;
    }
    return style::to_text(feature.id());
}

std::string id_of(const map::SourceFeature& feature) {
    const std::string id = style::to_text(feature.id());
    return id.empty() ? std::to_string(feature.index() + 1) : id;
}

Result<geo::Envelope> box_of_feature(const map::LoadedMap& map, const std::string& text) {
    const std::size_t slash = text.rfind('/');
    if (slash == std::string::npos) return fail("--feature: expected LAYER/ID, found \"{}\"", text);
    auto features = features_of(map, text.substr(0, slash), "zh");
    if (!features) return tl::make_unexpected(features.error().in("--feature"));
    const auto found = std::ranges::find(*features, text.substr(slash + 1), &ExportFeature::id);
    if (found == features->end())
        return fail("--feature: '{}' has no feature '{}'", text.substr(0, slash), text.substr(slash + 1));
    return found->box;
}

Result<print::PageArea> area_for(const map::LoadedMap& map, const ExportCommand& command) {
    print::PageArea area;
    area.box = map.home.is_empty() ? map.extent : map.home;
    area.margin_px = kHomeMarginPx;
    if (area.box.is_empty()) area.box.extend(map.origin);
    if (command.bbox || command.center) {
        const auto transform = geo::CrsTransform::between(geo::Crs::wgs84(), map.crs);
        if (!transform) return tl::make_unexpected(transform.error());
        if (command.bbox) {
            const auto box = box_of_degrees(*transform, *command.bbox);
            if (!box) return tl::make_unexpected(box.error());
            area = {*box, std::nullopt, 0};
        } else {
            const auto center = to_map(*transform, *command.center);
            if (!center) return tl::make_unexpected(center.error().in("--center"));
            const double dx = center->x - area.box.center().x, dy = center->y - area.box.center().y;
            area.box = {area.box.min_x + dx, area.box.min_y + dy, area.box.max_x + dx, area.box.max_y + dy};
        }
    }
    if (!command.extent_of.empty()) {
        geo::Envelope extent;
        for (const map::LoadedSource* source : sources_named(map, command.extent_of))
            extent.extend(source->source->extent());
        if (extent.is_empty())
            return fail("--extent: the map has no layer '{}' with features", command.extent_of);
        area.box = extent;
    }
    if (!command.feature.empty()) {
        const auto box = box_of_feature(map, command.feature);
        if (!box) return tl::make_unexpected(box.error());
        area.box = *box;
    }
    if (command.zoom) area.units_per_px = map.scale.units_per_px(*command.zoom);
    if (command.scale) {
        const auto units = print::units_per_px_of_scale(*command.scale, area.box.center(), map.crs);
        if (!units) return tl::make_unexpected(units.error().in("--scale"));
        area.units_per_px = *units;
    }
    return area;
}

map::PageFurniture furniture_for(const map::MapDocument& document, const ExportCommand& command) {
    using Furniture = map::PageFurniture;
    if (command.has_no_furniture) return Furniture::none();
    Furniture on = map::page_surround(document).furniture;
    if (command.legend == "off") on.legend = Furniture::Legend::None;
    if (command.legend == "auto") on.legend = Furniture::Legend::Auto;
    if (command.legend == "beside") on.legend = Furniture::Legend::Beside;
    if (command.legend == "under") on.legend = Furniture::Legend::Under;
    if (command.has_legend_counts) on.legend_counts = true;
    if (command.grid == "off") on.grid = Furniture::Grid::None;
    if (command.grid == "projected") on.grid = Furniture::Grid::Projected;
    if (command.grid == "degrees") on.grid = Furniture::Grid::Degrees;
    for (const auto& [name, is_on] : map::kFurnitureSwitches) {
        if (std::ranges::find(command.without, name) != command.without.end()) on.*is_on = false;
    }
    return on;
}

std::string size_for(const map::MapDocument& document, const ExportCommand& command) {
    if (!command.size.empty()) return command.size;
    const map::PageSpec page = document.page.value_or(map::PageSpec{});
    return page.size + (page.orientation == map::PageSpec::Orientation::Landscape ? "-landscape" : "");
}

/// The name of the field that a part of --filter means.
std::string field_of(const map::MapDocument& document, const std::string& name) {
    if (!document.projects) return name;
    if (name == "theme" && !document.projects->theme_field.empty()) return document.projects->theme_field;
    if (name == "phase" && !document.projects->phase_field.empty()) return document.projects->phase_field;
    return name;
}

/// Which sources a filter works on: those of projects; without projects all of them.
bool is_filtered(const map::LoadedMap& map, const map::LoadedSource& source) {
    if (!map.document.projects) return true;
    return std::ranges::find(map.document.projects->sources, source.id) !=
           map.document.projects->sources.end();
}

}  // namespace

Result<std::vector<ExportFeature>> features_of(const map::LoadedMap& map, const std::string& name,
                                               const std::string& language) {
    const auto sources = sources_named(map, name);
    if (sources.empty()) return fail("the map has no layer or source '{}'", name);
    std::vector<ExportFeature> features;
    for (const map::LoadedSource* source : sources) {
        source->source->visit(source->source->extent(), 0, [&](const map::SourceFeature& feature) {
            features.push_back(
                {title_of(map, feature, language), id_of(feature), envelope(feature.geometry())});
            return true;
        });
    }
    if (features.empty()) return fail("'{}' has no features", name);
    return features;
}

Result<std::shared_ptr<const scene::MapSnapshot>> snapshot_for(const map::LoadedMap& map,
                                                               const ExportCommand& command) {
    std::vector<bool> visible;
    for (const auto& layer : map.document.layers) {
        const bool is_named = std::ranges::find(command.layers, layer.style.id()) != command.layers.end();
        visible.push_back(command.layers.empty() ? layer.style.is_visible() : is_named);
    }
    for (const std::string& name : command.layers) {
        const auto has_name = [&](const map::DocumentLayer& layer) { return layer.style.id() == name; };
        if (std::ranges::none_of(map.document.layers, has_name))
            return fail("--layers: the map has no layer '{}'", name);
    }
    const auto snapshot =
        scene::make_snapshot(map, {visible, 1, {command.theme == "dark", command.language}}, 1);
    if (command.filter.empty()) return snapshot;

    auto filters = command.filter;
    for (FieldFilter& filter : filters) filter.field = field_of(map.document, filter.field);
    auto filtered = std::make_shared<scene::MapSnapshot>(*snapshot);
    std::vector<bool> is_known(filters.size());
    for (scene::SnapshotLayer& layer : filtered->layers) {
        if (!layer.source || !is_filtered(map, map.sources[layer.source_index])) continue;
        for (std::size_t i = 0; i < filters.size(); ++i) {
            const auto& fields = layer.source->layer().fields;
            if (std::ranges::find(fields, filters[i].field, &map::Field::name) != fields.end())
                is_known[i] = true;
        }
        layer.source =
            std::make_shared<map::FilteredSource>(layer.source, [filters](const map::SourceFeature& feature) {
                return std::ranges::all_of(filters, [&](const FieldFilter& filter) {
                    const std::string value = style::to_text(feature.property(filter.field));
                    return std::ranges::find(filter.values, value) != filter.values.end();
                });
            });
    }
    for (std::size_t i = 0; i < filters.size(); ++i) {
        if (!is_known[i]) return fail("--filter: no layer has a field '{}'", filters[i].field);
    }
    return filtered;
}

Result<print::PageRequest> request_for(const map::LoadedMap& map, const ExportCommand& command,
                                       const ui::Translations& tr) {
    print::PageRequest request;
    const auto size = print::read_page_size(size_for(map.document, command), command.dpi);
    if (!size) return tl::make_unexpected(size.error().in("--size"));
    request.size = *size;
    const auto area = area_for(map, command);
    if (!area) return tl::make_unexpected(area.error());
    request.area = *area;
    request.furniture = furniture_for(map.document, command);
    request.words = page_words(tr);
    request.texts = page_texts(map.document, tr);
    if (command.title) request.texts.title = *command.title;
    if (command.subtitle) request.texts.subtitle = *command.subtitle;
    request.is_dark = command.theme == "dark";
    return request;
}

Result<print::PageRequest> request_of_feature(print::PageRequest request, const map::LoadedMap& map,
                                              const ExportCommand& command, const ExportFeature& feature) {
    request.area.box = feature.box;
    request.area.margin_px = kHomeMarginPx;
    request.texts.subtitle = request.texts.title;
    request.texts.title = feature.title;
    // A series has one scale, so that its pages can be compared.
    const double scale = command.scale.value_or(kFeatureScale);
    if (command.zoom) return request;
    const auto units = print::units_per_px_of_scale(scale, feature.box.center(), map.crs);
    if (!units) return tl::make_unexpected(units.error().in(feature.title));
    request.area.units_per_px = *units;
    return request;
}

}  // namespace jinsha::app
