#pragma once

#include "style/value.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace jinsha::style {

/// The name of an image, and whether the style is known to have it.
struct ResolvedImage {
    std::string name;
    bool is_available{};
    bool operator==(const ResolvedImage&) const = default;
};

/// A run of text, or an image in its place, with what differs from the rest of the label.
struct FormattedSection {
    std::string text;
    std::optional<ResolvedImage> image{};
    std::optional<double> scale{};
    std::optional<std::string> font_stack{};  // names separated by commas
    std::optional<Color> text_color{};
    std::optional<std::string> vertical_align{};
    bool operator==(const FormattedSection&) const = default;
};

struct Formatted {
    std::vector<FormattedSection> sections;
    bool operator==(const Formatted&) const = default;

    /// The text of all sections without their looks.
    [[nodiscard]] std::string plain_text() const;
};

/// How texts are compared: by a language, with or without case and accents.
struct Collator {
    bool is_case_sensitive{}, is_diacritic_sensitive{};
    std::string locale;  // "" when none was asked for
    bool operator==(const Collator&) const = default;
};

/// CSS pixels at the top, right, bottom and left.
struct Padding {
    std::array<double, 4> sides{};
    bool operator==(const Padding&) const = default;
};

struct NumberArray {
    std::vector<double> values;
    bool operator==(const NumberArray&) const = default;
};

struct ColorArray {
    std::vector<Color> values;
    bool operator==(const ColorArray&) const = default;
};

/// Anchors ("top-left") with the offset (ems: x to the right, y down) that each brings.
struct VariableAnchorOffsets {
    std::vector<std::pair<std::string, std::array<double, 2>>> values;
    bool operator==(const VariableAnchorOffsets&) const = default;
};

/// A projection, or a place between two: 0 is `from`, 1 is `to`.
struct ProjectionDefinition {
    std::string from, to;
    double transition{1};
    bool operator==(const ProjectionDefinition&) const = default;
};

/// Values that only properties of the style can take.
struct StyleValue {
    std::variant<Formatted, ResolvedImage, Collator, Padding, NumberArray, ColorArray, VariableAnchorOffsets,
                 ProjectionDefinition>
        data;
    bool operator==(const StyleValue&) const = default;
};

/// The value as that alternative of StyleValue, else null: `style_value_as<Padding>(value)`.
template <class T>
[[nodiscard]] const T* style_value_as(const Value& value) noexcept {
    const StyleValue* style_value = value.style_value();
    return style_value ? std::get_if<T>(&style_value->data) : nullptr;
}

}  // namespace jinsha::style
