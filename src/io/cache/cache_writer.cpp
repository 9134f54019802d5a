#include "io/cache/cache_writer.hpp"

#include <utility>

namespace jinsha::io {

CacheWriter::CacheWriter(const std::filesystem::path& target) {
    std::error_code error;
    std::filesystem::create_directories(target.parent_path(), error);
    auto file = AtomicFile::create(target);
    if (!file) {
        give_up(file.error());
        return;
    }
    auto bytes = StoredBytes::open(file->temporary_path(), target);
    if (!bytes) {
        give_up(bytes.error());
        return;
    }
    file_.emplace(*std::move(file));
    in_file_ = *std::move(bytes);
}

void CacheWriter::give_up(const Error& why) {
    trouble_ = why;
    file_.reset();
}

Result<void> CacheWriter::write(std::string_view bytes) {
    auto written = file_->write(bytes);
    if (written) file_size_ += bytes.size();
    return written;
}

Result<std::shared_ptr<const StoredRun>> CacheWriter::append(const PackedRun& packed) {
    if (file_) {
        const std::uint64_t begin = file_size_;
        if (const auto written = write(packed.bytes); written) {
            runs_.push_back(packed.run.moved(begin));
            return std::make_shared<const StoredRun>(in_file_, runs_.back());
        } else {
            give_up(written.error());
        }
    }
    if (!in_memory_) {
        auto memory = StoredBytes::in_memory();
        if (!memory) return tl::make_unexpected(memory.error());
        in_memory_ = *std::move(memory);
    }
    if (const auto kept = in_memory_->append(packed.bytes); !kept) return tl::make_unexpected(kept.error());
    const std::uint64_t begin = std::exchange(memory_size_, memory_size_ + packed.bytes.size());
    return std::make_shared<const StoredRun>(in_memory_, packed.run.moved(begin));
}

void CacheWriter::commit(const CachedLayerFacts& facts) {
    if (!file_) return;
    const std::string directory = pack_directory({facts, runs_});
    const Chunk place{file_size_, directory.size(), checksum(directory)};
    for (const std::string& bytes : {directory, pack_trailer(place)})
        if (const auto written = write(bytes); !written) return give_up(written.error());
    if (const auto done = file_->commit(); !done) return give_up(done.error());
    file_.reset();
}

}  // namespace jinsha::io
