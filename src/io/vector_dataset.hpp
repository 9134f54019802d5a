#pragma once

#include "error/error.hpp"
#include "error/problem.hpp"
#include "geo/crs.hpp"
#include "geo/envelope.hpp"
#include "map/feature_source.hpp"

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace jinsha::io {

/// What the map document knows better than the file.
struct DatasetHints {
    std::string crs, encoding;  // "": as the file declares
};

/// A layer of a dataset before its features are read.
struct LayerSummary {
    map::DatasetLayer layer;
    geo::Crs crs;          // the one `layer.crs` names
    geo::Envelope extent;  // in that CRS (x east, y north); empty when not known cheaply or without features
    std::size_t features{};  // as the driver counts; 0 when not known cheaply
};

/// The features of a layer in the map CRS.
struct LayerFeatures {
    std::shared_ptr<const map::FeatureSource> source;
    std::size_t skipped{};          // features that could not be taken
    std::vector<Problem> problems;  // one for each reason, with a count and the first feature it met
};

/// Says how far a reading is, 0 to 1; called now and then from the reading thread.
using Progress = std::function<void(double)>;

/// An open vector dataset (GeoJSON, GeoPackage, Shapefile, FlatGeobuf, KML, CSV …). Closes itself; move only;
/// one thread at a time. GDAL's messages are caught, never printed.
class VectorDataset {
public:
    /// Opens read-only with the allowed drivers. The error names the path, what was expected and what was
    /// found.
    [[nodiscard]] static Result<VectorDataset> open(const std::filesystem::path& path,
                                                    const DatasetHints& hints);
    /// GeoJSON that stands in a map document.
    [[nodiscard]] static Result<VectorDataset> from_geojson(std::string text, const DatasetHints& hints);
    VectorDataset(VectorDataset&&) noexcept;
    VectorDataset& operator=(VectorDataset&&) noexcept;
    ~VectorDataset();

    [[nodiscard]] const std::vector<LayerSummary>& layers() const noexcept;
    /// Reads all features of layers()[layer]. Stops with an error when `cancelled` becomes true.
    [[nodiscard]] Result<LayerFeatures> read(std::size_t layer, const geo::Crs& map_crs,
                                             const std::atomic<bool>& cancelled,
                                             const Progress& progress) const;

    struct State;  // a way to read, of which there are several
    /// For readers of large layers (dataset_backend.hpp).
    [[nodiscard]] const State& state() const noexcept { return *state_; }

private:
    explicit VectorDataset(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace jinsha::io
