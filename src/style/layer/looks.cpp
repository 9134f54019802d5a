#include "style/layer/looks.hpp"

#include "style/layer/symbol_look.hpp"
#include "style/utf8.hpp"

namespace jinsha::style {

namespace {

std::string transformed(std::string text, TextTransform transform) {
    switch (transform) {
        case TextTransform::Uppercase:
            return utf8::upper(text);
        case TextTransform::Lowercase:
            return utf8::lower(text);
        case TextTransform::None:
            break;
    }
    return text;
}

Overlap overlap_of(std::optional<Overlap> overlap, bool is_allowed) {
    return overlap.value_or(is_allowed ? Overlap::Always : Overlap::Never);
}

}  // namespace

BackgroundPaint BackgroundLook::paint(const EvaluationInput& in) const {
    return {color.at(in), opacity.at(in)};
}

FillPaint FillLook::paint(const EvaluationInput& in) const {
    return {.color = color.at(in),
            .opacity = opacity.at(in),
            .outline_color = outline_color.at(in),
            .antialias = antialias.at(in),
            .translate = translate.at(in),
            .sort_key = sort_key.at(in)};
}

LinePaint LineLook::paint(const EvaluationInput& in) const {
    return {.color = color.at(in),
            .opacity = opacity.at(in),
            .width = width.at(in),
            .gap_width = gap_width.at(in),
            .offset = offset.at(in),
            .blur = blur.at(in),
            .cap = cap.at(in),
            .join = join.at(in),
            .miter_limit = miter_limit.at(in),
            .dasharray = dasharray.at(in),
            .sort_key = sort_key.at(in)};
}

CirclePaint CircleLook::paint(const EvaluationInput& in) const {
    return {.color = color.at(in),
            .opacity = opacity.at(in),
            .radius = radius.at(in),
            .blur = blur.at(in),
            .translate = translate.at(in),
            .stroke_color = stroke_color.at(in),
            .stroke_width = stroke_width.at(in),
            .stroke_opacity = stroke_opacity.at(in),
            .sort_key = sort_key.at(in)};
}

SymbolText TextLook::paint(const EvaluationInput& in) const {
    return {.text = transformed(field.at(in), transform.at(in)),
            .font = font.at(in),
            .size = size.at(in),
            .anchor = anchor.at(in),
            .offset_em = offset.at(in),
            .variable_anchor = variable_anchor.at(in),
            .max_width_em = max_width.at(in),
            .line_height_em = line_height.at(in),
            .letter_spacing_em = letter_spacing.at(in),
            .justify = justify.at(in),
            .rotate_deg = rotate.at(in),
            .padding = padding.at(in),
            .overlap = overlap_of(overlap.at(in), allow_overlap.at(in)),
            .ignore_placement = ignore_placement.at(in),
            .is_optional = is_optional.at(in),
            .keep_upright = keep_upright.at(in),
            .color = color.at(in),
            .halo_color = halo_color.at(in),
            .halo_width = halo_width.at(in),
            .halo_blur = halo_blur.at(in),
            .opacity = opacity.at(in)};
}

SymbolIcon IconLook::paint(const EvaluationInput& in) const {
    return {.image = image.at(in),
            .size = size.at(in),
            .anchor = anchor.at(in),
            .offset = offset.at(in),
            .rotate_deg = rotate.at(in),
            .padding = padding.at(in),
            .opacity = opacity.at(in),
            .overlap = overlap_of(overlap.at(in), allow_overlap.at(in)),
            .ignore_placement = ignore_placement.at(in),
            .is_optional = is_optional.at(in)};
}

SymbolPaint SymbolLook::paint(const EvaluationInput& in) const {
    return {.placement = placement.at(in),
            .spacing = spacing.at(in),
            .sort_key = sort_key.at(in),
            .text = text.paint(in),
            .icon = icon.paint(in)};
}

}  // namespace jinsha::style
