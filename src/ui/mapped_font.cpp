#include "ui/mapped_font.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

namespace jinsha::ui {
namespace {

/// Big-endian numbers of a font; nothing beyond its end.
class FontReader {
public:
    explicit FontReader(std::span<const std::byte> bytes) : bytes_{bytes} {}

    [[nodiscard]] std::optional<std::uint32_t> u32(std::size_t at) const {
        const auto high = u16(at);
        const auto low = u16(at + 2);
        if (!high || !low) return std::nullopt;
        return static_cast<std::uint32_t>(*high) << 16 | *low;
    }
    [[nodiscard]] std::optional<std::uint16_t> u16(std::size_t at) const {
        if (at + 2 > bytes_.size()) return std::nullopt;
        return static_cast<std::uint16_t>(std::to_integer<unsigned>(bytes_[at]) << 8 |
                                          std::to_integer<unsigned>(bytes_[at + 1]));
    }
    [[nodiscard]] std::optional<std::int16_t> i16(std::size_t at) const {
        const auto value = u16(at);
        if (!value) return std::nullopt;
        return static_cast<std::int16_t>(*value);
    }

private:
    std::span<const std::byte> bytes_;
};

constexpr std::uint32_t tag(std::string_view name) {
    return static_cast<std::uint32_t>(name[0]) << 24 | static_cast<std::uint32_t>(name[1]) << 16 |
           static_cast<std::uint32_t>(name[2]) << 8 | static_cast<std::uint32_t>(name[3]);
}

/// Where the table directory of the face begins.
std::optional<std::size_t> directory(const FontReader& font, int face_index) {
    if (font.u32(0) != tag("ttcf")) return face_index == 0 ? std::optional<std::size_t>{0} : std::nullopt;
    const auto count = font.u32(8);
    if (!count || face_index < 0 || static_cast<std::uint32_t>(face_index) >= *count) return std::nullopt;
    return font.u32(12 + 4 * static_cast<std::size_t>(face_index));
}

std::optional<std::size_t> table(const FontReader& font, std::size_t directory, std::uint32_t name) {
    const std::uint16_t count = font.u16(directory + 4).value_or(0);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = directory + 12 + 16 * i;
        if (font.u32(entry) == name) return font.u32(entry + 8);
    }
    return std::nullopt;
}

}  // namespace

Result<double> line_height_em(std::span<const std::byte> bytes, int face_index) {
    const FontReader font{bytes};
    const auto start = directory(font, face_index);
    if (!start) return fail("has no face {}", face_index);
    const auto head = table(font, *start, tag("head"));
    const auto hhea = table(font, *start, tag("hhea"));
    if (!head || !hhea) return fail("is no OpenType font: no table 'head' or 'hhea'");
    const auto units_per_em = font.u16(*head + 18);
    const auto ascender = font.i16(*hhea + 4);
    const auto descender = font.i16(*hhea + 6);
    if (!units_per_em || *units_per_em == 0 || !ascender || !descender || *ascender <= *descender) {
        return fail("has no usable line height");
    }
    return static_cast<double>(*ascender - *descender) / *units_per_em;
}

MappedFont::MappedFont(std::span<const std::byte> bytes, int face_index)
    : bytes_{bytes}, face_index_{face_index} {}

MappedFont::MappedFont(MappedFont&& other) noexcept
    : bytes_{std::exchange(other.bytes_, {})},
      face_index_{other.face_index_},
      line_height_em_{other.line_height_em_} {}

MappedFont& MappedFont::operator=(MappedFont&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    std::swap(face_index_, other.face_index_);
    std::swap(line_height_em_, other.line_height_em_);
    return *this;
}

MappedFont::~MappedFont() {
    if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

Result<MappedFont> MappedFont::open(const std::filesystem::path& path, int face_index) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return fail("{}: {}", path.string(), std::strerror(errno));
    struct stat status {};
    const bool has_size = ::fstat(file, &status) == 0 && status.st_size > 0;
    const std::size_t size = has_size ? static_cast<std::size_t>(status.st_size) : 0;
    void* memory = has_size ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
    ::close(file);  // the mapping stays
    if (memory == MAP_FAILED) return fail("{}: cannot be mapped into memory", path.string());
    MappedFont font{{static_cast<const std::byte*>(memory), size}, face_index};
    const auto height = jinsha::ui::line_height_em(font.bytes_, face_index);
    if (!height) return tl::make_unexpected(height.error().in(path.string()));
    font.line_height_em_ = *height;
    return font;
}

}  // namespace jinsha::ui
