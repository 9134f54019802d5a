#pragma once

#include "error/error.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::text {

/// A face of FontSet.
enum class FontWeight { Regular, Bold };

/// The file and the face in it, for libraries that open fonts themselves (Dear ImGui).
struct FontFile {
    std::filesystem::path path;
    int face_index{};
};

/// The fonts of map and interface: Noto Sans CJK SC, Regular and Bold (fonts-noto-cjk, face 2 of the
/// collections: the Simplified Chinese forms). Where they are not installed, another font fontconfig offers
/// for zh-cn, and `problem` says so. Any thread (locks inside).
class FontSet {
public:
    [[nodiscard]] static Result<std::shared_ptr<const FontSet>> load();
    ~FontSet();

    [[nodiscard]] FontFile file(FontWeight weight) const;
    /// "" when the fonts are the ones wished for.
    [[nodiscard]] const std::string& problem() const noexcept;
    /// The weight that a text-font stack of the style asks for (first name with "Bold", "Black", "Heavy" or
    /// "SemiBold").
    [[nodiscard]] static FontWeight weight_for(std::span<const std::string> font_stack);
    /// The characters of `utf8` that the font has no glyph for, each once (control characters aside).
    [[nodiscard]] std::u32string missing_characters(std::string_view utf8, FontWeight weight) const;

    struct Faces;
    [[nodiscard]] const Faces& faces() const noexcept { return *faces_; }  // for text's own files

private:
    explicit FontSet(std::unique_ptr<Faces> faces);
    std::unique_ptr<Faces> faces_;
};

}  // namespace jinsha::text
