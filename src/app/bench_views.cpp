#include "app/bench_views.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <utility>

namespace jinsha::app {

namespace {

using Json = nlohmann::ordered_json;

NamedBox share(const char* name, const geo::Envelope& whole, double of_area) {
    const double side = std::sqrt(of_area);
    const geo::MapPoint c = whole.center();
    const double dx = whole.width() * side / 2, dy = whole.height() * side / 2;
    return {name, {c.x - dx, c.y - dy, c.x + dx, c.y + dy}};
}

Result<NamedBox> read_view(const std::string& name, const Json& value) {
    const bool has_numbers = value.is_array() && value.size() == 4 &&
                             std::ranges::all_of(value, [](const Json& item) { return item.is_number(); });
    if (!has_numbers) return fail("/{}: expected [west, south, east, north], found {}", name, value.dump());
    const auto [west, south, east, north] = value.get<std::array<double, 4>>();
    if (!(west < east && south < north)) {
        return fail("/{}: expected west < east and south < north, found {}", name, value.dump());
    }
    return NamedBox{name, {west, south, east, north}};
}

}  // namespace

Result<std::vector<NamedBox>> read_views(const std::filesystem::path& path) {
    std::ifstream file{path};
    if (!file) return fail("{}: cannot be read", path.string());
    const Json json = Json::parse(file, nullptr, false);
    if (!json.is_object() || json.empty()) {
        return fail("{}: expected a JSON object with at least one view", path.string());
    }
    std::vector<NamedBox> views;
    for (const auto& [name, value] : json.items()) {
        auto view = read_view(name, value);
        if (!view) return tl::make_unexpected(view.error().in(path.string()));
        views.push_back(std::move(*view));
    }
    return views;
}

std::vector<NamedBox> usual_views(const geo::Envelope& whole) {
    return {share("full", whole, 1), share("middle", whole, 0.05), share("close", whole, 0.001)};
}

}  // namespace jinsha::app
