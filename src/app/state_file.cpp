#include "app/state_file.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <system_error>
#include <utility>

namespace jinsha::app {

namespace {

using Json = nlohmann::ordered_json;

Json feature_json(const MapSession& session, const std::optional<Met>& met, const std::string& language) {
    if (!met) return nullptr;
    return {{"source", session.map().sources[met->feature.source].id},
            {"index", met->feature.index},
            {"name", session.name(*met, language)}};
}

std::string text_of(const scene::PlacedSymbol& symbol) {
    std::string text;
    for (const scene::PlacedText& part : symbol.texts) text += part.label->shaped.text;
    return text;
}

Json symbols_json(const WindowState& state) {
    Json list = Json::array();
    const scene::PixelGrid grid = state.session->snapshot()->grid(state.symbols->units_per_pixel);
    for (const scene::PlacedSymbol& symbol : state.symbols->symbols) {
        const auto at = state.view.to_screen(grid.to_map(symbol.anchor));
        const auto window = state.view.window();
        if (at.x < 0 || at.y < 0 || at.x >= window.width || at.y >= window.height) continue;
        list.push_back({{"layer", state.session->map().document.layers[symbol.layer].style.id()},
                        {"source", state.session->map().sources[symbol.feature.source].id},
                        {"index", symbol.feature.index},
                        {"text", text_of(symbol)},
                        {"x", at.x},
                        {"y", at.y}});
    }
    return list;
}

void add_map(Json& json, const WindowState& state) {
    const MapSession& session = *state.session;
    const auto center = state.view.center();
    const double zoom = session.snapshot()->zoom(state.view.units_per_pixel());
    json["map"] = session.map().document.title.in(state.language);
    json["dark"] = session.look().is_dark;
    json["language"] = state.language;
    if (const auto degrees = session.to_lon_lat(center)) {
        json["center"] = {degrees->lon_deg, degrees->lat_deg};
    } else {
        json["center"] = nullptr;
    }
    json["center_in_map"] = {center.x, center.y};
    json["units_per_pixel"] = state.view.units_per_pixel();
    json["zoom"] = zoom;
    json["hovered"] = feature_json(session, state.hovered, state.language);
    json["selected"] = feature_json(session, state.selected, state.language);
    json["page"] = {state.page.index + 1, state.page.count};
    json["panels"] = state.has_panels;
    Json rows = Json::array();
    for (const ui::LayerRow& row : session.rows(zoom)) {
        rows.push_back({{"id", row.id}, {"title", row.title}, {"visible", row.is_visible}});
    }
    json["rows"] = std::move(rows);
    json["symbols"] = state.is_settled && state.symbols ? symbols_json(state) : Json::array();
}

}  // namespace

std::string to_json_line(const WindowState& state) {
    Json json;
    json["settled"] = state.is_settled;
    json["loading"] = state.is_loading;
    json["error"] = state.error;
    json["frames"] = state.frames;
    json["window"] = {state.view.window().width, state.view.window().height};
    if (state.session) add_map(json, state);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void StateFile::write(const std::string& line) {
    if (path_.empty() || line == last_) return;
    auto beside = path_;
    beside += ".new";
    {
        std::ofstream file{beside, std::ios::binary | std::ios::trunc};
        file << line << '\n';
        if (!file.flush()) return;  // diagnosis must not disturb the program
    }
    std::error_code ignored;
    std::filesystem::rename(beside, path_, ignored);
    last_ = line;
}

}  // namespace jinsha::app
