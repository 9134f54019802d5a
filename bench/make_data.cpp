// Makes the large data that Jinsha is measured with, the same bytes on every machine:
//   make_data FOLDER [PARCELS] [POINTS]
// parcels: a land-use survey, by default 300,000 polygons that share wiggly borders, 40 to 120 vertices each,
// one in twenty with a hole, EPSG:4543, as parcels.gpkg and parcels.fgb; points: 1,000,000 by default, as
// points.gpkg and points.fgb.

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <numbers>
#include <string>
#include <vector>

namespace {

struct Point {
    double x{}, y{};
};

constexpr double kWest = 430'000, kSouth = 2'915'000;  // EPSG:4543, near Panzhihua
constexpr double kCell = 100;                          // metres from parcel to parcel

// The classes of the third national land survey (TD/T 1055-2019), the common ones twice so that they are more
// frequent.
constexpr std::array kLandUse{"水田",         "旱地",     "水浇地",   "乔木林地", "乔木林地",
                              "灌木林地",     "其他林地", "果园",     "茶园",     "其他草地",
                              "河流水面",     "坑塘水面", "公路用地", "农村道路", "农村宅基地",
                              "城镇住宅用地", "工业用地", "采矿用地", "旱地",     "裸岩石砾地"};

/// A number from 0 to 1 that belongs to a place and a purpose (the mixing of SplitMix64, Steele, Lea, Flood
/// 2014).
double chance(std::uint64_t a, std::uint64_t b, std::uint64_t purpose) {
    std::uint64_t z = a * 0x9E3779B97F4A7C15ULL + b * 0xC2B2AE3D27D4EB4FULL + purpose * 0x165667B19E3779F9ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    z ^= z >> 31;
    return static_cast<double>(z >> 11) * 0x1.0p-53;
}

double to_centimetre(double metres) {
    return std::round(metres * 100) / 100;
}

/// The corner where four parcels meet.
Point corner(std::uint64_t column, std::uint64_t row) {
    return {kWest + kCell * (static_cast<double>(column) + 0.5 * (chance(column, row, 1) - 0.5)),
            kSouth + kCell * (static_cast<double>(row) + 0.5 * (chance(column, row, 2) - 0.5))};
}

/// The border from one corner to the next, without its last point: 10 to 30 vertices on a winding line.
/// Depends on the border alone, so both parcels beside it get the same points.
std::vector<Point> border(std::uint64_t column, std::uint64_t row, bool is_horizontal) {
    const Point from = corner(column, row);
    const Point to = is_horizontal ? corner(column + 1, row) : corner(column, row + 1);
    const std::uint64_t purpose = is_horizontal ? 10 : 20;
    const int count = 10 + static_cast<int>(chance(column, row, purpose) * 21);
    const double waves = 1 + std::floor(chance(column, row, purpose + 1) * 4);
    const double height = 0.03 + 0.06 * chance(column, row, purpose + 2);
    std::vector<Point> points{from};
    for (int i = 1; i < count; ++i) {
        const double t = static_cast<double>(i) / count;
        const double aside =
            height * std::sin(waves * std::numbers::pi * t) +
            0.01 * (chance(column * 64 + static_cast<std::uint64_t>(i), row, purpose + 3) - 0.5);
        points.push_back({from.x + t * (to.x - from.x) - aside * (to.y - from.y),
                          from.y + t * (to.y - from.y) + aside * (to.x - from.x)});
    }
    return points;
}

void append(OGRLinearRing& ring, const std::vector<Point>& points) {
    for (const Point& p : points) ring.addPoint(to_centimetre(p.x), to_centimetre(p.y));
}

std::vector<Point> reversed(std::vector<Point> border_points, Point end) {
    border_points.push_back(end);
    return {border_points.rbegin(), border_points.rend() - 1};
}

/// A pond or a building plot that is left out, in the middle of the parcel.
OGRLinearRing hole(std::uint64_t column, std::uint64_t row) {
    OGRLinearRing ring;
    const double middle_x = kWest + kCell * (static_cast<double>(column) + 0.5);
    const double middle_y = kSouth + kCell * (static_cast<double>(row) + 0.5);
    const double radius = 8 + 6 * chance(column, row, 40);
    for (int i = 0; i < 12; ++i) {
        const double angle = -2 * std::numbers::pi * i / 12;
        ring.addPoint(to_centimetre(middle_x + radius * std::cos(angle)),
                      to_centimetre(middle_y + radius * std::sin(angle)));
    }
    ring.closeRings();
    return ring;
}

OGRPolygon parcel(std::uint64_t column, std::uint64_t row) {
    OGRLinearRing ring;
    append(ring, border(column, row, true));
    append(ring, border(column + 1, row, false));
    append(ring, reversed(border(column, row + 1, true), corner(column + 1, row + 1)));
    append(ring, reversed(border(column, row, false), corner(column, row + 1)));
    ring.closeRings();
    OGRPolygon polygon;
    polygon.addRing(&ring);
    if (chance(column, row, 30) < 0.05) {
        OGRLinearRing pond = hole(column, row);
        polygon.addRing(&pond);
    }
    return polygon;
}

/// Points gather around towns, as places do.
OGRPoint place(std::uint64_t i) {
    const auto town = static_cast<std::uint64_t>(chance(i, 0, 50) * 200);
    const double angle = 2 * std::numbers::pi * chance(i, 0, 51);
    const double distance = 6000 * std::pow(chance(i, 0, 52), 2);
    return {to_centimetre(kWest + 55'000 * chance(town, 0, 53) + distance * std::cos(angle)),
            to_centimetre(kSouth + 55'000 * chance(town, 0, 54) + distance * std::sin(angle))};
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
        const OGRPolygon polygon = parcel(i % columns, i / columns);
        const auto land_use = static_cast<std::size_t>(chance(i, 0, 60) * kLandUse.size());
        OGRFeature feature{layer.GetLayerDefn()};
        feature.SetField(0, static_cast<int>(100 + land_use));
        feature.SetField(1, kLandUse[land_use]);
        feature.SetField(2, fmt::format("第{}村民小组", i % 997 + 1).c_str());
        feature.SetField(3, to_centimetre(polygon.get_Area()));
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
        const OGRPoint point = place(i);
        OGRFeature feature{layer.GetLayerDefn()};
        feature.SetField(0, fmt::format("点位{}", i + 1).c_str());
        feature.SetField(1, static_cast<int>(chance(i, 0, 61) * 12));
        feature.SetGeometry(&point);
        write(layer, feature);
    }
    dataset->CommitTransaction();
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
    write_points(folder + "/points.gpkg", "GPKG", points);
    write_points(folder + "/points.fgb", "FlatGeobuf", points);
}
