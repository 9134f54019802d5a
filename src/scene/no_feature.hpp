#pragma once

#include "style/feature.hpp"

namespace jinsha::scene {

/// A feature without anything: what a layer's properties are when they do not depend on features.
class NoFeature final : public style::Feature {
public:
    [[nodiscard]] style::Value id() const override { return {}; }
    [[nodiscard]] geo::GeometryType geometry_type() const override { return geo::GeometryType::None; }
    [[nodiscard]] style::Value property(std::string_view) const override { return {}; }
    [[nodiscard]] bool has_property(std::string_view) const override { return false; }
    [[nodiscard]] style::Object properties() const override { return {}; }
};

}  // namespace jinsha::scene
