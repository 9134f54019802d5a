#pragma once

#include "geo/geometry.hpp"
#include "style/geographic_geometry.hpp"
#include "style/value.hpp"

#include <optional>
#include <string_view>

namespace jinsha::style {

/// What expressions may ask of a feature. Implemented by `map`'s features; borrowed for the time of an
/// evaluation.
class Feature {
public:
    virtual ~Feature() = default;
    /// The feature's id: a number, a string, or null.
    [[nodiscard]] virtual Value id() const = 0;
    [[nodiscard]] virtual geo::GeometryType geometry_type() const = 0;
    /// Null when there is no such property (`has` tells the two apart).
    [[nodiscard]] virtual Value property(std::string_view name) const = 0;
    [[nodiscard]] virtual bool has_property(std::string_view name) const = 0;
    [[nodiscard]] virtual Object properties() const = 0;
    /// The property without a copy, valid as long as the feature is. None when it is no text, or when the
    /// source keeps it in another form; `property` always answers.
    [[nodiscard]] virtual std::optional<std::string_view> text_property(std::string_view /*name*/) const {
        return std::nullopt;
    }
    /// Where the feature is on the earth; none when the source does not say: `within` is false then,
    /// `distance` no number.
    [[nodiscard]] virtual std::optional<GeographicGeometry> geographic_geometry() const {
        return std::nullopt;
    }
};

}  // namespace jinsha::style
