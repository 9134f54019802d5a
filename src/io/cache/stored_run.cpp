#include "io/cache/stored_run.hpp"

#include "io/cache/packed_column.hpp"

#include <utility>

namespace jinsha::io {
namespace {

/// Reads a chunk and makes of it what it holds. A chunk whose checksum is right and which still holds nothing
/// was written by another program or a faulty one: the file is of no use.
template <class T, class Unpack>
std::shared_ptr<const T> load(const StoredBytes& bytes, const Chunk& chunk, BlockMemory& memory,
                              double memory_per_byte, Unpack unpack) {
    return memory.get<T>({bytes.id(), chunk.offset}, [&]() -> BlockMemory::Loaded<T> {
        auto content = bytes.read(chunk);
        if (!content) return {};
        std::optional<T> unpacked = unpack(*std::move(content));
        if (!unpacked) {
            bytes.condemn(fmt::format("holds something unknown at byte {}", chunk.offset));
            return {};
        }
        const auto size = static_cast<std::size_t>(static_cast<double>(chunk.size) * memory_per_byte);
        return {std::make_shared<const T>(*std::move(unpacked)), size + sizeof(T)};
    });
}

}  // namespace

std::optional<LevelChunk> LevelChunk::unpack(std::string bytes, std::size_t members) {
    LevelChunk chunk;
    PackedReader in{bytes};
    chunk.begins_.reserve(members + 1);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < members; ++i) {
        chunk.begins_.push_back(begin);
        const std::uint64_t size = in.number();
        if (size > bytes.size()) return std::nullopt;
        begin += static_cast<std::size_t>(size);
    }
    chunk.begins_.push_back(begin);
    if (in.has_failed() || in.remaining() != begin) return std::nullopt;
    const std::size_t sizes = bytes.size() - in.remaining();
    for (std::size_t& place : chunk.begins_) place += sizes;
    chunk.bytes_ = std::move(bytes);
    return chunk;
}

std::shared_ptr<const BlockHead> StoredRun::head(std::size_t block, BlockMemory& memory) const {
    return load<BlockHead>(*bytes_, run_.blocks[block].head, memory, 1, [&](const std::string& content) {
        auto head = BlockHead::unpack(content);
        for (std::size_t i = 0; head && i < head->size(); ++i)
            if (head->place_in_run(i) >= run_.features) head.reset();
        return head;
    });
}

std::shared_ptr<const LevelChunk> StoredRun::level(std::size_t block, std::size_t level, std::size_t members,
                                                   BlockMemory& memory) const {
    // A length of one byte becomes a place of eight.
    return load<LevelChunk>(*bytes_, run_.blocks[block].levels[level], memory, 1.2, [&](std::string content) {
        return LevelChunk::unpack(std::move(content), members);
    });
}

std::shared_ptr<const map::AttributeColumn> StoredRun::column(const Chunk& chunk, BlockMemory& memory) const {
    return load<map::AttributeColumn>(*bytes_, chunk, memory, 4, [&](const std::string& content) {
        auto column = unpack_column(content);
        if (column && column->size() != run_.features) column.reset();
        return column;
    });
}

}  // namespace jinsha::io
