#pragma once

#include "style/layer/looks.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jinsha::style {

struct TextLook {
    template <class T>
    using Is = LookProperty<LayerType::Symbol, T>;
    Is<std::string> field{"text-field"};
    Is<std::vector<std::string>> font{"text-font"};
    Is<double> size{"text-size"};
    Is<Anchor> anchor{"text-anchor"};
    Is<Offset> offset{"text-offset"};
    Is<std::vector<Anchor>> variable_anchor{"text-variable-anchor"};
    Is<double> max_width{"text-max-width"};
    Is<double> line_height{"text-line-height"};
    Is<double> letter_spacing{"text-letter-spacing"};
    Is<Justify> justify{"text-justify"};
    Is<double> rotate{"text-rotate"};
    Is<double> padding{"text-padding"};
    Is<bool> keep_upright{"text-keep-upright"};
    Is<TextTransform> transform{"text-transform"};
    Is<bool> allow_overlap{"text-allow-overlap"};
    Is<std::optional<Overlap>> overlap{"text-overlap"};
    Is<bool> ignore_placement{"text-ignore-placement"};
    Is<bool> is_optional{"text-optional"};
    Is<double> opacity{"text-opacity"};
    Is<Color> color{"text-color"};
    Is<Color> halo_color{"text-halo-color"};
    Is<double> halo_width{"text-halo-width"};
    Is<double> halo_blur{"text-halo-blur"};

    void each(auto&& visit) {
        visit(field);
        visit(font);
        visit(size);
        visit(anchor);
        visit(offset);
        visit(variable_anchor);
        visit(max_width);
        visit(line_height);
        visit(letter_spacing);
        visit(justify);
        visit(rotate);
        visit(padding);
        visit(keep_upright);
        visit(transform);
        visit(allow_overlap);
        visit(overlap);
        visit(ignore_placement);
        visit(is_optional);
        visit(opacity);
        visit(color);
        visit(halo_color);
        visit(halo_width);
        visit(halo_blur);
    }
    [[nodiscard]] SymbolText paint(const EvaluationInput& in) const;
};

struct IconLook {
    template <class T>
    using Is = LookProperty<LayerType::Symbol, T>;
    Is<std::string> image{"icon-image"};
    Is<double> size{"icon-size"};
    Is<Anchor> anchor{"icon-anchor"};
    Is<Offset> offset{"icon-offset"};
    Is<double> rotate{"icon-rotate"};
    Is<double> padding{"icon-padding"};
    Is<double> opacity{"icon-opacity"};
    Is<bool> allow_overlap{"icon-allow-overlap"};
    Is<std::optional<Overlap>> overlap{"icon-overlap"};
    Is<bool> ignore_placement{"icon-ignore-placement"};
    Is<bool> is_optional{"icon-optional"};

    void each(auto&& visit) {
        visit(image);
        visit(size);
        visit(anchor);
        visit(offset);
        visit(rotate);
        visit(padding);
        visit(opacity);
        visit(allow_overlap);
        visit(overlap);
        visit(ignore_placement);
        visit(is_optional);
    }
    [[nodiscard]] SymbolIcon paint(const EvaluationInput& in) const;
};

struct SymbolLook {
    template <class T>
    using Is = LookProperty<LayerType::Symbol, T>;
    Is<Visibility> visibility{"visibility"};
    Is<SymbolPlacement> placement{"symbol-placement"};
    Is<double> spacing{"symbol-spacing"};
    Is<double> sort_key{"symbol-sort-key"};
    TextLook text;
    IconLook icon;

    void each(auto&& visit) {
        visit(visibility);
        visit(placement);
        visit(spacing);
        visit(sort_key);
        text.each(visit);
        icon.each(visit);
    }
    [[nodiscard]] SymbolPaint paint(const EvaluationInput& in) const;
};

}  // namespace jinsha::style
