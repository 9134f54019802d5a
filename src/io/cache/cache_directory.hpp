#pragma once

#include "error/problem.hpp"
#include "geo/envelope.hpp"
#include "io/cache/packed_bytes.hpp"
#include "io/vector_dataset.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::io {

// A layer's features lie in runs: some thousands of them, in the order of the source. Inside a run they lie
// in blocks of neighbours on the map. Of each block there is a head (who is in it, and where) and one chunk
// of geometry for each level of detail; of each run one chunk for each column of attributes. A chunk is what
// is read at once, and has a checksum of its own.

/// Bytes [offset, offset + size) of the file; in a run that is not yet in a file, counted from its beginning.
struct Chunk {
    std::uint64_t offset{}, size{}, sum{};
    bool operator==(const Chunk&) const = default;
};

struct CacheBlock {
    geo::Envelope envelope;  // of its features; empty: none of them has a geometry
    Chunk head;
    std::vector<Chunk> levels;  // exact first, then from fine to coarse
    bool operator==(const CacheBlock&) const = default;
};

struct CacheRun {
    std::uint32_t features{};
    std::vector<CacheBlock> blocks;
    Chunk ids;
    std::vector<Chunk> columns;  // in the order of the fields; of the last ones none
    bool operator==(const CacheRun&) const = default;

    [[nodiscard]] geo::Envelope extent() const noexcept {
        geo::Envelope all;
        for (const CacheBlock& block : blocks) all.extend(block.envelope);
        return all;
    }
    /// The same run lying `distance` bytes further on.
    [[nodiscard]] CacheRun moved(std::uint64_t distance) const;
};

/// What is known of a cached layer beside its features.
struct CachedLayerFacts {
    std::string identity;                  // which layer of which dataset, for which map (LayerCache)
    std::uint64_t stamp{};                 // of the source as it was read (SourceStamp)
    std::uint32_t layer{}, layer_count{};  // place among the layers of the dataset, and how many it has
    LayerSummary summary;
    std::vector<double> cells;  // of the levels after the exact one
    std::size_t skipped{};
    std::vector<Problem> problems;
};

struct CacheDirectory {
    CachedLayerFacts facts;
    std::vector<CacheRun> runs;
};

[[nodiscard]] std::string pack_directory(const CacheDirectory& directory);
/// None when the bytes hold no directory of this version.
[[nodiscard]] std::optional<CacheDirectory> unpack_directory(std::string_view bytes);

/// The end of a cache file, always of the same size, says where the directory is.
inline constexpr std::size_t kTrailerSize = 32;
[[nodiscard]] std::string pack_trailer(const Chunk& directory);
/// None when these bytes end no cache file of this version.
[[nodiscard]] std::optional<Chunk> unpack_trailer(std::string_view bytes);

}  // namespace jinsha::io
