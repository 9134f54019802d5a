#pragma once

#include "error/problem.hpp"
#include "geo/crs.hpp"
#include "geo/envelope.hpp"
#include "map/feature_source.hpp"
#include "map/map_document.hpp"
#include "map/zoom_scale.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace jinsha::map {

/// One dataset layer that was opened for a source of the document. A source may have several
/// (`source-layer`).
struct LoadedSource {
    std::string id;                               // of the document's source
    std::string dataset_layer;                    // name of the dataset's layer
    std::shared_ptr<const FeatureSource> source;  // never null
    std::size_t skipped{};  // features that could not be taken; the reasons are problems
    std::vector<std::uint32_t> skipped_elements{};  // LayerFeatures::skipped_elements, of what is in memory
};

/// A document with its data. `FeatureKey::source` counts in `sources`.
struct LoadedMap {
    MapDocument document;
    geo::Crs crs;
    ZoomScale scale;
    geo::MapPoint origin;  // of the pixel grid, fixed for the document: its center, whole map units
    geo::Envelope extent;  // of all sources
    geo::Envelope home;    // jinsha:home in the map CRS, what the map opens with; empty: the extent
    std::vector<LoadedSource> sources;
    std::vector<Problem> problems;  // of document and data together

    /// The place in `sources` that a style layer draws from; none for background or when its data could not
    /// be read.
    [[nodiscard]] std::optional<std::uint32_t> source_of(const style::StyleLayer& layer) const;
};

}  // namespace jinsha::map
