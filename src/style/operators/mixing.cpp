#include "style/operators/mixing.hpp"

#include "style/style_value.hpp"

#include <fmt/format.h>

namespace jinsha::style {

namespace {

using Mixed = tl::expected<Value, std::string>;

double between(double from, double to, double t) {
    return from + t * (to - from);
}

tl::unexpected<std::string> different_lengths(std::string_view type, std::size_t from, std::size_t to) {
    return tl::make_unexpected(
        fmt::format("{}: Arrays have mismatched length ({} vs. {}), cannot interpolate.", type, from, to));
}

/// Two style values of one kind.
struct MixStyleValues {
    double t;
    ColorSpace space;

    Mixed operator()(const Padding& from, const Padding& to) const {
        Padding mixed;
        for (std::size_t i = 0; i < mixed.sides.size(); ++i)
            mixed.sides[i] = between(from.sides[i], to.sides[i], t);
        return make_style_value({mixed});
    }
    Mixed operator()(const NumberArray& from, const NumberArray& to) const {
        if (from.values.size() != to.values.size()) {
            return different_lengths("numberArray", from.values.size(), to.values.size());
        }
        NumberArray mixed;
        for (std::size_t i = 0; i < from.values.size(); ++i) {
            mixed.values.push_back(between(from.values[i], to.values[i], t));
        }
        return make_style_value({std::move(mixed)});
    }
    Mixed operator()(const ColorArray& from, const ColorArray& to) const {
        if (from.values.size() != to.values.size()) {
            return different_lengths("colorArray", from.values.size(), to.values.size());
        }
        ColorArray mixed;
        for (std::size_t i = 0; i < from.values.size(); ++i) {
            mixed.values.push_back(interpolate(from.values[i], to.values[i], t, space));
        }
        return make_style_value({std::move(mixed)});
    }
    Mixed operator()(const VariableAnchorOffsets& from, const VariableAnchorOffsets& to) const {
        if (from.values.size() != to.values.size()) {
            return tl::make_unexpected(
                fmt::format("Cannot interpolate values of different length. from: {}, to: {}",
                            from.values.size() * 2, to.values.size() * 2));
        }
        VariableAnchorOffsets mixed;
        for (std::size_t i = 0; i < from.values.size(); ++i) {
            const auto& [anchor, a] = from.values[i];
            const auto& [other_anchor, b] = to.values[i];
            if (anchor != other_anchor) {
                return tl::make_unexpected(fmt::format(
                    "Cannot interpolate values containing mismatched anchors. from[{0}]: {1}, to[{0}]: {2}",
                    2 * i, anchor, other_anchor));
            }
            mixed.values.emplace_back(anchor, std::array{between(a[0], b[0], t), between(a[1], b[1], t)});
        }
        return make_style_value({std::move(mixed)});
    }
    Mixed operator()(const ProjectionDefinition& from, const ProjectionDefinition& to) const {
        return make_style_value({ProjectionDefinition{from.to, to.to, t}});
    }
    Mixed operator()(const auto&, const auto&) const {
        return tl::make_unexpected(std::string{"There is nothing between these values."});
    }
};

Mixed mix_arrays(const Array& from, const Array& to, double t) {
    if (from.size() != to.size()) return different_lengths("array", from.size(), to.size());
    Array mixed;
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (!from[i].number() || !to[i].number()) {
            return tl::make_unexpected(std::string{"There is nothing between these values."});
        }
        mixed.push_back({between(*from[i].number(), *to[i].number(), t)});
    }
    return make_array(std::move(mixed));
}

}  // namespace

bool is_interpolatable(const Type& type) {
    switch (type.kind) {
        case Kind::Number:
        case Kind::Color:
        case Kind::Padding:
        case Kind::NumberArray:
        case Kind::ColorArray:
        case Kind::VariableAnchorOffsets:
        case Kind::ProjectionDefinition:
            return true;
        case Kind::List:
            return type.item_type().kind == Kind::Number && type.length.has_value();
        default:
            return false;
    }
}

tl::expected<Value, std::string> mix(const Value& from, const Value& to, double t, ColorSpace space) {
    if (from.number() && to.number()) return Value{between(*from.number(), *to.number(), t)};
    if (from.color() && to.color()) return Value{interpolate(*from.color(), *to.color(), t, space)};
    if (from.array() && to.array()) return mix_arrays(*from.array(), *to.array(), t);
    if (from.style_value() && to.style_value()) {
        return std::visit(MixStyleValues{t, space}, from.style_value()->data, to.style_value()->data);
    }
    return tl::make_unexpected(std::string{"There is nothing between these values."});
}

}  // namespace jinsha::style
