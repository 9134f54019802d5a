#pragma once

#include "style/feature.hpp"
#include "style/value_json.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace jinsha::style {

/// A feature of a test: its properties as JSON.
class MemoryFeature final : public Feature {
public:
    explicit MemoryFeature(const nlohmann::ordered_json& properties = nlohmann::ordered_json::object(),
                           geo::GeometryType type = geo::GeometryType::Point, Value id = {})
        : type_{type}, id_{std::move(id)} {
        if (properties.is_object()) properties_ = *value_from_json(properties).object();
    }

    [[nodiscard]] Value id() const override { return id_; }
    [[nodiscard]] geo::GeometryType geometry_type() const override { return type_; }
    [[nodiscard]] Value property(std::string_view name) const override {
        const auto found = properties_.find(name);
        return found == properties_.end() ? Value{} : found->second;
    }
    [[nodiscard]] bool has_property(std::string_view name) const override {
        return properties_.contains(name);
    }
    [[nodiscard]] Object properties() const override { return properties_; }
    [[nodiscard]] std::optional<std::string_view> text_property(std::string_view name) const override {
        const auto found = properties_.find(name);
        if (found == properties_.end() || !found->second.text()) return std::nullopt;
        return *found->second.text();
    }
    [[nodiscard]] std::optional<GeographicGeometry> geographic_geometry() const override { return geometry_; }
    void set_geometry(GeographicGeometry geometry) { geometry_ = std::move(geometry); }

private:
    std::optional<GeographicGeometry> geometry_;
    geo::GeometryType type_;
    Value id_;
    Object properties_;
};

}  // namespace jinsha::style
