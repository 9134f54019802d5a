// Makes the large data that Jinsha is measured with, the same bytes on every machine:
//   make_data FOLDER [PARCELS] [POINTS]
// parcels: a land-use survey, by default 300,000 polygons that share wiggly borders, 40 to 120 vertices each,
// one in twenty with a hole, EPSG:4543, as parcels.gpkg and parcels.fgb; points: 1,000,000 by default, as
// points.gpkg and points.fgb. Beside them a map document of the parcels, coloured by land use, and the views
// that they are measured at.

#include "parcels.hpp"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace {

namespace bench = jinsha::bench;

// The classes of the third national land survey (TD/T 1055-2019), the common ones twice so that they are more
// frequent.
constexpr std::array kLandUse{"水田",         "旱地",     "水浇地",   "乔木林地", "乔木林地",
                              "灌木林地",     "其他林地", "果园",     "茶园",     "其他草地",
                              "河流水面",     "坑塘水面", "公路用地", "农村道路", "农村宅基地",
                              "城镇住宅用地", "工业用地", "采矿用地", "旱地",     "裸岩石砾地"};

OGRPolygon polygon_of(const bench::Rings& rings) {
    OGRPolygon polygon;
    for (const auto& positions : rings) {
        OGRLinearRing ring;
        for (const bench::Position& p : positions) ring.addPoint(p.x, p.y);
        polygon.addRing(&ring);
    }
    return polygon;
}

using Dataset = std::unique_ptr<GDALDataset, GDALDatasetUniquePtrDeleter>;

[[noreturn]] void give_up(const std::string& what) {
    fmt::print(stderr, "make_data: {}: {}\n", what, CPLGetLastErrorMsg());
    std::exit(2);
}

Dataset create(const std::string& path, const char* driver_name) {
    VSIUnlink(path.c_str());
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driver_name);
    Dataset dataset{driver ? driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr) : nullptr};
    if (!dataset) give_up("cannot create " + path);
    return dataset;
}

OGRLayer& create_layer(GDALDataset& dataset, const char* name, OGRwkbGeometryType type,
                       const std::vector<std::pair<const char*, OGRFieldType>>& fields) {
    OGRSpatialReference crs;
    crs.importFromEPSG(4543);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer* layer = dataset.CreateLayer(name, &crs, type, nullptr);
    if (!layer) give_up(std::string{"cannot create layer "} + name);
    for (const auto& [field, field_type] : fields) {
        OGRFieldDefn definition{field, field_type};
        if (layer->CreateField(&definition) != OGRERR_NONE)
            give_up(std::string{"cannot create field "} + field);
    }
    return *layer;
}

void write(OGRLayer& layer, OGRFeature& feature) {
    if (layer.CreateFeature(&feature) != OGRERR_NONE) give_up("cannot write a feature");
}

void write_parcels(const std::string& path, const char* driver, std::uint64_t count) {
    const Dataset dataset = create(path, driver);
    OGRLayer& layer =
        create_layer(*dataset, "parcels", wkbPolygon,
                     {{"dlbm", OFTInteger}, {"dlmc", OFTString}, {"zldwmc", OFTString}, {"mj", OFTReal}});
    dataset->StartTransaction();
    const auto columns = static_cast<std::uint64_t>(std::ceil(std::sqrt(static_cast<double>(count))));
    for (std::uint64_t i = 0; i < count; ++i) {
        const OGRPolygon polygon = polygon_of(bench::parcel(i % columns, i / columns));
        const auto land_use = static_cast<std::size_t>(bench::chance(i, 0, 60) * kLandUse.size());
        OGRFeature feature{layer.GetLayerDefn()};
        feature.SetField(0, static_cast<int>(100 + land_use));
        feature.SetField(1, kLandUse[land_use]);
        feature.SetField(2, fmt::format("第{}村民小组", i % 997 + 1).c_str());
        feature.SetField(3, bench::to_centimetre(polygon.get_Area()));
        feature.SetGeometry(&polygon);
        write(layer, feature);
    }
    dataset->CommitTransaction();
}

void write_points(const std::string& path, const char* driver, std::uint64_t count) {
    const Dataset dataset = create(path, driver);
    OGRLayer& layer = create_layer(*dataset, "points", wkbPoint, {{"name", OFTString}, {"kind", OFTInteger}});
    dataset->StartTransaction();
    for (std::uint64_t i = 0; i < count; ++i) {
        const bench::Position at = bench::place(i);
        const OGRPoint point{at.x, at.y};
        OGRFeature feature{layer.GetLayerDefn()};
        feature.SetField(0, fmt::format("点位{}", i + 1).c_str());
        feature.SetField(1, static_cast<int>(bench::chance(i, 0, 61) * 12));
        feature.SetGeometry(&point);
        write(layer, feature);
    }
    dataset->CommitTransaction();
}

/// The parcels as a planner would show them: a colour for each class, thin dark borders.
void write_parcel_map(const std::string& folder) {
    constexpr std::array kColours{"#8dd3c7", "#ffffb3", "#bebada", "#fb8072", "#80b1d3", "#fdb462",
                                  "#b3de69", "#fccde5", "#d9d9d9", "#bc80bd", "#ccebc5", "#ffed6f"};
    std::string cases;
    std::size_t classes = 0;
    for (const std::string_view name : kLandUse) {
        if (cases.find(name) != std::string::npos) continue;
        cases += fmt::format("\"{}\", \"{}\", ", name, kColours[classes++ % kColours.size()]);
    }
    std::ofstream{folder + "/parcels.map.json"} << fmt::format(
        R"({{"version": 8, "name": "parcels",
 "metadata": {{"jinsha:version": 1, "jinsha:crs": "EPSG:4543"}},
 "sources": {{"parcels": {{"type": "vector", "url": "gdal:parcels.gpkg"}}}},
 "layers": [
  {{"id": "parcels", "type": "fill", "source": "parcels", "source-layer": "parcels",
   "paint": {{"fill-color": ["match", ["get", "dlmc"], {}"#eeeeee"], "fill-outline-color": "#404040"}}}}]}}
)",
        cases);
}

/// Around the middle, 16:9: all, and boxes that 5 % and 0.1 % of the parcels meet.
void write_parcel_views(const std::string& folder, std::uint64_t count) {
    const double side = bench::kCell * std::ceil(std::sqrt(static_cast<double>(count)));
    const double x = bench::kWest + side / 2, y = bench::kSouth + side / 2;
    const auto view = [&](const char* name, double height) {
        const double width = height * 16 / 9;
        return fmt::format("\"{}\": [{:.0f}, {:.0f}, {:.0f}, {:.0f}]", name, x - width / 2, y - height / 2,
                           x + width / 2, y + height / 2);
    };
    std::ofstream{folder + "/parcels.views.json"}
        << fmt::format("{{{}, {}, {}}}\n", view("full", 1.05 * side), view("middle", 0.166 * side),
                       view("close", 0.022 * side));
}

std::uint64_t number(const char* text) {
    std::uint64_t value{};
    const char* const end = text + std::strlen(text);
    const auto read = std::from_chars(text, end, value);
    if (read.ec != std::errc{} || read.ptr != end || value == 0) {
        fmt::print(stderr, "make_data: expected a number of features above 0, found \"{}\"\n", text);
        std::exit(2);
    }
    return value;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2 || argc > 4) {
        fmt::print(stderr, "usage: make_data FOLDER [PARCELS] [POINTS]\n");
        return 2;
    }
    const std::string folder = argv[1];
    const std::uint64_t parcels = argc > 2 ? number(argv[2]) : 300'000;
    const std::uint64_t points = argc > 3 ? number(argv[3]) : 1'000'000;
    GDALAllRegister();
    // GeoPackage writes the time of its making into the file; a fixed one keeps the bytes the same.
    CPLSetConfigOption("OGR_CURRENT_DATE", "2026-01-01T00:00:00.000Z");
    write_parcels(folder + "/parcels.gpkg", "GPKG", parcels);
    write_parcels(folder + "/parcels.fgb", "FlatGeobuf", parcels);
    write_parcel_map(folder);
    write_parcel_views(folder, parcels);
    write_points(folder + "/points.gpkg", "GPKG", points);
    write_points(folder + "/points.fgb", "FlatGeobuf", points);
}
