#include "io/geojson_data.hpp"
#include "io/geojson_geometry.hpp"
#include "io/geojson_table.hpp"
#include "json/cursor.hpp"

#include <algorithm>
#include <set>

namespace jinsha::io {
namespace {

/// What layers of these kinds of geometry are called.
std::string common_kind(const std::set<std::string>& kinds) {
    if (kinds.empty()) return "None";
    if (kinds.size() == 1 && *kinds.begin() != "GeometryCollection") return *kinds.begin();
    for (const char* single : {"Point", "LineString", "Polygon"}) {
        const std::string multi = std::string{"Multi"} + single;
        if (std::ranges::all_of(kinds, [&](const std::string& k) { return k == single || k == multi; }))
            return multi;
    }
    return "Mixed";
}

class GeoJsonParser {
public:
    explicit GeoJsonParser(std::string_view text) : cursor_{text} {}

    Result<GeoJsonData> run() {
        skip_separators();
        do {
            read_root();
            skip_separators();
        } while (root_type_ == "Feature" && cursor_.peek() == '{');
        if (cursor_.peek() != '\0') cursor_.expected("the end of the text");
        if (cursor_.error()) return tl::make_unexpected(*cursor_.error());
        if (error_) return tl::make_unexpected(*error_);
        data_.fields = table_.fields();
        data_.ids = table_.take_ids();
        data_.columns = table_.take_columns();
        data_.geometry_kind = common_kind(kinds_);
        return std::move(data_);
    }

private:
    /// Of a sequence of Features (RFC 8142).
    void skip_separators() {
        constexpr char kRecordSeparator = '\x1E';
        while (cursor_.consume(kRecordSeparator)) {
        }
    }

    /// A FeatureCollection, a Feature or a geometry; which one may stand at its end.
    void read_root() {
        root_type_.clear();
        begin_feature();
        GeoJsonGeometryReader bare;
        bare.begin();
        bool has_features = false;
        std::vector<std::pair<std::string, std::string_view>>
            put_off;  // members of a Feature, should it be one
        cursor_.members([&](std::string_view key) {
            if (key == "type" && cursor_.peek() == '"') {
                root_type_ = cursor_.string();
            } else if (key == "features" && cursor_.peek() == '[') {
                has_features = true;
                cursor_.elements([this] { read_feature(); });
            } else if (key == "crs" && cursor_.peek() == '{') {
                read_crs();
            } else if (key == "geometryType" || key == "spatialReference") {
                data_.other_type = "ESRI JSON";
                cursor_.skip();
            } else if (root_type_ == "Feature") {
                read_feature_member(cursor_, key);
            } else if (!bare.read_member(cursor_, key)) {
                std::string name{key};
                put_off.emplace_back(std::move(name), cursor_.skip());
            }
        });
        if (cursor_.has_failed()) return;
        if (root_type_ == "Feature") {
            for (const auto& [key, text] : put_off) {
                json::Cursor cursor{text};
                read_feature_member(cursor, key);
            }
        }
        if (root_type_ == "Topology") data_.other_type = "TopoJSON";
        if (!data_.other_type.empty()) return;
        finish_root(has_features, bare);
    }

    void finish_root(bool has_features, GeoJsonGeometryReader& bare) {
        if (root_type_ == "FeatureCollection") {
            if (!has_features) error_ = Error{"expected \"features\" in the FeatureCollection, found none"};
        } else if (root_type_ == "Feature") {
            end_feature(reader_);
        } else if (root_type_.empty()) {
            error_ = Error{"expected GeoJSON, found an object without \"type\""};
        } else {
            bare.finish(root_type_);
            end_feature(bare);
            if (!bare.fault().empty()) error_ = Error{bare.fault()};
        }
    }

    /// The name of a CRS as GeoJSON had it before RFC 7946.
    void read_crs() {
        cursor_.members([this](std::string_view key) {
            if (key != "properties" || cursor_.peek() != '{') {
                cursor_.skip();
                return;
            }
            cursor_.members([this](std::string_view property) {
                if (property == "name" && cursor_.peek() == '"')
                    data_.crs = cursor_.string();
                else
                    cursor_.skip();
            });
        });
    }

    void read_feature() {
        begin_feature();
        if (cursor_.peek() != '{') {
            fault_ = fmt::format("expected a Feature, found {}", cursor_.kind_of_next());
            cursor_.skip();
        } else {
            std::string type;
            cursor_.members([&](std::string_view key) {
                if (key == "type" && cursor_.peek() == '"')
                    type = cursor_.string();
                else
                    read_feature_member(cursor_, key);
            });
            if (type != "Feature")
                fault_ = type.empty() ? "expected a Feature, found an object without \"type\""
                                      : fmt::format("expected a Feature, found a {}", type);
        }
        end_feature(reader_);
    }

    void begin_feature() {
        reader_.begin();
        table_.begin_feature();
        fault_.clear();
    }

    void read_feature_member(json::Cursor& cursor, std::string_view key) {
        if (key == "geometry") {
            reader_.read(cursor);
        } else if (key == "properties" && cursor.peek() == '{') {
            cursor.members([&](std::string_view name) { table_.read_property(cursor, name); });
        } else if (key == "id") {
            table_.read_id(cursor);
        } else {
            cursor.skip();
        }
    }

    void end_feature(const GeoJsonGeometryReader& reader) {
        const RawGeometry& geometry = reader.geometry();
        if (fault_.empty()) fault_ = reader.fault();
        if (fault_.empty()) {
            data_.points.insert(data_.points.end(), geometry.points.begin(), geometry.points.end());
            data_.parts.insert(data_.parts.end(), geometry.parts.begin(), geometry.parts.end());
            if (!reader.type().empty() && kinds_.find(reader.type()) == kinds_.end())
                kinds_.insert(reader.type());
        } else {
            data_.faults.emplace(data_.features.size(), Finding{Fault::BadStructure, fault_});
        }
        data_.features.push_back({geometry.type, geometry.is_mixed, data_.points.size(), data_.parts.size()});
        table_.end_feature();
    }

    json::Cursor cursor_;
    GeoJsonData data_;
    GeoJsonGeometryReader reader_;
    GeoJsonTable table_;
    std::string root_type_, fault_;
    std::optional<Error> error_;
    std::set<std::string> kinds_;
};

}  // namespace

RawGeometryView GeoJsonData::geometry(std::size_t feature) const noexcept {
    const FeatureGeometry& one = features[feature];
    const std::size_t point_begin = feature == 0 ? 0 : features[feature - 1].point_end;
    const std::size_t part_begin = feature == 0 ? 0 : features[feature - 1].part_end;
    return {one.type, std::span{points}.subspan(point_begin, one.point_end - point_begin),
            std::span{parts}.subspan(part_begin, one.part_end - part_begin), one.is_mixed};
}

Result<GeoJsonData> parse_geojson(std::string_view text) {
    return GeoJsonParser{text}.run();
}

}  // namespace jinsha::io
