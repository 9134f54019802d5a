#pragma once

#include "style/layer/property.hpp"
#include "style/style_layer.hpp"

#include <cassert>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace jinsha::style {

// The drawn properties of each layer type. `each` visits all of them; a property that is not visited is not
// drawn, and `jinsha info` says so.

[[nodiscard]] inline const PropertySpec& spec_of(LayerType type, std::string_view name) {
    const PropertySpec* spec = find_property(type, name);
    assert(spec);
    return *spec;
}

/// `Member<Type>{"name"}` in a look: a property of that layer type.
template <LayerType kType, class T>
struct LookProperty : Property<T> {
    explicit LookProperty(std::string_view name) : Property<T>{spec_of(kType, name)} {}
};

struct BackgroundLook {
    template <class T>
    using Is = LookProperty<LayerType::Background, T>;
    Is<Visibility> visibility{"visibility"};
    Is<Color> color{"background-color"};
    Is<double> opacity{"background-opacity"};

    void each(auto&& visit) {
        visit(visibility);
        visit(color);
        visit(opacity);
    }
    [[nodiscard]] BackgroundPaint paint(const EvaluationInput& in) const;
};

struct FillLook {
    template <class T>
    using Is = LookProperty<LayerType::Fill, T>;
    Is<Visibility> visibility{"visibility"};
    Is<double> sort_key{"fill-sort-key"};
    Is<bool> antialias{"fill-antialias"};
    Is<double> opacity{"fill-opacity"};
    Is<Color> color{"fill-color"};
    Is<std::optional<Color>> outline_color{"fill-outline-color"};
    Is<Offset> translate{"fill-translate"};

    void each(auto&& visit) {
        visit(visibility);
        visit(sort_key);
        visit(antialias);
        visit(opacity);
        visit(color);
        visit(outline_color);
        visit(translate);
    }
    [[nodiscard]] FillPaint paint(const EvaluationInput& in) const;
};

struct LineLook {
    template <class T>
    using Is = LookProperty<LayerType::Line, T>;
    Is<Visibility> visibility{"visibility"};
    Is<LineCap> cap{"line-cap"};
    Is<LineJoin> join{"line-join"};
    Is<double> miter_limit{"line-miter-limit"};
    Is<double> sort_key{"line-sort-key"};
    Is<double> opacity{"line-opacity"};
    Is<Color> color{"line-color"};
    Is<double> width{"line-width"};
    Is<double> gap_width{"line-gap-width"};
    Is<double> offset{"line-offset"};
    Is<double> blur{"line-blur"};
    Is<std::vector<double>> dasharray{"line-dasharray"};

    void each(auto&& visit) {
        visit(visibility);
        visit(cap);
        visit(join);
        visit(miter_limit);
        visit(sort_key);
        visit(opacity);
        visit(color);
        visit(width);
        visit(gap_width);
        visit(offset);
        visit(blur);
        visit(dasharray);
    }
    [[nodiscard]] LinePaint paint(const EvaluationInput& in) const;
};

struct CircleLook {
    template <class T>
    using Is = LookProperty<LayerType::Circle, T>;
    Is<Visibility> visibility{"visibility"};
    Is<double> sort_key{"circle-sort-key"};
    Is<double> radius{"circle-radius"};
    Is<Color> color{"circle-color"};
    Is<double> blur{"circle-blur"};
    Is<double> opacity{"circle-opacity"};
    Is<Offset> translate{"circle-translate"};
    Is<double> stroke_width{"circle-stroke-width"};
    Is<Color> stroke_color{"circle-stroke-color"};
    Is<double> stroke_opacity{"circle-stroke-opacity"};

    void each(auto&& visit) {
        visit(visibility);
        visit(sort_key);
        visit(radius);
        visit(color);
        visit(blur);
        visit(opacity);
        visit(translate);
        visit(stroke_width);
        visit(stroke_color);
        visit(stroke_opacity);
    }
    [[nodiscard]] CirclePaint paint(const EvaluationInput& in) const;
};

}  // namespace jinsha::style
