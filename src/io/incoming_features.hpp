#pragma once

#include "error/error.hpp"
#include "geo/crs.hpp"
#include "json/tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jinsha::io {

/// Features that come from elsewhere to be added to a file, as they are written there.
struct IncomingFeatures {
    std::vector<json::Tree> features;
    geo::Crs crs;  // WGS 84 unless the text declares another
};

/// The features of a FeatureCollection, a Feature, a geometry (a Feature without properties), or a sequence
/// of them. The error says what is wrong, and where: broken JSON, a faulty geometry, a coordinate beyond the
/// earth.
[[nodiscard]] Result<IncomingFeatures> read_incoming(std::string_view text);

/// Brings the positions of the features into another CRS.
[[nodiscard]] Result<void> transform(IncomingFeatures& incoming, const geo::Crs& to);

}  // namespace jinsha::io
