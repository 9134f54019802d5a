#include "style/fixture_output.hpp"

#include "style/style_value.hpp"
#include "style/value_json.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::style {

namespace {

using Json = nlohmann::ordered_json;

Json color_object(const Color& color) {
    return {{"r", color.r * color.a}, {"g", color.g * color.a}, {"b", color.b * color.a}, {"a", color.a}};
}

Json image_json(const ResolvedImage& image) {
    return {{"name", image.name}, {"available", image.is_available}};
}

template <class T, class Write>
Json or_null(const std::optional<T>& value, const Write& write) {
    return value ? Json(write(*value)) : Json(nullptr);
}

struct StyleValueJson {
    Json operator()(const Formatted& formatted) const {
        const auto same = [](const auto& value) { return value; };
        Json sections = Json::array();
        for (const FormattedSection& section : formatted.sections) {
            sections.push_back({{"text", section.text},
                                {"image", or_null(section.image, image_json)},
                                {"scale", or_null(section.scale, same)},
                                {"fontStack", or_null(section.font_stack, same)},
                                {"textColor", or_null(section.text_color, color_object)},
                                {"verticalAlign", or_null(section.vertical_align, same)}});
        }
        return {{"sections", sections}};
    }
    Json operator()(const ResolvedImage& image) const { return image_json(image); }
    Json operator()(const Collator& collator) const { return collator.locale; }
    Json operator()(const Padding& padding) const { return {{"values", padding.sides}}; }
    Json operator()(const NumberArray& array) const { return {{"values", array.values}}; }
    Json operator()(const ColorArray& array) const {
        Json values = Json::array();
        for (const Color& color : array.values) values.push_back(color_object(color));
        return {{"values", values}};
    }
    Json operator()(const VariableAnchorOffsets& offsets) const {
        Json values = Json::array();
        for (const auto& [anchor, offset] : offsets.values) {
            values.push_back(anchor);
            values.push_back(offset);
        }
        return {{"values", values}};
    }
    Json operator()(const ProjectionDefinition& projection) const {
        if (projection.from == projection.to) return projection.to;
        return {{"from", projection.from}, {"to", projection.to}, {"transition", projection.transition}};
    }
};

bool is_nearly_number(double found, double expected) {
    if (found == expected) return true;
    // The expected numbers were cut off after six figures, twice: up to two units of the last one are
    // missing.
    const double unit = std::pow(10, std::ceil(std::log10(std::max(std::abs(expected), 1e-12))) - 6);
    return std::abs(found - expected) <= 2.001 * unit;
}

}  // namespace

Json fixture_json(const Value& value) {
    if (const Color* color = value.color()) {
        return {color->r * color->a, color->g * color->a, color->b * color->a, color->a};
    }
    if (const StyleValue* style_value = value.style_value())
        return std::visit(StyleValueJson{}, style_value->data);
    if (value.number() && std::isnan(*value.number())) return nullptr;
    return json_from_value(value);
}

bool is_nearly(const Json& found, const Json& expected) {
    if (found.is_number() && expected.is_number()) return is_nearly_number(found, expected);
    if (found.is_array() && expected.is_array()) {
        return std::equal(found.begin(), found.end(), expected.begin(), expected.end(), is_nearly);
    }
    if (found.is_object() && expected.is_object()) {
        return found.size() == expected.size() &&
               std::ranges::all_of(expected.items(), [&](const auto& member) {
                   return found.contains(member.key()) && is_nearly(found[member.key()], member.value());
               });
    }
    return found == expected;
}

}  // namespace jinsha::style
