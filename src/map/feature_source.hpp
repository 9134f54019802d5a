#pragma once

#include "error/error.hpp"
#include "geo/envelope.hpp"
#include "geo/geometry.hpp"
#include "style/feature.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::map {

/// A field of a dataset layer. `type` in the words of `jinsha info`: "integer", "real", "string", "boolean",
/// "date", "datetime", "json".
struct Field {
    std::string name;
    std::string type;
    bool operator==(const Field&) const = default;
};

/// Something that was found out, and how: {"EPSG:4543", "declared in the .prj"}.
struct Found {
    std::string name;
    std::string how;
    bool operator==(const Found&) const = default;
};

/// What is known of a layer of a dataset without reading its features.
struct DatasetLayer {
    std::string name{};
    std::string geometry{};  // "Point", "LineString", "Polygon", "MultiPolygon", "Mixed", "None"
    Found crs{}, encoding{};
    std::vector<Field> fields{};
};

/// A feature borrowed from its source for the time of a visit.
class SourceFeature : public style::Feature {
public:
    [[nodiscard]] virtual std::uint32_t index() const = 0;
    [[nodiscard]] virtual geo::GeometryView geometry() const = 0;  // in the map CRS
};

/// The one door to features. Immutable for its readers: may be used from any number of threads at once; an
/// edited source is a new snapshot with a new revision.
class FeatureSource {
public:
    virtual ~FeatureSource() = default;

    [[nodiscard]] virtual const DatasetLayer& layer() const = 0;
    /// Rises with every change of features.
    [[nodiscard]] virtual std::uint64_t revision() const = 0;
    [[nodiscard]] virtual std::size_t size() const = 0;
    /// Of all features, in the map CRS; empty when there are none.
    [[nodiscard]] virtual geo::Envelope extent() const = 0;

    /// Calls `visit` for every feature whose envelope meets `box`, in the order of their numbers, until it
    /// returns false. Geometry may be simplified to `tolerance_map_units` (0: exact).
    virtual void visit(const geo::Envelope& box, double tolerance_map_units,
                       const std::function<bool(const SourceFeature&)>& visit) const = 0;
    /// Calls `visit` with that feature; false when there is none of this number.
    virtual bool visit(std::uint32_t index, const std::function<void(const SourceFeature&)>& visit) const = 0;

    /// Why some features are no longer given though they are there: what they are read from was damaged in
    /// the meantime. None mostly; once there is one it stays.
    [[nodiscard]] virtual std::optional<Error> fault() const { return std::nullopt; }
};

}  // namespace jinsha::map
