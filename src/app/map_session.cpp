#include "app/map_session.hpp"

#include "app/feature_texts.hpp"
#include "geo/label_point.hpp"
#include "style/value_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace jinsha::app {

namespace {

constexpr double kCloseZoom = 16;  // where filters that look at the zoom show all they ever do

/// The topmost layer that draws from a source and opens cards; any other that draws from it without one. Of
/// those that draw `feature`, when there are any: several layers may share a source by their filters.
std::uint32_t layer_for(const map::LoadedMap& map, std::uint32_t source,
                        const style::Feature* feature = nullptr) {
    std::uint32_t best = 0;
    int best_rank = -1;
    for (std::uint32_t i = 0; i < map.document.layers.size(); ++i) {
        const auto& layer = map.document.layers[i];
        if (map.source_of(layer.style) != source) continue;
        const bool draws_it = feature != nullptr && layer.style.matches({kCloseZoom, feature});
        const int rank = (draws_it ? 2 : 0) + (layer.metadata.popup ? 1 : 0);
        if (rank < best_rank) continue;
        best = i;
        best_rank = rank;
    }
    return best;
}

/// Layers that are seen through, the same objects until that or the look changes: kept display lists are
/// found by them.
std::vector<std::shared_ptr<const style::StyleLayer>> faded_styles(const map::LoadedMap& map,
                                                                   const std::vector<double>& opacity,
                                                                   const map::MapLook& look) {
    std::vector<std::shared_ptr<const style::StyleLayer>> styles(opacity.size());
    for (std::size_t i = 0; i < opacity.size(); ++i) {
        if (opacity[i] == 1) continue;
        const style::StyleLayer& style = map.document.layers[i].style_for(look);
        styles[i] = std::make_shared<const style::StyleLayer>(style.faded(opacity[i]));
    }
    return styles;
}

}  // namespace

MapSession::MapSession(OpenedMap opened, double pixel_ratio, std::uint64_t revision)
    : opened_{std::move(opened)} {
    state_.pixel_ratio = pixel_ratio;
    for (const auto& layer : opened_.map.document.layers) state_.visible.push_back(layer.style.is_visible());
    opacity_.assign(opened_.map.document.layers.size(), 1);
    snapshot_ = scene::make_snapshot(opened_.map, state_, revision);
    look_at_projects();
}

void MapSession::freeze() {
    refresh_filter();
    snapshot_ = scene::make_snapshot(opened_.map, state_, snapshot_->revision + 1);
}

void MapSession::move_to(const std::filesystem::path& path) {
    opened_.path = path;
    if (!opened_.map.document.path.empty()) opened_.map.document.path = path;
}

void MapSession::show_features(std::uint32_t source, std::shared_ptr<const map::FeatureSource> features) {
    opened_.map.sources[source].source = std::move(features);
    opened_.groups = layer_groups(opened_.map);
    look_at_projects();
    freeze();
}

/// What stands in for the sources stays the same as long as they do, so that kept display lists are found
/// again.
void MapSession::refresh_filter() {
    std::vector<std::shared_ptr<const map::FeatureSource>> sources;
    if (!filter_.is_empty()) {
        for (const map::LoadedSource& source : opened_.map.sources) sources.push_back(source.source);
    }
    if (sources == filtered_) return;
    filtered_ = std::move(sources);
    state_.stand_ins = map::filtered_sources(opened_.map, filter_);
}

void MapSession::filter_projects(const map::ProjectFilter& filter) {
    if (filter == filter_) return;
    filter_ = filter;
    filtered_.clear();
    state_.stand_ins.clear();
    freeze();
}

bool MapSession::is_filtered_out(map::FeatureKey feature) const {
    if (feature.source >= state_.stand_ins.size() || !state_.stand_ins[feature.source]) return false;
    return !state_.stand_ins[feature.source]->visit(feature.index, [](const map::SourceFeature&) {});
}

SourceReadings::News MapSession::take_readings() {
    SourceReadings::News news = opened_.readings.take(opened_.map);
    if (news.has_picture || news.has_finished) opened_.groups = layer_groups(opened_.map);
    if (news.has_picture) freeze();
    if (news.has_finished) look_at_projects();
    return news;
}

void MapSession::look_at_projects() {
    const auto& map = opened_.map;
    projects_.clear();
    outlines_.clear();
    counts_ = {};
    if (!map.document.projects) return;
    const map::ProjectsSpec& spec = *map.document.projects;
    for (std::uint32_t i = 0; i < map.sources.size(); ++i) {
        const auto& source = map.sources[i];
        const bool has_outlines = !spec.outline_source.empty() && source.id == spec.outline_source;
        const bool has_projects = std::ranges::find(spec.sources, source.id) != spec.sources.end();
        if (!has_outlines && !has_projects) continue;
        const std::uint32_t layer = layer_for(map, i);
        source.source->visit(source.source->extent(), 0, [&](const map::SourceFeature& feature) {
            const Met met{{i, feature.index()}, layer};
            if (has_outlines) {
                outlines_.emplace(style::to_text(feature.property(spec.outline_field)), met);
                return true;
            }
            projects_.emplace(style::to_text(feature.id()), met);
            ++counts_.all;
            if (style::to_text(feature.property(spec.quality_field)) == "inferred") ++counts_.estimated;
            return true;
        });
    }
}

std::vector<ui::LayerRow> MapSession::rows(double zoom) const {
    std::vector<ui::LayerRow> rows;
    rows.reserve(opened_.groups.size());
    for (std::uint32_t i = 0; i < opened_.groups.size(); ++i) {
        rows.push_back(layer_row(opened_.map, opened_.groups[i], i, state_, zoom));
        rows.back().opacity = opacity_[opened_.groups[i].layers.front()];
    }
    return rows;
}

void MapSession::show_row(std::uint32_t row, bool is_visible) {
    if (row >= opened_.groups.size()) return;
    for (const std::size_t layer : opened_.groups[row].layers) state_.visible[layer] = is_visible;
    freeze();
}

void MapSession::fade_row(std::uint32_t row, double opacity) {
    if (row >= opened_.groups.size()) return;
    for (const std::size_t layer : opened_.groups[row].layers) opacity_[layer] = opacity;
    refresh_styles();
    freeze();
}

std::map<std::string, double> MapSession::opacities() const {
    std::map<std::string, double> opacities;
    for (std::size_t i = 0; i < opacity_.size(); ++i) {
        if (opacity_[i] != 1) opacities[opened_.map.document.layers[i].style.id()] = opacity_[i];
    }
    return opacities;
}

void MapSession::fade_layers(const std::map<std::string, double>& opacities) {
    for (std::size_t i = 0; i < opacity_.size(); ++i) {
        const auto wanted = opacities.find(opened_.map.document.layers[i].style.id());
        if (wanted != opacities.end()) opacity_[i] = wanted->second;
    }
    refresh_styles();
    freeze();
}

void MapSession::refresh_styles() {
    state_.styles = faded_styles(opened_.map, opacity_, state_.look);
}

std::map<std::string, bool> MapSession::visibility_changes() const {
    std::map<std::string, bool> changes;
    const auto& layers = opened_.map.document.layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (state_.visible[i] != layers[i].style.is_visible())
            changes[layers[i].style.id()] = state_.visible[i];
    }
    return changes;
}

void MapSession::show_layers(const std::map<std::string, bool>& visible) {
    const auto& layers = opened_.map.document.layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto wanted = visible.find(layers[i].style.id());
        if (wanted != visible.end()) state_.visible[i] = wanted->second;
    }
    freeze();
}

void MapSession::show_as(const map::MapLook& look) {
    if (look == state_.look) return;
    state_.look = look;
    refresh_styles();
    freeze();
}

std::shared_ptr<const scene::MapSnapshot> MapSession::snapshot_as(const map::MapLook& look) const {
    if (look == state_.look) return snapshot_;
    scene::SnapshotState state = state_;
    state.look = look;
    state.styles = faded_styles(opened_.map, opacity_, look);
    return scene::make_snapshot(opened_.map, state, snapshot_->revision);
}

std::string MapSession::row_title(std::uint32_t row, std::string_view language) const {
    if (row >= opened_.groups.size()) return {};
    const std::size_t layer = opened_.groups[row].layers.front();
    return opened_.map.document.layers[layer].metadata.title.in(language);
}

std::optional<std::uint32_t> MapSession::row_of(map::FeatureKey feature) const {
    for (std::uint32_t row = 0; row < opened_.groups.size(); ++row) {
        const auto content = row_content(row);
        if (!content || content->source != feature.source) continue;
        bool is_shown = false;
        opened_.map.sources[feature.source].source->visit(
            feature.index, [&](const map::SourceFeature& it) { is_shown = content->shows(it); });
        if (is_shown) return row;
    }
    return std::nullopt;
}

std::optional<RowContent> MapSession::row_content(std::uint32_t row) const {
    if (row >= opened_.groups.size()) return std::nullopt;
    return app::row_content(opened_.map, opened_.groups[row]);
}

geo::Envelope MapSession::row_extent(std::uint32_t row) const {
    return row < opened_.groups.size() ? opened_.groups[row].extent : geo::Envelope{};
}

std::vector<Met> MapSession::with_card(const std::vector<scene::Pick>& picks) const {
    std::vector<Met> cards;
    std::vector<map::FeatureKey> shown;  // whose card each of them opens
    for (const scene::Pick& pick : picks) {
        if (pick.cluster) break;  // it hides what lies below
        if (!opened_.map.document.layers[pick.layer].metadata.popup) continue;
        const Met met{pick.feature, pick.layer};
        const map::FeatureKey first = selected_with(met).front().feature;
        if (std::ranges::find(shown, first) != shown.end()) continue;
        shown.push_back(first);
        cards.push_back(met);
    }
    return cards;
}

std::vector<Met> MapSession::selected_with(const Met& met) const {
    std::string id;
    std::string project;
    opened_.map.sources[met.feature.source].source->visit(
        met.feature.index, [&](const map::SourceFeature& feature) {
            id = style::to_text(feature.id());
            const auto& projects = opened_.map.document.projects;
            if (projects) project = style::to_text(feature.property(projects->outline_field));
        });
    if (const auto outline = outlines_.find(id); outline != outlines_.end()) return {met, outline->second};
    const auto outline = outlines_.find(project);
    if (outline == outlines_.end() || outline->second.feature != met.feature) return {met};
    const auto owner = projects_.find(project);
    return owner == projects_.end() ? std::vector{met} : std::vector{owner->second, met};
}

Met MapSession::met(map::FeatureKey feature) const {
    Met met{feature, layer_for(opened_.map, feature.source)};
    opened_.map.sources[feature.source].source->visit(feature.index, [&](const map::SourceFeature& found) {
        met.layer = layer_for(opened_.map, feature.source, &found);
    });
    return met;
}

std::string MapSession::layer_title(const Met& met, std::string_view language) const {
    return opened_.map.document.layers[met.layer].metadata.title.in(language);
}

ui::Swatch MapSession::swatch(const Met& met) const {
    return feature_swatch(opened_.map, met.feature, state_.look);
}

bool MapSession::reveal(const Met& met) {
    const auto& layers = opened_.map.document.layers;
    std::vector<std::size_t> drawing;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (opened_.map.source_of(layers[i].style) == met.feature.source) drawing.push_back(i);
    }
    if (std::ranges::any_of(drawing, [&](std::size_t i) { return state_.visible[i]; })) return false;
    for (const std::size_t i : drawing) state_.visible[i] = true;
    freeze();
    return true;
}

std::string MapSession::name(const Met& met, std::string_view language) const {
    return feature_name(opened_.map, {met.feature, met.layer, language});
}

ui::Card MapSession::card(const Met& met, std::string_view language) const {
    ui::Card card = feature_card(opened_.map, {met.feature, met.layer, language});
    if (const auto at = place(met.feature)) card.position = to_lon_lat(*at);
    add_figures(card, met, language);
    return card;
}

void MapSession::add_figures(ui::Card& card, const Met& met, std::string_view language) const {
    std::string id;
    opened_.map.sources[met.feature.source].source->visit(
        met.feature.index, [&](const map::SourceFeature& feature) { id = style::to_text(feature.id()); });
    for (const map::Indicator& indicator : opened_.indicators.list) {
        if (indicator.project.empty() || indicator.project != id) continue;
        card.figures.push_back({indicator.label.in(language), indicator.period, indicator.value,
                                indicator.unit, static_cast<ui::Figure::Qualifier>(indicator.qualifier)});
    }
}

std::optional<geo::MapPoint> MapSession::place(map::FeatureKey feature) const {
    std::optional<geo::MapPoint> point;
    opened_.map.sources[feature.source].source->visit(
        feature.index, [&](const map::SourceFeature& found) { point = geo::label_point(found.geometry()); });
    return point;
}

geo::Envelope MapSession::extent(map::FeatureKey feature) const {
    geo::Envelope box;
    opened_.map.sources[feature.source].source->visit(
        feature.index, [&](const map::SourceFeature& found) { box = geo::envelope(found.geometry()); });
    return box;
}

geo::Envelope MapSession::extent_with(map::FeatureKey feature) const {
    geo::Envelope box;
    for (const Met& met : selected_with({feature, 0})) box.extend(extent(met.feature));
    return box;
}

std::optional<PositionQuality> MapSession::position_quality(const Met& met) const {
    const auto& projects = opened_.map.document.projects;
    if (!projects || projects->quality_field.empty()) return std::nullopt;
    std::optional<PositionQuality> quality;
    opened_.map.sources[met.feature.source].source->visit(
        met.feature.index, [&](const map::SourceFeature& feature) {
            if (feature.geometry_type() != geo::GeometryType::Point) return;
            const std::string word = style::to_text(feature.property(projects->quality_field));
            if (!word.empty()) quality = PositionQuality{word, position_radius_m(word)};
        });
    return quality;
}

std::string MapSession::attribution() const {
    std::vector<std::string> owners;
    for (const map::SourceSpec& source : opened_.map.document.sources) {
        if (source.attribution.empty() || std::ranges::find(owners, source.attribution) != owners.end())
            continue;
        owners.push_back(source.attribution);
    }
    return fmt::format("{}", fmt::join(owners, " · "));
}

std::optional<geo::LonLat> MapSession::to_lon_lat(geo::MapPoint p) const {
    const auto degrees = opened_.from_wgs84.to_source(p);
    if (!std::isfinite(degrees.x) || !std::isfinite(degrees.y)) return std::nullopt;
    return geo::LonLat{degrees.x, degrees.y};
}

std::optional<geo::MapPoint> MapSession::to_map(geo::LonLat p) const {
    const geo::MapPoint point = opened_.from_wgs84.to_map(geo::SourcePoint{p.lon_deg, p.lat_deg});
    if (!std::isfinite(point.x) || !std::isfinite(point.y)) return std::nullopt;
    return point;
}

}  // namespace jinsha::app
