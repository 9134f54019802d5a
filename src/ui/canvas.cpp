#include "ui/canvas.hpp"

#include "ui/characters.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace jinsha::ui {
namespace {

/// Of a Chinese character: its middle lies this much above the base line (Noto Sans CJK: from -0.12 to 0.88).
constexpr float kMiddleAboveBaseEm = 0.38F;

ImU32 color_of(Rgba c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}
ImVec2 vec(Point p) {
    return {p.x, p.y};
}
ImVec2 upper_left(const Rect& r) {
    return {r.left, r.top};
}
ImVec2 lower_right(const Rect& r) {
    return {r.right(), r.bottom()};
}

}  // namespace

float Canvas::px(float css_px) const {
    const float rounded = std::round(css_px * scale_);
    return rounded == 0 && css_px > 0 ? 1 : rounded;
}

float Canvas::text(TextStyle style, float x, float middle_y, Rgba color, std::string_view utf8) {
    const ImFont* font = atlas_->font(style);
    const float base = std::round(middle_y + kMiddleAboveBaseEm * atlas_->em(style));
    const float top = font == nullptr ? base : base - font->Ascent;
    float pen = x;
    char32_t previous = 0;
    while (!utf8.empty()) {
        const char32_t c = take_character(utf8);
        if (previous != 0) pen += atlas_->space_between(style, previous, c);
        previous = c;
        if (const ImFontGlyph* glyph = atlas_->glyph(style, c); glyph != nullptr) {
            const float left = std::round(pen);
            note('t', color, Point{left, top}, glyph->U0 * 4096, glyph->V0 * 4096);
            list().PrimReserve(6, 4);
            list().PrimRectUV({left + glyph->X0, top + glyph->Y0}, {left + glyph->X1, top + glyph->Y1},
                              {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, color_of(color));
        }
        pen += atlas_->advance(style, c);
    }
    return pen - x;
}

float Canvas::text_to_right(TextStyle style, float right, float middle_y, Rgba color, std::string_view utf8) {
    return text(style, right - atlas_->width(style, utf8), middle_y, color, utf8);
}

float Canvas::text_centered(TextStyle style, Point center, Rgba color, std::string_view utf8) {
    return text(style, center.x - atlas_->width(style, utf8) / 2, center.y, color, utf8);
}

void Canvas::text_with_halo(TextStyle style, Point center, Rgba color, Rgba halo, float halo_px,
                            std::string_view utf8) {
    constexpr int kCopies = 12;
    for (int i = 0; i < kCopies; ++i) {
        const float turn = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / kCopies;
        text_centered(style, {center.x + halo_px * std::cos(turn), center.y + halo_px * std::sin(turn)}, halo,
                      utf8);
    }
    text_centered(style, center, color, utf8);
}

void Canvas::icon(const std::string& name, Point center, float side_css_px, Rgba color) {
    const auto found = atlas_->icon(name, static_cast<int>(px(side_css_px)), Atlas::IconUse::Tinted);
    if (found) picture(*found, center, color);
}

void Canvas::colored_icon(const std::string& name, Point center, float side_css_px) {
    const auto found = atlas_->icon(name, static_cast<int>(px(side_css_px)), Atlas::IconUse::Coloured);
    if (found) picture(*found, center, rgb(0xFFFFFF));
}

void Canvas::picture(const AtlasPicture& picture, Point center, Rgba color) {
    const auto width = static_cast<float>(picture.width_px);
    const auto height = static_cast<float>(picture.height_px);
    const float left = std::round(center.x - width / 2);
    const float top = std::round(center.y - height / 2);
    note('p', color, Rect{left, top, width, height}, picture.uv_min.x * 4096, picture.uv_min.y * 4096);
    list().PrimReserve(6, 4);
    list().PrimRectUV({left, top}, {left + width, top + height}, picture.uv_min, picture.uv_max,
                      color_of(color));
}

void Canvas::image(const std::shared_ptr<const image::Image>& picture, const Rect& rect) {
    const Pictures::Texture texture = pictures_->texture(picture);
    note('i', rgb(0xFFFFFF), rect);
    stage_->fingerprint().add_word(texture.number);
    const auto name = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture.name));
    list().AddImage(name, upper_left(rect), lower_right(rect));
}

void Canvas::fill(const Rect& rect, Rgba color, float radius_px) {
    note('f', color, rect, radius_px);
    list().AddRectFilled(upper_left(rect), lower_right(rect), color_of(color), radius_px);
}

void Canvas::outline(const Rect& rect, Rgba color, float width_px, float radius_px) {
    note('o', color, rect, width_px, radius_px);
    // Dear ImGui draws a line along the middle of the pixels at the edge; a wider one grows to both sides.
    const Rect line = rect.grown(-(width_px - 1) / 2);
    list().AddRect(upper_left(line), lower_right(line), color_of(color), radius_px, 0, width_px);
}

void Canvas::line(Point from, Point to, Rgba color, float width_px) {
    note('l', color, from, to, width_px);
    list().AddLine(vec(from), vec(to), color_of(color), width_px);
}

void Canvas::circle(Point center, float radius_px, Rgba color) {
    note('c', color, center, radius_px);
    list().AddCircleFilled(vec(center), radius_px, color_of(color));
}

void Canvas::arc(Point center, float radius_px, float from_turn, float to_turn, Rgba color, float width_px) {
    note('a', color, center, radius_px, from_turn * 256, to_turn * 256, width_px);
    constexpr float kTurn = 2 * std::numbers::pi_v<float>;
    list().PathArcTo(vec(center), radius_px, (from_turn - 0.25F) * kTurn, (to_turn - 0.25F) * kTurn);
    list().PathStroke(color_of(color), 0, width_px);
}

void Canvas::separator(float left, float right, float y) {
    fill({left, y, right - left, px(1)}, colors_->border);
}

void Canvas::panel(const Rect& rect) {
    shadow(rect);
    const float radius = px(Measures::kRadius);
    // The border lies outside of the panel's ground, so that it does not eat from the margins within.
    fill(rect, colors_->border, radius);
    fill(rect.grown(-px(1)), colors_->panel, radius - px(1));
}

void Canvas::tip(const Rect& rect) {
    shadow(rect);
    fill(rect, colors_->tip, px(Measures::kSmallRadius));
}

void Canvas::shadow(const Rect& rect) {
    note('s', colors_->shadow, rect);
    const AtlasPicture picture = atlas_->shadow();
    const auto side = static_cast<float>(picture.width_px);
    const auto corner = static_cast<float>(atlas_->shadow_corner_px());
    const float reach = px(Measures::kShadow);
    const Rect outer = rect.grown(reach).moved(0, px(Measures::kShadowDrop));  // the light comes from above
    // Where the panel is too small for two whole corners, they are cut in the middle.
    const float corner_x = std::min(corner, std::floor(outer.width / 2));
    const float corner_y = std::min(corner, std::floor(outer.height / 2));
    const std::array<float, 4> xs{outer.left, outer.left + corner_x, outer.right() - corner_x, outer.right()};
    const std::array<float, 4> ys{outer.top, outer.top + corner_y, outer.bottom() - corner_y, outer.bottom()};
    const auto u = [&](float texel) {
        return picture.uv_min.x + (picture.uv_max.x - picture.uv_min.x) * texel / side;
    };
    const auto v = [&](float texel) {
        return picture.uv_min.y + (picture.uv_max.y - picture.uv_min.y) * texel / side;
    };
    const std::array<float, 4> us{u(0), u(corner_x), u(side - corner_x), u(side)};
    const std::array<float, 4> vs{v(0), v(corner_y), v(side - corner_y), v(side)};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            if (row == 1 && column == 1) continue;  // under the panel
            if (xs[column] >= xs[column + 1] || ys[row] >= ys[row + 1]) continue;
            list().PrimReserve(6, 4);
            list().PrimRectUV({xs[column], ys[row]}, {xs[column + 1], ys[row + 1]}, {us[column], vs[row]},
                              {us[column + 1], vs[row + 1]}, color_of(colors_->shadow));
        }
    }
}

void Canvas::begin_clip(const Rect& rect) {
    note('[', {}, rect);
    list().PushClipRect(upper_left(rect), lower_right(rect), true);
}

void Canvas::end_clip() {
    list().PopClipRect();
}

}  // namespace jinsha::ui
