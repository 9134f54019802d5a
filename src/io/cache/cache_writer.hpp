#pragma once

#include "error/error.hpp"
#include "io/atomic_file.hpp"
#include "io/cache/cache_directory.hpp"
#include "io/cache/run_builder.hpp"
#include "io/cache/stored_run.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace jinsha::io {

/// Writes the file of a cached layer run by run; each run can be read as soon as it is appended. Where the
/// file cannot be made, or the disk gets full, runs are kept in memory and the layer works all the same, but
/// no file stays. One thread at a time.
class CacheWriter {
public:
    /// @param target  name of the file, which appears with `commit`
    explicit CacheWriter(const std::filesystem::path& target);

    /// Fails only when there is no memory either.
    [[nodiscard]] Result<std::shared_ptr<const StoredRun>> append(const PackedRun& packed);
    /// Completes the file and gives it its name. Does nothing after trouble.
    void commit(const CachedLayerFacts& facts);
    /// There will be no file; what was appended can still be read.
    void discard() { file_.reset(); }
    /// Why there will be no file; none when all is well.
    [[nodiscard]] const std::optional<Error>& trouble() const noexcept { return trouble_; }

private:
    [[nodiscard]] Result<void> write(std::string_view bytes);
    void give_up(const Error& why);

    std::optional<AtomicFile> file_;
    std::shared_ptr<StoredBytes> in_file_, in_memory_;
    std::uint64_t file_size_{}, memory_size_{};
    std::vector<CacheRun> runs_;
    std::optional<Error> trouble_;
};

}  // namespace jinsha::io
