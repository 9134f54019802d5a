#include "ui/atlas.hpp"

#include "ui/characters.hpp"
#include "ui/shadow.hpp"
#include "ui/theme.hpp"

#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace jinsha::ui {
namespace {

constexpr ImWchar kMissingCharacter = 0x25A1;  // □
constexpr char32_t kLastOfImGui = 0xFFFF;      // its characters have 16 bits

constexpr double size_px(TextStyle style) {
    switch (style) {
        case TextStyle::Small:
            return 12;
        case TextStyle::Title:
            return 15;
        case TextStyle::Body:
            break;
    }
    return 14;
}

bool is_blank(char32_t c) {
    return c <= U' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x3000 ||
           c == 0xFEFF;
}

/// Straight alpha, as Dear ImGui blends, from premultiplied.
ImU32 straight(std::span<const std::uint8_t, 4> bgra) {
    const unsigned a = bgra[3];
    if (a == 0) return 0;
    const auto channel = [a](unsigned value) { return std::min(255U, (value * 255 + a / 2) / a); };
    return IM_COL32(channel(bgra[2]), channel(bgra[1]), channel(bgra[0]), a);
}

ImU32 white(unsigned alpha) {
    return IM_COL32(255, 255, 255, alpha);
}

}  // namespace

Atlas::Atlas(std::shared_ptr<const text::FontSet> fonts, std::shared_ptr<const symbol::IconStore> icons,
             MappedFont regular, MappedFont bold)
    : icon_store_{std::move(icons)},
      regular_{std::move(regular)},
      bold_{std::move(bold)},
      regular_advances_{fonts, text::FontWeight::Regular},
      bold_advances_{fonts, text::FontWeight::Bold} {
    atlas_.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas_.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    atlas_.Flags = ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoPowerOfTwoHeight;
    for (Style& style : styles_) style.characters.insert(kMissingCharacter);
    for (char32_t c = U'!'; c <= U'~'; ++c) want(utf8(c));
}

Result<std::unique_ptr<Atlas>> Atlas::create(std::shared_ptr<const text::FontSet> fonts,
                                             std::shared_ptr<const symbol::IconStore> icons) {
    const text::FontFile regular_file = fonts->file(text::FontWeight::Regular);
    const text::FontFile bold_file = fonts->file(text::FontWeight::Bold);
    auto regular = MappedFont::open(regular_file.path, regular_file.face_index);
    if (!regular) return tl::make_unexpected(regular.error());
    auto bold = MappedFont::open(bold_file.path, bold_file.face_index);
    if (!bold) return tl::make_unexpected(bold.error());
    return std::unique_ptr<Atlas>{
        new Atlas{std::move(fonts), std::move(icons), *std::move(regular), *std::move(bold)}};
}

void Atlas::want(std::string_view utf8) {
    while (!utf8.empty()) {
        const char32_t c = take_character(utf8);
        for (const TextStyle style : {TextStyle::Body, TextStyle::Small, TextStyle::Title}) want(style, c);
    }
}

void Atlas::want(TextStyle style, char32_t character) {
    if (is_blank(character)) return;
    if (character > kLastOfImGui) {
        missing_.insert(character);
        return;
    }
    if (style_of(style).characters.insert(static_cast<ImWchar>(character)).second) has_wishes_ = true;
}

const ImFontGlyph* Atlas::glyph(TextStyle style, char32_t character) {
    if (is_blank(character)) return nullptr;
    want(style, character);
    const ImFont* font = style_of(style).font;
    if (font == nullptr) return nullptr;
    if (character <= kLastOfImGui) {
        const ImFontGlyph* found = font->FindGlyphNoFallback(static_cast<ImWchar>(character));
        if (found != nullptr) return found;
    }
    return missing_.contains(character) ? font->FindGlyphNoFallback(kMissingCharacter) : nullptr;
}

std::optional<AtlasPicture> Atlas::icon(const std::string& name, int side_px, IconUse use) {
    const auto [entry, is_new] = icons_.try_emplace(IconKey{name, side_px, use});
    if (is_new) has_wishes_ = true;
    if (entry->second.rect < 0) return std::nullopt;
    return picture_of(entry->second.rect);
}

AtlasPicture Atlas::shadow() const {
    return picture_of(shadow_rect_);
}

void Atlas::build(double scale) {
    if (scale != scale_) {
        for (auto& [key, icon] : icons_) icon = {};
    }
    scale_ = scale;
    atlas_.Clear();
    for (const TextStyle style : {TextStyle::Body, TextStyle::Small, TextStyle::Title}) add_font(style);
    add_icons();
    const auto px = [scale](float css_px) {
        return std::max(1, static_cast<int>(std::lround(css_px * scale)));
    };
    const ShadowPicture shadow = make_shadow(px(Measures::kShadow), px(Measures::kRadius));
    shadow_corner_px_ = shadow.corner_px;
    shadow_rect_ = atlas_.AddCustomRectRegular(shadow.side_px, shadow.side_px);
    atlas_.Build();
    unsigned char* pixels = nullptr;
    atlas_.GetTexDataAsRGBA32(&pixels, nullptr, nullptr);
    paint_icons();
    ImU32* target = pixels_of(shadow_rect_);
    for (int y = 0; y < shadow.side_px; ++y) {
        const std::uint8_t* row = shadow.coverage.data() + y * shadow.side_px;
        std::transform(row, row + shadow.side_px, target + y * atlas_.TexWidth, white);
    }
    note_missing();
    has_wishes_ = false;
    ++revision_;
}

void Atlas::add_font(TextStyle text_style) {
    Style& style = style_of(text_style);
    style.ranges.clear();
    for (const ImWchar c : style.characters) style.ranges.insert(style.ranges.end(), {c, c});
    style.ranges.push_back(0);
    const MappedFont& file = text_style == TextStyle::Title ? bold_ : regular_;
    ImFontConfig config;
    config.FontNo = file.face_index();
    config.FontDataOwnedByAtlas = true;  // else it would be copied; taken back below
    config.EllipsisChar = kMissingCharacter;
    auto* bytes = const_cast<std::byte*>(file.bytes().data());
    const auto height = static_cast<float>(size_px(text_style) * scale_ * file.line_height_em());
    style.font = atlas_.AddFontFromMemoryTTF(bytes, static_cast<int>(file.bytes().size()), height, &config,
                                             style.ranges.data());
    atlas_.ConfigData.back().FontDataOwnedByAtlas = false;
}

void Atlas::add_icons() {
    for (auto& [key, icon] : icons_) {
        icon.rect = -1;
        if (!icon.picture) {
            const auto size = icon_store_->size(key.name);
            if (!size) continue;
            const auto picture =
                icon_store_->picture(key.name, key.side_px / std::max(size->width, size->height));
            if (!picture) continue;
            icon.picture = *picture;
        }
        icon.rect = atlas_.AddCustomRectRegular(icon.picture->width_px(), icon.picture->height_px());
    }
}

void Atlas::paint_icons() {
    for (const auto& [key, icon] : icons_) {
        if (icon.rect < 0) continue;
        ImU32* target = pixels_of(icon.rect);
        for (int y = 0; y < icon.picture->height_px(); ++y) {
            for (int x = 0; x < icon.picture->width_px(); ++x) {
                const auto pixel = icon.picture->pixel(x, y);
                target[y * atlas_.TexWidth + x] =
                    key.use == IconUse::Tinted ? white(pixel[3]) : straight(pixel);
            }
        }
    }
}

void Atlas::note_missing() {
    for (const Style& style : styles_) {
        for (const ImWchar c : style.characters) {
            if (style.font->FindGlyphNoFallback(c) == nullptr) missing_.insert(c);
        }
    }
}

AtlasPicture Atlas::picture_of(int rect) const {
    const ImFontAtlasCustomRect& place = atlas_.CustomRects[rect];
    AtlasPicture picture{.uv_min = {}, .uv_max = {}, .width_px = place.Width, .height_px = place.Height};
    atlas_.CalcCustomRectUV(&place, &picture.uv_min, &picture.uv_max);
    return picture;
}

ImU32* Atlas::pixels_of(int rect) {
    const ImFontAtlasCustomRect& place = atlas_.CustomRects[rect];
    return atlas_.TexPixelsRGBA32 + place.Y * atlas_.TexWidth + place.X;
}

float Atlas::advance(TextStyle style, char32_t character) const {
    const Advances& advances = style == TextStyle::Title ? bold_advances_ : regular_advances_;
    return advances.em(character) * em(style);
}

float Atlas::em(TextStyle style) const {
    return static_cast<float>(size_px(style) * scale_);
}

}  // namespace jinsha::ui
