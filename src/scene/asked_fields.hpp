#pragma once

#include "style/feature.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::scene {

/// A feature that remembers which of its fields were asked for: what a paint depends on.
class AskedFields final : public style::Feature {
public:
    /// Borrows the feature.
    explicit AskedFields(const style::Feature& feature) : feature_{feature} {}

    /// Each once, in the order they were asked for first.
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }

    [[nodiscard]] style::Value id() const override { return feature_.id(); }
    [[nodiscard]] geo::GeometryType geometry_type() const override { return feature_.geometry_type(); }
    [[nodiscard]] style::Value property(std::string_view name) const override {
        note(name);
        return feature_.property(name);
    }
    [[nodiscard]] bool has_property(std::string_view name) const override {
        note(name);
        return feature_.has_property(name);
    }
    [[nodiscard]] style::Object properties() const override { return feature_.properties(); }
    [[nodiscard]] std::optional<std::string_view> text_property(std::string_view name) const override {
        note(name);
        return feature_.text_property(name);
    }
    [[nodiscard]] std::optional<style::GeographicGeometry> geographic_geometry() const override {
        return feature_.geographic_geometry();
    }

private:
    void note(std::string_view name) const {
        if (std::ranges::find(names_, name) == names_.end()) names_.emplace_back(name);
    }

    const style::Feature& feature_;
    mutable std::vector<std::string> names_;
};

}  // namespace jinsha::scene
