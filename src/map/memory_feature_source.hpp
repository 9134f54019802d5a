#pragma once

#include "geo/geometry.hpp"
#include "geo/spatial_index.hpp"
#include "map/attribute_column.hpp"
#include "map/feature_source.hpp"
#include "style/value.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jinsha::map {

/// Features held in memory, in flat arrays. Immutable once built.
class MemoryFeatureSource final : public FeatureSource {
public:
    [[nodiscard]] const DatasetLayer& layer() const override { return layer_; }
    [[nodiscard]] std::uint64_t revision() const override { return revision_; }
    [[nodiscard]] std::size_t size() const override { return types_.size(); }
    [[nodiscard]] geo::Envelope extent() const override { return index_.extent(); }
    void visit(const geo::Envelope& box, double tolerance_map_units,
               const std::function<bool(const SourceFeature&)>& visit) const override;
    bool visit(std::uint32_t index, const std::function<void(const SourceFeature&)>& visit) const override;

private:
    friend class MemoryFeatureSourceBuilder;
    class Row;
    MemoryFeatureSource() = default;
    [[nodiscard]] geo::GeometryView geometry(std::uint32_t feature) const noexcept;
    [[nodiscard]] const AttributeColumn* column(std::string_view name) const noexcept;

    DatasetLayer layer_;
    std::uint64_t revision_{1};
    AttributeColumn ids_;
    std::vector<geo::GeometryType> types_;
    std::vector<geo::MapPoint> points_;       // of all features
    std::vector<std::uint32_t> part_ends_;    // of all features, each counted from its feature's first point
    std::vector<std::uint64_t> point_ends_;   // for each feature, one past its last point in points_
    std::vector<std::uint64_t> part_counts_;  // for each feature, one past its last part in part_ends_
    std::vector<AttributeColumn> columns_;    // in the order of layer_.fields
    geo::SpatialIndex index_;
};

/// Takes features one by one; each gets the next number.
class MemoryFeatureSourceBuilder {
public:
    using Attributes = std::vector<std::pair<std::string, style::Value>>;

    MemoryFeatureSourceBuilder();
    ~MemoryFeatureSourceBuilder();
    MemoryFeatureSourceBuilder(MemoryFeatureSourceBuilder&&) noexcept;
    MemoryFeatureSourceBuilder& operator=(MemoryFeatureSourceBuilder&&) noexcept;

    /// How many features and points are expected, so that memory is taken once.
    void reserve(std::size_t features, std::size_t points);
    /// The fields, before the first feature, where they are known. Values then come in this order.
    void set_fields(std::vector<Field> fields);
    /// `geometry` as GeometryView promises (finite, closed rings, right-handed). `values` in the order of
    /// set_fields; those that are missing at the end are null.
    void add_row(const geo::GeometryView& geometry, style::Value id, std::vector<style::Value> values);
    /// The same by name; fields not met before are added, with a type by their first value.
    void add(const geo::GeometryView& geometry, style::Value id, const Attributes& attributes);

    // The same for readers of large files: geometries one by one, then all ids and attributes at once.
    void add_geometry(const geo::GeometryView& geometry);
    /// As many values in each column as there are features; a column for each field.
    void set_table(AttributeColumn ids, std::vector<Field> fields, std::vector<AttributeColumn> columns);

    /// What was added; the builder is empty afterwards. `layer.fields` is replaced by the fields of the
    /// builder.
    [[nodiscard]] std::shared_ptr<const MemoryFeatureSource> build(DatasetLayer layer);

private:
    std::size_t field(const std::string& name, const style::Value& first);

    std::shared_ptr<MemoryFeatureSource> source_;
    std::vector<geo::Envelope> envelopes_;
};

}  // namespace jinsha::map
