#pragma once

#include "error/error.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>

namespace jinsha::io {

/// The bytes of a file as it was when it was opened, in memory: one that were only mapped would end the
/// program (SIGBUS) when another cuts it off meanwhile. Move only; the text is valid as long as this lives.
class WholeFile {
public:
    [[nodiscard]] static Result<WholeFile> open(const std::filesystem::path& path);

    [[nodiscard]] std::string_view text() const noexcept { return {bytes_.get(), size_}; }

private:
    WholeFile(std::unique_ptr<char[]> bytes, std::size_t size) noexcept
        : bytes_{std::move(bytes)}, size_{size} {}
    std::unique_ptr<char[]> bytes_;
    std::size_t size_;
};

}  // namespace jinsha::io
