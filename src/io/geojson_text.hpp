#pragma once

#include "error/error.hpp"
#include "geo/points.hpp"
#include "json/index.hpp"
#include "json/layout.hpp"
#include "json/value.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::io {

/// A FeatureCollection as text, indexed, so that it can be patched. Immutable.
class GeoJsonText {
public:
    /// How many brackets are around a feature of the collection.
    static constexpr std::size_t kFeatureDepth = 2;

    /// The error says why the text cannot be edited: it is no FeatureCollection, broken, not UTF-8, or larger
    /// than 4 GB.
    [[nodiscard]] static Result<GeoJsonText> from(std::string text);

    [[nodiscard]] const std::string& text() const noexcept { return parts_->text; }
    [[nodiscard]] const json::Layout& layout() const noexcept { return parts_->layout; }
    /// The array of features, and its elements.
    [[nodiscard]] const json::Value& list() const noexcept { return *parts_->list; }
    [[nodiscard]] const std::vector<json::Value>& features() const noexcept { return parts_->features; }
    /// The name in the old "crs" member.
    [[nodiscard]] std::optional<std::string> crs_name() const;
    /// The first position of the first feature that has one.
    [[nodiscard]] std::optional<geo::SourcePoint> first_position() const;

private:
    struct Parts {
        explicit Parts(std::string bytes) : text{std::move(bytes)}, index{text} {}
        std::string text;
        json::Index index;
        json::Layout layout;
        std::optional<json::Value> list;
        std::vector<json::Value> features;
    };
    explicit GeoJsonText(std::unique_ptr<const Parts> parts) noexcept : parts_{std::move(parts)} {}
    std::unique_ptr<const Parts> parts_;  // at a fixed place, as values point into it
};

}  // namespace jinsha::io
