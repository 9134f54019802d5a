#pragma once

#include "error/error.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace jinsha::text {

/// A face of FontSet.
enum class FontWeight { Regular, Bold };

/// The file and the face in it, for libraries that open fonts themselves (Dear ImGui, cairo).
struct FontFile {
    std::filesystem::path path;
    int face_index{};
    bool operator==(const FontFile&) const = default;
};

/// The fonts of map and interface: Noto Sans CJK SC, Regular and Bold (fonts-noto-cjk, face 2 of the
/// collections: the Simplified Chinese forms). Where they are not installed, another font fontconfig offers
/// for zh-cn, and `problem` says so. Characters that these lack are taken from other fonts of the machine,
/// found through fontconfig when they are first met. Any thread (locks inside).
class FontSet {
public:
    [[nodiscard]] static Result<std::shared_ptr<const FontSet>> load();
    /// The same from files of one's own choice. The error names the file that is no usable font.
    [[nodiscard]] static Result<std::shared_ptr<const FontSet>> load(const FontFile& regular,
                                                                     const FontFile& bold);
    ~FontSet();

    [[nodiscard]] FontFile file(FontWeight weight) const;
    /// The file of a glyph of a shaped text: `font` is PlacedGlyph::font.
    [[nodiscard]] FontFile file(FontWeight weight, std::uint8_t font) const;
    /// "" when the fonts are the ones wished for.
    [[nodiscard]] const std::string& problem() const noexcept;
    /// The weight that a text-font stack of the style asks for: Bold where its first name has "Bold",
    /// "Black" or "Heavy" in it, in any case of letters.
    [[nodiscard]] static FontWeight weight_for(std::span<const std::string> font_stack);
    /// The characters of `utf8` that the font has no glyph for, each once, in the order of the text. Control
    /// and invisible format characters aside. Whether another font of the machine has them does not count:
    /// the interface draws with this one alone.
    [[nodiscard]] std::u32string missing_characters(std::string_view utf8, FontWeight weight) const;

    struct Faces;
    [[nodiscard]] const Faces& faces() const noexcept { return *faces_; }  // for text's own files

private:
    FontSet(std::unique_ptr<Faces> faces, std::string problem);
    std::unique_ptr<Faces> faces_;
    std::string problem_;
};

}  // namespace jinsha::text
