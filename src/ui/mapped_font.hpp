#pragma once

#include "error/error.hpp"

#include <cstddef>
#include <filesystem>
#include <span>

namespace jinsha::ui {

/// A font file mapped into memory, so that Dear ImGui need not copy it (18 MB). Move only.
class MappedFont {
public:
    /// The error names the file.
    [[nodiscard]] static Result<MappedFont> open(const std::filesystem::path& path, int face_index);
    MappedFont(MappedFont&& other) noexcept;
    MappedFont& operator=(MappedFont&& other) noexcept;
    ~MappedFont();

    [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return bytes_; }
    [[nodiscard]] int face_index() const noexcept { return face_index_; }
    /// Ascender minus descender in em: what Dear ImGui calls the size of a font is this times its em.
    [[nodiscard]] double line_height_em() const noexcept { return line_height_em_; }

private:
    MappedFont(std::span<const std::byte> bytes, int face_index);

    std::span<const std::byte> bytes_;
    int face_index_{};
    double line_height_em_{};
};

/// Ascender minus descender, by unitsPerEm, of a face of an OpenType file or collection (tables `hhea` and
/// `head`; ISO/IEC 14496-22).
[[nodiscard]] Result<double> line_height_em(std::span<const std::byte> font, int face_index);

}  // namespace jinsha::ui
