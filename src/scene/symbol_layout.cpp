#include "scene/symbol_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace jinsha::scene {

namespace {

constexpr std::size_t kMostPlacesAlong = 8;
constexpr double kUsualLineHeightEm = 1.2;

bool is_inside(const GridBox& box, GridPoint anchor, double reach_px) {
    return box.left >= anchor.x - reach_px && box.right <= anchor.x + reach_px &&
           box.top >= anchor.y - reach_px && box.bottom <= anchor.y + reach_px;
}

/// -1, 0, 1: on which side of its anchor the picture lies. With "left" the anchor is at the left edge.
struct Side {
    int x, y;
};

Side side(style::Anchor anchor) {
    switch (anchor) {
        case style::Anchor::Center:
            return {0, 0};
        case style::Anchor::Left:
            return {1, 0};
        case style::Anchor::Right:
            return {-1, 0};
        case style::Anchor::Top:
            return {0, 1};
        case style::Anchor::Bottom:
            return {0, -1};
        case style::Anchor::TopLeft:
            return {1, 1};
        case style::Anchor::TopRight:
            return {-1, 1};
        case style::Anchor::BottomLeft:
            return {1, -1};
        case style::Anchor::BottomRight:
            return {-1, -1};
    }
    return {0, 0};
}

text::Alignment alignment(const style::SymbolText& text, style::Anchor anchor) {
    switch (text.justify) {
        case style::Justify::Left:
            return text::Alignment::Left;
        case style::Justify::Right:
            return text::Alignment::Right;
        case style::Justify::Center:
            return text::Alignment::Center;
        case style::Justify::Auto:
            break;
    }
    constexpr std::array kBySide{text::Alignment::Right, text::Alignment::Center, text::Alignment::Left};
    return kBySide[static_cast<std::size_t>(side(anchor).x + 1)];
}

text::LabelColors label_colors(const style::SymbolText& text, double pixel_ratio) {
    return {text.color.r,
            text.color.g,
            text.color.b,
            text.color.a,
            text.halo_color.r,
            text.halo_color.g,
            text.halo_color.b,
            text.halo_color.a,
            text.halo_width * pixel_ratio,
            text.halo_blur * pixel_ratio};
}

/// Neither ASCII nor any other letters that lie on their side in a column.
bool is_chinese(std::string_view utf8) {
    return std::ranges::all_of(
        utf8, [](char c) { return static_cast<unsigned char>(c) >= 0xE3 || (c & 0xC0) == 0x80; });
}

}  // namespace

text::TextFormat text_format(const style::SymbolText& text, double pixel_ratio, text::Alignment alignment) {
    const double em = text.size * pixel_ratio;
    return {text::FontSet::weight_for(text.font),
            em,
            text.letter_spacing_em * em,
            std::max(0.0, text.max_width_em * em),
            (text.line_height_em > 0 ? text.line_height_em : kUsualLineHeightEm) * em,
            alignment};
}

std::span<const style::Anchor> anchors_of(const style::SymbolText& text) noexcept {
    if (text.variable_anchor.empty()) return {&text.anchor, 1};
    return std::span{text.variable_anchor}.first(
        std::min(text.variable_anchor.size(), PartClaim::kMaxChoices));
}

TextOffset text_offset(const style::SymbolText& text, double pixel_ratio) noexcept {
    const double em = text.size * pixel_ratio;
    return {text.offset_em.x * em, text.offset_em.y * em, !text.variable_anchor.empty()};
}

GridPoint text_middle(style::Anchor anchor, const TextOffset& offset, double width_px,
                      double height_px) noexcept {
    const Side s = side(anchor);
    const double x = offset.is_variable ? s.x * std::abs(offset.x_px) : offset.x_px;
    const double y = offset.is_variable ? s.y * std::abs(offset.y_px) : offset.y_px;
    return {s.x * width_px / 2 + x, s.y * height_px / 2 + y};
}

GridPoint icon_middle(const style::SymbolIcon& icon, double width_px, double height_px,
                      double pixel_ratio) noexcept {
    const Side s = side(icon.anchor);
    const double scale = icon.size * pixel_ratio;
    return {s.x * width_px / 2 + icon.offset.x * scale, s.y * height_px / 2 + icon.offset.y * scale};
}

bool SymbolLayout::add_icon(SymbolParts& parts, const style::SymbolIcon& icon, symbol::IconSize size,
                            GridPoint anchor, const Turn& course_turn) const {
    const double scale = icon.size * pixel_ratio;
    const double width = size.width * scale, height = size.height * scale;
    const Turn own = Turn::of_degrees(icon.rotate_deg);
    const Turn turn{own.cosine * course_turn.cosine - own.sine * course_turn.sine,
                    own.sine * course_turn.cosine + own.cosine * course_turn.sine};
    const GridPoint from_anchor = turn.apply(icon_middle(icon, width, height, pixel_ratio));
    const GridPoint center{anchor.x + from_anchor.x, anchor.y + from_anchor.y};
    const GridBox box = box_around(center, width, height, turn);
    const GridBox padded = box.grown(icon.padding * pixel_ratio);
    if (!is_inside(padded, anchor, reach_px)) return false;
    parts.icon.overlap = icon.overlap;
    parts.icon.ignore_placement = icon.ignore_placement;
    parts.icon.is_optional = icon.is_optional;
    parts.icon.add_choice({&padded, 1});
    parts.icon_box = box;
    parts.icon_drawing =
        PlacedIcon{icon.image, center, icon.size, turn.degrees(), icon.opacity, width, height};
    return true;
}

bool SymbolLayout::add_text(SymbolParts& parts, const style::SymbolText& text, GridPoint anchor) const {
    parts.text.overlap = text.overlap;
    parts.text.ignore_placement = text.ignore_placement;
    parts.text.is_optional = text.is_optional;
    const Turn turn = Turn::of_degrees(text.rotate_deg);
    const text::LabelColors colors = label_colors(text, pixel_ratio);
    const TextOffset offset = text_offset(text, pixel_ratio);
    std::array<std::shared_ptr<const text::Label>, 3> labels;  // one for each alignment that is needed
    bool is_single_line = false;
    for (const style::Anchor text_anchor : anchors_of(text)) {
        const text::Alignment wanted =
            is_single_line ? text::Alignment::Center : alignment(text, text_anchor);
        auto& label = labels[static_cast<std::size_t>(wanted)];
        if (!label) {
            auto shaped = text::shape(fonts, text.text, text_format(text, pixel_ratio, wanted));
            if (shaped.line_count == 0) return true;
            is_single_line = shaped.line_count == 1;
            label = std::make_shared<text::Label>(text::Label{std::move(shaped), colors, text.rotate_deg});
            if (is_single_line) labels.fill(label);
        }
        const double width = label->shaped.width_px, height = label->shaped.height_px;
        const GridPoint from_anchor = turn.apply(text_middle(text_anchor, offset, width, height));
        const GridPoint origin{anchor.x + from_anchor.x, anchor.y + from_anchor.y};
        const GridBox box = box_around(origin, width, height, turn);
        const GridBox padded = box.grown(text.padding * pixel_ratio);
        if (!is_inside(padded, anchor, reach_px)) continue;
        parts.text.add_choice({&padded, 1});
        parts.text_drawings.push_back({{{label, origin, text.opacity}}, box});
    }
    return parts.text.choice_count() > 0;
}

SymbolLayout::LineSetting SymbolLayout::line_setting(const style::SymbolText& text) const {
    LineSetting setting;
    text::TextFormat format = text_format(text, pixel_ratio, text::Alignment::Center);
    format.max_width_px = 0;
    std::string one_line = text.text;
    std::ranges::replace(one_line, '\n', ' ');
    setting.shaped = text::shape(fonts, one_line, format);
    setting.groups = text::glyph_groups(setting.shaped);
    for (const text::GlyphGroup& group : setting.groups) {
        setting.spans.push_back({group.middle_x + text.offset_em.x * format.size_px, group.advance});
    }
    const double across_px =
        side(text.anchor).y * setting.shaped.height_px / 2 + text.offset_em.y * format.size_px;
    setting.format = {format.size_px, across_px, text.keep_upright,
                      across_px == 0 && is_chinese(setting.shaped.text)};
    setting.colors = label_colors(text, pixel_ratio);
    return setting;
}

bool SymbolLayout::add_line_text(SymbolParts& parts, const style::SymbolText& text,
                                 const LineSetting& setting, const LineCourse& course,
                                 const LineAnchor& anchor, double slack_px) const {
    parts.text.overlap = text.overlap;
    parts.text.ignore_placement = text.ignore_placement;
    parts.text.is_optional = text.is_optional;
    const auto places =
        line_texts(course, anchor.along_px, slack_px, kMostPlacesAlong, setting.spans, setting.format);
    const double padding = text.padding * pixel_ratio;
    for (const LineText& place : places) {
        SymbolParts::TextDrawing drawing;
        std::vector<GridBox> padded;
        for (std::size_t i = 0; i < place.spots.size(); ++i) {
            const GlyphSpot& spot = place.spots[i];
            const GridBox box = box_around(spot.middle, setting.groups[i].advance, setting.shaped.height_px,
                                           Turn::of_degrees(spot.rotate_deg));
            padded.push_back(box.grown(padding));
            drawing.box = united(drawing.box, box);
            drawing.texts.push_back(
                {std::make_shared<text::Label>(text::Label{
                     text::group_text(setting.shaped, setting.groups[i]), setting.colors, spot.rotate_deg}),
                 spot.middle, text.opacity});
        }
        if (!is_inside(drawing.box.grown(padding), anchor.point, reach_px)) continue;
        parts.text.add_choice(padded);
        parts.text_drawings.push_back(std::move(drawing));
    }
    return places.empty() || parts.text.choice_count() > 0;
}

}  // namespace jinsha::scene
