#include "style/layer/property_spec.hpp"

#include "style/layer/property_tables.hpp"

#include <algorithm>

namespace jinsha::style {

std::span<const PropertySpec> properties_of(LayerType type) {
    switch (type) {
        case LayerType::Background:
            return background_properties();
        case LayerType::Fill:
            return fill_properties();
        case LayerType::Line:
            return line_properties();
        case LayerType::Circle:
            return circle_properties();
        case LayerType::Symbol:
            break;
    }
    return symbol_properties();
}

const PropertySpec* find_property(LayerType type, std::string_view name) {
    const auto specs = properties_of(type);
    const auto found = std::ranges::find(specs, name, &PropertySpec::name);
    return found == specs.end() ? nullptr : &*found;
}

Type expression_type(const PropertySpec& spec) {
    switch (spec.type) {
        case PropertyType::Number:
            return {Kind::Number};
        case PropertyType::Boolean:
            return {Kind::Boolean};
        case PropertyType::Color:
            return {Kind::Color};
        case PropertyType::Enum:
            return {Kind::String};
        case PropertyType::Numbers:
            return array_type({Kind::Number}, spec.length > 0 ? std::optional{spec.length} : std::nullopt);
        case PropertyType::Texts:
        case PropertyType::Enums:
            return array_type({Kind::String});
        case PropertyType::Formatted:
            return {Kind::Formatted};
        case PropertyType::Image:
            return {Kind::ResolvedImage};
        case PropertyType::Padding:
            return {Kind::Padding};
        case PropertyType::AnchorOffsets:
            break;
    }
    return {Kind::VariableAnchorOffsets};
}

}  // namespace jinsha::style
