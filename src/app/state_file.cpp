#include "app/state_file.hpp"

#include <fmt/format.h>
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

/// [left, top, right, bottom], window pixels.
Json box_json(const WindowState& state, const scene::PixelGrid& grid, const scene::GridBox& box) {
    const auto upper_left = state.view.to_screen(grid.to_map(scene::GridPoint{box.left, box.top}));
    const auto lower_right = state.view.to_screen(grid.to_map(scene::GridPoint{box.right, box.bottom}));
    return {upper_left.x, upper_left.y, lower_right.x, lower_right.y};
}

Json symbols_json(const WindowState& state) {
    Json list = Json::array();
    const scene::PixelGrid grid = state.session->snapshot()->grid(state.symbols->units_per_pixel);
    for (const scene::PlacedSymbol& symbol : state.symbols->symbols) {
        const auto at = state.view.to_screen(grid.to_map(symbol.anchor));
        const std::size_t members =
            symbol.cluster ? state.symbols->clusters->members(*symbol.cluster).size() : 0;
        const auto window = state.view.window();
        if (at.x < 0 || at.y < 0 || at.x >= window.width || at.y >= window.height) continue;
        list.push_back({{"layer", state.session->map().document.layers[symbol.layer].style.id()},
                        {"source", state.session->map().sources[symbol.feature.source].id},
                        {"index", symbol.feature.index},
                        {"text", text_of(symbol)},
                        {"members", members},
                        {"x", at.x},
                        {"y", at.y},
                        {"box", box_json(state, grid, symbol.box)}});
    }
    return list;
}

/// Every text that is drawn, those along a line by their glyphs, in the order of drawing.
Json labels_json(const WindowState& state) {
    Json list = Json::array();
    const scene::PixelGrid grid = state.session->snapshot()->grid(state.symbols->units_per_pixel);
    for (const scene::PlacedSymbol& symbol : state.symbols->symbols) {
        for (const scene::PlacedText& text : symbol.texts) {
            const auto at = state.view.to_screen(grid.to_map(text.origin));
            const text::ShapedText& shaped = text.label->shaped;
            list.push_back({{"symbol", fmt::format("{:016x}", symbol.id)},
                            {"text", shaped.text},
                            {"x", at.x},
                            {"y", at.y},
                            {"width", shaped.width_px},
                            {"height", shaped.height_px},
                            {"turned", text.label->rotate_deg}});
        }
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
    json["unsaved"] = state.unsaved;
    json["recorded"] = state.is_recorded;
    json["editable"] = state.editable;
    Json rows = Json::array();
    for (const ui::LayerRow& row : session.rows(zoom)) {
        rows.push_back({{"id", row.id}, {"title", row.title}, {"visible", row.is_visible}});
    }
    json["rows"] = std::move(rows);
    const bool has_symbols = state.is_settled && state.symbols;
    json["symbols"] = has_symbols ? symbols_json(state) : Json::array();
    json["labels"] = has_symbols ? labels_json(state) : Json::array();
}

}  // namespace

std::string to_json_line(const WindowState& state) {
    Json json;
    json["settled"] = state.is_settled;
    json["loading"] = state.is_loading;
    json["error"] = state.error;
    json["frames"] = state.frames;
    json["dialog"] = state.dialog;
    json["side_panel"] = state.side_panel;
    json["pinned"] = state.pinned;
    json["keyless"] = state.keyless;
    json["search_hits"] = state.search_hits;
    json["shown_projects"] = state.shown_projects;
    json["measures"] = state.measures;
    json["counted"] = state.counted;
    json["folders_read"] = state.folders_read;
    json["notes"] = state.notes;
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
