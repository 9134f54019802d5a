#pragma once

#include "geo/geometry.hpp"
#include "io/cache/cache_directory.hpp"
#include "io/cache/detail_levels.hpp"
#include "io/cache/packed_bytes.hpp"
#include "map/attribute_column.hpp"

#include <span>
#include <string>
#include <vector>

namespace jinsha::io {

/// No run has more features.
inline constexpr std::size_t kMostFeaturesInRun = 65'536;

/// A run, ready to be appended to a file; its chunks are counted from its own beginning.
struct PackedRun {
    std::string bytes;
    CacheRun run;
};

/// Packs features into a run: geometry at all levels of detail, in blocks of neighbours. One thread.
class RunBuilder {
public:
    /// @param cells  of the levels after the exact one (detail_cells)
    explicit RunBuilder(std::vector<double> cells);

    /// The next feature of the source, as geo::GeometryView promises.
    void add(const geo::GeometryView& geometry);
    [[nodiscard]] std::size_t size() const noexcept { return envelopes_.size(); }
    /// The run of all that was added, with a value of each column for each feature. The builder is empty
    /// afterwards.
    [[nodiscard]] PackedRun finish(const map::AttributeColumn& ids,
                                   std::span<const map::AttributeColumn> columns);

private:
    /// The geometries of all features at one level, one after the other.
    struct Level {
        double cell{};  // 0: exact
        PackedWriter bytes;
        std::vector<std::size_t> ends;
        [[nodiscard]] std::string_view geometry(std::size_t feature) const noexcept;
    };

    [[nodiscard]] std::vector<std::vector<std::uint32_t>> neighbours() const;
    void append_blocks(PackedRun& packed) const;

    std::vector<Level> levels_;
    std::vector<geo::GeometryType> types_;
    std::vector<geo::Envelope> envelopes_;
    Simplifier simplifier_;
};

}  // namespace jinsha::io
