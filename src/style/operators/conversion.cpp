#include "style/operators/conversion.hpp"

#include "style/color_text.hpp"
#include "style/value_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace jinsha::style {

namespace {

constexpr std::array<std::string_view, 9> kAnchors{
    "center", "left", "right", "top", "bottom", "top-left", "top-right", "bottom-left", "bottom-right"};

std::optional<std::vector<double>> numbers_of(const Array& items) {
    std::vector<double> numbers;
    for (const Value& item : items) {
        if (!item.number()) return std::nullopt;
        numbers.push_back(*item.number());
    }
    return numbers;
}

std::optional<std::array<double, 2>> to_pair(const Value& value) {
    const Array* items = value.array();
    if (!items || items->size() != 2 || !(*items)[0].number() || !(*items)[1].number()) return std::nullopt;
    return std::array{*(*items)[0].number(), *(*items)[1].number()};
}

}  // namespace

std::optional<double> to_number(const Value& value) {
    if (value.is_null()) return 0;
    if (const bool* boolean = value.boolean()) return *boolean ? 1 : 0;
    if (const std::string* text = value.text()) return number_from_text(*text);
    if (const double* number = value.number()) {
        return std::isnan(*number) ? std::nullopt : std::optional{*number};
    }
    if (const Array* array = value.array()) {
        if (array->empty()) return 0;
        return array->size() == 1 ? number_from_text(to_text(array->front())) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<Padding> to_padding(const Value& value) {
    if (const auto* padding = style_value_as<Padding>(value)) return *padding;
    if (const double* all = value.number()) return Padding{{*all, *all, *all, *all}};
    const Array* items = value.array();
    const auto n = items ? numbers_of(*items) : std::nullopt;
    if (!n) return std::nullopt;
    switch (n->size()) {
        case 1:
            return Padding{{(*n)[0], (*n)[0], (*n)[0], (*n)[0]}};
        case 2:
            return Padding{{(*n)[0], (*n)[1], (*n)[0], (*n)[1]}};
        case 3:
            return Padding{{(*n)[0], (*n)[1], (*n)[2], (*n)[1]}};
        case 4:
            return Padding{{(*n)[0], (*n)[1], (*n)[2], (*n)[3]}};
        default:
            return std::nullopt;
    }
}

std::optional<NumberArray> to_number_array(const Value& value) {
    if (const auto* numbers = style_value_as<NumberArray>(value)) return *numbers;
    if (const double* number = value.number()) return NumberArray{{*number}};
    const Array* items = value.array();
    auto numbers = items ? numbers_of(*items) : std::nullopt;
    return numbers ? std::optional{NumberArray{std::move(*numbers)}} : std::nullopt;
}

std::optional<ColorArray> to_color_array(const Value& value) {
    if (const auto* colors = style_value_as<ColorArray>(value)) return *colors;
    ColorArray colors;
    const auto add = [&colors](const Value& item) {
        const std::string* text = item.text();
        const auto color = text ? parse_color(*text) : std::nullopt;
        if (color) colors.values.push_back(*color);
        return color.has_value();
    };
    const Array* items = value.array();
    const bool is_readable = items ? std::ranges::all_of(*items, add) : add(value);
    return is_readable ? std::optional{colors} : std::nullopt;
}

std::optional<VariableAnchorOffsets> to_anchor_offsets(const Value& value) {
    if (const auto* offsets = style_value_as<VariableAnchorOffsets>(value)) return *offsets;
    const Array* items = value.array();
    if (!items || items->empty() || items->size() % 2 != 0) return std::nullopt;
    VariableAnchorOffsets offsets;
    for (std::size_t i = 0; i < items->size(); i += 2) {
        const std::string* anchor = (*items)[i].text();
        const auto offset = to_pair((*items)[i + 1]);
        if (!anchor || !offset || std::ranges::find(kAnchors, *anchor) == kAnchors.end()) return std::nullopt;
        offsets.values.emplace_back(*anchor, *offset);
    }
    return offsets;
}

std::optional<ProjectionDefinition> to_projection(const Value& value) {
    if (const auto* projection = style_value_as<ProjectionDefinition>(value)) return *projection;
    if (const std::string* name = value.text()) return ProjectionDefinition{*name, *name, 1};
    const Array* items = value.array();
    if (!items || items->size() != 3 || !(*items)[0].text() || !(*items)[1].text() || !(*items)[2].number()) {
        return std::nullopt;
    }
    return ProjectionDefinition{*(*items)[0].text(), *(*items)[1].text(), *(*items)[2].number()};
}

std::optional<std::string> rgba_fault(const Array& parts) {
    std::string list;
    for (const Value& part : parts) list += (list.empty() ? "" : ", ") + to_text(part);
    const auto is_number_to = [](const Value& part, double most) {
        return part.number() && *part.number() >= 0 && *part.number() <= most;
    };
    const bool is_color_fine = std::ranges::all_of(parts.begin(), parts.begin() + 3,
                                                   [&](const Value& p) { return is_number_to(p, 255); });
    if (!is_color_fine) {
        return fmt::format("Invalid rgba value [{}]: 'r', 'g', and 'b' must be between 0 and 255.", list);
    }
    if (parts.size() > 3 && !is_number_to(parts[3], 1)) {
        return fmt::format("Invalid rgba value [{}]: 'a' must be between 0 and 1.", list);
    }
    return std::nullopt;
}

}  // namespace jinsha::style
