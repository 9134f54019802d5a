#pragma once

#include "error/error.hpp"
#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"
#include "ui/advances.hpp"
#include "ui/mapped_font.hpp"
#include "ui/text_metrics.hpp"

#include <imgui.h>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::ui {

/// Where a picture lies in the atlas.
struct AtlasPicture {
    ImVec2 uv_min, uv_max;
    int width_px{}, height_px{};
};

/// The one texture of the interface: glyphs in three sizes, icons, and the shadow of a panel, all painted at
/// their physical size. It holds what was asked for so far: what is asked for and not there is noted, and
/// there after the next build.
class Atlas : public TextMetrics {
public:
    /// The error names the font file.
    [[nodiscard]] static Result<std::unique_ptr<Atlas>> create(
        std::shared_ptr<const text::FontSet> fonts, std::shared_ptr<const symbol::IconStore> icons);

    /// Asks for the characters of `utf8` in all styles.
    void want(std::string_view utf8);
    /// Null while it is asked for and for blanks; □ for a character that the font has not.
    [[nodiscard]] const ImFontGlyph* glyph(TextStyle style, char32_t character);

    /// How an icon is kept: as coverage, to be tinted, or in its own colours.
    enum class IconUse { Tinted, Coloured };
    /// None while it is asked for, and for an icon that the store has not. `side_px`: of its longer side.
    [[nodiscard]] std::optional<AtlasPicture> icon(const std::string& name, int side_px, IconUse use);

    /// The shadow of a panel, to be tinted and stretched (ShadowPicture). `corner_px`: its unstretched
    /// corner.
    [[nodiscard]] AtlasPicture shadow() const;
    [[nodiscard]] int shadow_corner_px() const noexcept { return shadow_corner_px_; }

    /// Something was asked for since the last build, or the scale is another.
    [[nodiscard]] bool needs_build(double scale) const noexcept { return has_wishes_ || scale != scale_; }
    /// Paints everything that was ever asked for; what was got before is void. The texture is the caller's to
    /// upload (ImGui_ImplOpenGL3_CreateFontsTexture).
    void build(double scale);
    /// Rises with every build.
    [[nodiscard]] std::uint64_t revision() const noexcept { return revision_; }
    [[nodiscard]] ImFontAtlas& imgui() noexcept { return atlas_; }
    [[nodiscard]] ImFont* font(TextStyle style) const { return style_of(style).font; }

    [[nodiscard]] float advance(TextStyle style, char32_t character) const override;
    [[nodiscard]] float em(TextStyle style) const override;

    /// The characters asked for that cannot be shown: the font has them not, or they lie beyond U+FFFF.
    [[nodiscard]] const std::set<char32_t>& missing() const noexcept { return missing_; }

private:
    struct IconKey {
        std::string name;
        int side_px{};
        IconUse use{};
        auto operator<=>(const IconKey&) const = default;
    };
    struct Icon {
        std::shared_ptr<const image::Image> picture;  // null: the store has it not
        int rect{-1};                                 // of the atlas; -1: not built yet
    };
    struct Style {
        std::set<ImWchar> characters;
        std::vector<ImWchar> ranges;  // Dear ImGui reads them while it builds
        ImFont* font{};
    };
    static constexpr std::size_t kStyles = 3;

    Atlas(std::shared_ptr<const text::FontSet> fonts, std::shared_ptr<const symbol::IconStore> icons,
          MappedFont regular, MappedFont bold);
    [[nodiscard]] Style& style_of(TextStyle style) { return styles_[static_cast<std::size_t>(style)]; }
    [[nodiscard]] const Style& style_of(TextStyle style) const {
        return styles_[static_cast<std::size_t>(style)];
    }
    void want(TextStyle style, char32_t character);
    void add_font(TextStyle style);
    void add_icons();
    void paint_icons();
    void note_missing();
    [[nodiscard]] AtlasPicture picture_of(int rect) const;
    [[nodiscard]] std::uint32_t* pixels_of(int rect);

    std::shared_ptr<const symbol::IconStore> icon_store_;
    MappedFont regular_, bold_;
    Advances regular_advances_, bold_advances_;
    ImFontAtlas atlas_;
    std::array<Style, kStyles> styles_;
    std::map<IconKey, Icon> icons_;
    std::set<char32_t> missing_;
    int shadow_rect_{-1};
    int shadow_corner_px_{};
    double scale_{};
    bool has_wishes_{true};
    std::uint64_t revision_{};
};

}  // namespace jinsha::ui
