#include "app/pasted_points.hpp"

#include "geo/crs_transform.hpp"
#include "map/memory_feature_source.hpp"
#include "style/value_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace jinsha::app {

namespace {

using Cells = std::vector<std::string>;

std::string trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \r");
    if (begin == std::string_view::npos) return {};
    return std::string{text.substr(begin, text.find_last_not_of(" \r") - begin + 1)};
}

Cells split(std::string_view line, char by) {
    Cells cells;
    while (true) {
        const auto end = line.find(by);
        cells.push_back(trimmed(line.substr(0, end)));
        if (end == std::string_view::npos) return cells;
        line.remove_prefix(end + 1);
    }
}

std::vector<Cells> rows_of(std::string_view text) {
    char by = '\t';
    if (text.find(by) == std::string_view::npos) by = text.find(';') != std::string_view::npos ? ';' : ',';
    std::vector<Cells> rows;
    for (const std::string& line : split(text, '\n'))
        if (!line.empty()) rows.push_back(split(line, by));
    return rows;
}

/// Where the coordinates stand in a row: in one cell, or in two side by side.
struct Columns {
    std::size_t first{}, count{};
    [[nodiscard]] bool holds(std::size_t column) const { return column >= first && column < first + count; }
};

std::string joined(const Cells& row, const Columns& columns) {
    if (columns.first + columns.count > row.size()) return {};
    return columns.count == 1 ? row[columns.first] : row[columns.first] + '\t' + row[columns.first + 1];
}

/// What other columns are called.
std::vector<std::string> names_of(const Cells* heading, std::size_t columns, const Columns& coordinates) {
    std::vector<std::string> names;
    bool has_name = false;
    for (std::size_t i = 0; i < columns; ++i) {
        std::string name = heading && i < heading->size() ? (*heading)[i] : std::string{};
        if (name.empty() && !coordinates.holds(i))
            name = std::exchange(has_name, true) ? fmt::format("column {}", i + 1) : "name";
        names.push_back(std::move(name));
    }
    return names;
}

style::Value value_of(const std::string& cell) {
    const bool is_code =
        cell.size() > 1 && cell[0] == '0' && cell[1] != '.';  // a number would lose its zeros
    const auto number = is_code ? std::nullopt : style::number_from_text(cell);
    if (number && std::isfinite(*number)) return {*number};
    return {cell};
}

/// To the map CRS, from whatever the coordinates are in.
class Placing {
public:
    explicit Placing(const geo::Crs& map_crs) : map_crs_{map_crs} {}

    Result<geo::MapPoint> place(const geo::WrittenCoordinates& written) {
        auto known = transforms_.find(written.crs);
        if (known == transforms_.end()) {
            const auto crs = geo::Crs::from(written.crs);
            if (!crs) return tl::make_unexpected(crs.error());
            auto transform = geo::CrsTransform::between(*crs, map_crs_);
            if (!transform) return tl::make_unexpected(transform.error());
            known = transforms_.emplace(written.crs, std::move(*transform)).first;
        }
        const geo::MapPoint point = known->second.to_map(written.at);
        if (std::isfinite(point.x) && std::isfinite(point.y)) return point;
        return fail("the position lies outside of {}", map_crs_.name());
    }

private:
    const geo::Crs& map_crs_;
    std::map<std::string, geo::CrsTransform> transforms_;
};

/// Of the cells that can be read as coordinates those that lie nearest to the map: two numbers of other
/// things may look like coordinates.
std::optional<Columns> columns_in(const Cells& row, const geo::CoordinateHints& hints, Placing& placing) {
    const auto near = placing.place({"OGC:CRS84", {hints.near.lon_deg, hints.near.lat_deg}});
    std::optional<Columns> best;
    double best_distance = 0;
    for (const std::size_t count : {2U, 1U}) {
        for (std::size_t first = 0; first + count <= row.size(); ++first) {
            const Columns columns{first, count};
            const auto written = geo::read_coordinates(joined(row, columns), hints);
            const auto at = written ? placing.place(*written) : tl::make_unexpected(written.error());
            if (!at) continue;
            const double distance = near ? std::hypot(at->x - near->x, at->y - near->y) : 0;
            if (best && distance >= best_distance) continue;
            best = columns;
            best_distance = distance;
        }
    }
    return best;
}

}  // namespace

Result<std::shared_ptr<const map::FeatureSource>> points_from_rows(std::string_view text,
                                                                   const geo::Crs& map_crs,
                                                                   const geo::CoordinateHints& hints) {
    const std::vector<Cells> rows = rows_of(text);
    if (rows.empty()) return fail("expected rows with coordinates, found no text");
    Placing placing{map_crs};
    std::optional<Columns> columns = columns_in(rows.front(), hints, placing);
    const bool has_heading = !columns && rows.size() > 1;
    if (has_heading) columns = columns_in(rows[1], hints, placing);
    if (!columns)
        return fail("row {}: expected coordinates, found \"{}\"", has_heading ? 2 : 1,
                    fmt::join(rows[has_heading ? 1 : 0], " "));
    std::size_t widest = 0;
    for (const Cells& row : rows) widest = std::max(widest, row.size());
    const auto names = names_of(has_heading ? &rows.front() : nullptr, widest, *columns);

    map::MemoryFeatureSourceBuilder builder;
    for (std::size_t i = has_heading ? 1 : 0; i < rows.size(); ++i) {
        const auto in_row = [&](const Error& error) { return error.in(fmt::format("row {}", i + 1)); };
        const auto written = geo::read_coordinates(joined(rows[i], *columns), hints);
        if (!written) return tl::make_unexpected(in_row(written.error()));
        const auto at = placing.place(*written);
        if (!at) return tl::make_unexpected(in_row(at.error()));
        map::MemoryFeatureSourceBuilder::Attributes attributes;
        for (std::size_t c = 0; c < rows[i].size(); ++c)
            if (!columns->holds(c) && !rows[i][c].empty())
                attributes.emplace_back(names[c], value_of(rows[i][c]));
        const geo::Geometry point{geo::GeometryType::Point, {*at}, {1}};
        builder.add(point.view(), {}, attributes);
    }
    map::DatasetLayer layer;
    layer.geometry = "Point";
    return builder.build(std::move(layer));
}

}  // namespace jinsha::app
