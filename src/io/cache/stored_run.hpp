#pragma once

#include "io/cache/block_head.hpp"
#include "io/cache/block_memory.hpp"
#include "io/cache/cache_directory.hpp"
#include "io/cache/stored_bytes.hpp"
#include "map/attribute_column.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::io {

/// The geometries of a block at one level of detail, as packed_geometry.hpp packs them.
class LevelChunk {
public:
    /// None when the bytes do not hold geometries of so many members.
    [[nodiscard]] static std::optional<LevelChunk> unpack(std::string bytes, std::size_t members);
    /// Empty when nothing of the member is left at this level.
    [[nodiscard]] std::string_view geometry(std::size_t member) const noexcept {
        return std::string_view{bytes_}.substr(begins_[member], begins_[member + 1] - begins_[member]);
    }
    [[nodiscard]] std::size_t bytes() const noexcept {
        return bytes_.size() + begins_.size() * sizeof(std::size_t);
    }

private:
    std::string bytes_;
    std::vector<std::size_t> begins_;  // of each member, and the end
};

/// A run in a file, read chunk by chunk as it is wanted. Immutable; any thread. What cannot be read is null;
/// `bytes().fault()` then says why.
class StoredRun {
public:
    /// @param run  its chunks counted from the beginning of the file
    StoredRun(std::shared_ptr<const StoredBytes> bytes, CacheRun run)
        : bytes_{std::move(bytes)}, run_{std::move(run)}, extent_{run_.extent()} {}

    [[nodiscard]] const CacheRun& run() const noexcept { return run_; }
    [[nodiscard]] const geo::Envelope& extent() const noexcept { return extent_; }
    [[nodiscard]] const StoredBytes& bytes() const noexcept { return *bytes_; }

    [[nodiscard]] std::shared_ptr<const BlockHead> head(std::size_t block, BlockMemory& memory) const;
    [[nodiscard]] std::shared_ptr<const LevelChunk> level(std::size_t block, std::size_t level,
                                                          std::size_t members, BlockMemory& memory) const;
    [[nodiscard]] std::shared_ptr<const map::AttributeColumn> ids(BlockMemory& memory) const {
        return column(run_.ids, memory);
    }
    [[nodiscard]] std::shared_ptr<const map::AttributeColumn> column(std::size_t field,
                                                                     BlockMemory& memory) const {
        return column(run_.columns[field], memory);
    }

private:
    [[nodiscard]] std::shared_ptr<const map::AttributeColumn> column(const Chunk& chunk,
                                                                     BlockMemory& memory) const;
    std::shared_ptr<const StoredBytes> bytes_;
    CacheRun run_;
    geo::Envelope extent_;
};

}  // namespace jinsha::io
