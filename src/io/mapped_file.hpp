#pragma once

#include "error/error.hpp"

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace jinsha::io {

/// The bytes of a file without a copy. Move only; the text is valid as long as this lives.
class MappedFile {
public:
    [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    [[nodiscard]] std::string_view text() const noexcept { return {data_, size_}; }

private:
    MappedFile(const char* data, std::size_t size) noexcept : data_{data}, size_{size} {}
    const char* data_;
    std::size_t size_;
};

}  // namespace jinsha::io
