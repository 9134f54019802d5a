#pragma once

#include "error/error.hpp"
#include "geo/envelope.hpp"
#include "io/geojson_data.hpp"
#include "map/feature_source.hpp"

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::io {

/// What those who parse the parts of a GeoJSON text find out together: fields, the kind of geometry, where it
/// lies. Any thread.
class GeoJsonFindings {
public:
    /// @param fields  which are known already, and keep their places
    explicit GeoJsonFindings(std::vector<map::Field> fields) : fields_{std::move(fields)} {}

    // A part is being worked on from the one to the other.
    void begin_part();
    void end_part();
    /// Returns when no part is being worked on.
    void wait_for_parts();

    /// The places of the part's fields among those of the layer; those that are new come last.
    [[nodiscard]] std::vector<std::size_t> add(const GeoJsonData& part);
    /// The first one counts.
    void fail(Error error);

    [[nodiscard]] std::optional<Error> error() const;
    [[nodiscard]] std::vector<map::Field> fields() const;
    [[nodiscard]] std::string geometry_kind() const;
    [[nodiscard]] geo::Envelope extent() const;

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t parts_{};
    std::vector<map::Field> fields_;
    std::optional<std::string> kind_;
    geo::Envelope extent_;
    std::optional<Error> error_;
};

}  // namespace jinsha::io
