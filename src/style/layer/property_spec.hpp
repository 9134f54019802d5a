#pragma once

#include "style/expression/type.hpp"
#include "style/style_layer.hpp"

#include <limits>
#include <span>
#include <string_view>

namespace jinsha::style {

/// What a property's value is written as.
enum class PropertyType {
    Number,
    Boolean,
    Color,
    Enum,
    Numbers,  // an array of `length` of them, any number of them when that is 0
    Texts,
    Enums,
    Formatted,
    Image,
    Padding,
    AnchorOffsets,
};

enum class Section { Layout, Paint };

/// What the expression of a property may ask for.
enum class Parameters {
    Nothing,
    Zoom,
    ZoomAndFeature,
    LineProgress,
};

/// Of numbers, both ends included.
struct Range {
    double minimum{-std::numeric_limits<double>::infinity()},
        maximum{std::numeric_limits<double>::infinity()};

    [[nodiscard]] bool contains(double number) const noexcept {
        return number >= minimum && number <= maximum;
    }
};

/// A property as the style specification (version 8) describes it.
struct PropertySpec {
    std::string_view name;
    Section section;
    PropertyType type;
    Parameters parameters;
    bool is_interpolated{};
    std::string_view default_json{};  // "" where there is none
    Range range{};
    std::span<const std::string_view> values{};  // of Enum and Enums
    std::size_t length{};                        // of Numbers
    bool has_tokens{};  // whether "{name}" in a text stands for a property of the feature
    std::string_view
        fallback_json{};  // what a value that cannot be read becomes; "" where that is the default
};

/// All properties of a layer type, drawn or not.
[[nodiscard]] std::span<const PropertySpec> properties_of(LayerType type);

/// Null when layers of that type have no such property.
[[nodiscard]] const PropertySpec* find_property(LayerType type, std::string_view name);

/// The type that an expression of the property must have.
[[nodiscard]] Type expression_type(const PropertySpec& spec);

}  // namespace jinsha::style
