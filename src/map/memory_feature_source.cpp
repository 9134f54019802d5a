#include "map/memory_feature_source.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace jinsha::map {
namespace {

std::string type_of(const style::Value& value) {
    if (std::holds_alternative<bool>(value.data)) return "boolean";
    if (std::holds_alternative<double>(value.data)) return "real";
    const bool is_composed = std::holds_alternative<std::shared_ptr<const style::Array>>(value.data) ||
                             std::holds_alternative<std::shared_ptr<const style::Object>>(value.data);
    return is_composed ? "json" : "string";
}

}  // namespace

/// A feature of the source, read in place.
class MemoryFeatureSource::Row final : public SourceFeature {
public:
    Row(const MemoryFeatureSource& source, std::uint32_t index) : source_{source}, index_{index} {}

    [[nodiscard]] std::uint32_t index() const override { return index_; }
    [[nodiscard]] geo::GeometryView geometry() const override { return source_.geometry(index_); }
    [[nodiscard]] geo::GeometryType geometry_type() const override { return source_.types_[index_]; }
    [[nodiscard]] style::Value id() const override { return source_.ids_.at(index_); }
    [[nodiscard]] style::Value property(std::string_view name) const override {
        const AttributeColumn* column = source_.column(name);
        return column ? column->at(index_) : style::Value{};
    }
    [[nodiscard]] std::optional<std::string_view> text_property(std::string_view name) const override {
        const AttributeColumn* column = source_.column(name);
        return column ? column->text_at(index_) : std::nullopt;
    }
    [[nodiscard]] bool has_property(std::string_view name) const override {
        const AttributeColumn* column = source_.column(name);
        return column && column->has(index_);
    }
    [[nodiscard]] style::Object properties() const override {
        style::Object all;
        for (std::size_t i = 0; i < source_.columns_.size(); ++i) {
            const AttributeColumn& column = source_.columns_[i];
            if (column.has(index_)) all.emplace(source_.layer_.fields[i].name, column.at(index_));
        }
        return all;
    }

private:
    const MemoryFeatureSource& source_;
    std::uint32_t index_;
};

geo::GeometryView MemoryFeatureSource::geometry(std::uint32_t feature) const noexcept {
    const std::uint64_t first_point = feature == 0 ? 0 : point_ends_[feature - 1];
    const std::uint64_t first_part = feature == 0 ? 0 : part_counts_[feature - 1];
    return {types_[feature], std::span{points_}.subspan(first_point, point_ends_[feature] - first_point),
            std::span{part_ends_}.subspan(first_part, part_counts_[feature] - first_part)};
}

const AttributeColumn* MemoryFeatureSource::column(std::string_view name) const noexcept {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (layer_.fields[i].name == name) return &columns_[i];
    }
    return nullptr;
}

void MemoryFeatureSource::visit(const geo::Envelope& box, double /*tolerance_map_units*/,
                                const std::function<bool(const SourceFeature&)>& visit) const {
    for (const std::uint32_t feature : index_.query(box)) {
        if (!visit(Row{*this, feature})) return;
    }
}

bool MemoryFeatureSource::visit(std::uint32_t index,
                                const std::function<void(const SourceFeature&)>& visit) const {
    if (index >= size()) return false;
    visit(Row{*this, index});
    return true;
}

MemoryFeatureSourceBuilder::MemoryFeatureSourceBuilder() : source_{new MemoryFeatureSource} {}
MemoryFeatureSourceBuilder::~MemoryFeatureSourceBuilder() = default;
MemoryFeatureSourceBuilder::MemoryFeatureSourceBuilder(MemoryFeatureSourceBuilder&&) noexcept = default;
MemoryFeatureSourceBuilder& MemoryFeatureSourceBuilder::operator=(MemoryFeatureSourceBuilder&&) noexcept =
    default;

void MemoryFeatureSourceBuilder::reserve(std::size_t features, std::size_t points) {
    envelopes_.reserve(features);
    source_->types_.reserve(features);
    source_->point_ends_.reserve(features);
    source_->part_counts_.reserve(features);
    source_->points_.reserve(points);
}

void MemoryFeatureSourceBuilder::set_fields(std::vector<Field> fields) {
    assert(source_->types_.empty());
    source_->columns_.assign(fields.size(), {});
    source_->layer_.fields = std::move(fields);
}

void MemoryFeatureSourceBuilder::add_row(const geo::GeometryView& geometry, style::Value id,
                                         std::vector<style::Value> values) {
    assert(values.size() <= source_->columns_.size());
    for (std::size_t i = 0; i < values.size(); ++i) source_->columns_[i].push(std::move(values[i]));
    source_->ids_.push(std::move(id));
    add_geometry(geometry);
    for (AttributeColumn& column : source_->columns_) column.pad_to(source_->types_.size());
}

void MemoryFeatureSourceBuilder::add(const geo::GeometryView& geometry, style::Value id,
                                     const Attributes& attributes) {
    for (const auto& [name, value] : attributes) source_->columns_[field(name, value)].push(value);
    source_->ids_.push(std::move(id));
    add_geometry(geometry);
    for (AttributeColumn& column : source_->columns_) column.pad_to(source_->types_.size());
}

std::size_t MemoryFeatureSourceBuilder::field(const std::string& name, const style::Value& first) {
    auto& fields = source_->layer_.fields;
    const auto known =
        std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == name; });
    if (known != fields.end()) return static_cast<std::size_t>(known - fields.begin());
    fields.push_back({name, type_of(first)});
    source_->columns_.emplace_back().pad_to(source_->types_.size());
    return fields.size() - 1;
}

void MemoryFeatureSourceBuilder::set_table(AttributeColumn ids, std::vector<Field> fields,
                                           std::vector<AttributeColumn> columns) {
    assert(fields.size() == columns.size());
    source_->ids_ = std::move(ids);
    source_->layer_.fields = std::move(fields);
    source_->columns_ = std::move(columns);
}

void MemoryFeatureSourceBuilder::add_geometry(const geo::GeometryView& geometry) {
    auto& source = *source_;
    source.types_.push_back(geometry.type);
    source.points_.insert(source.points_.end(), geometry.points.begin(), geometry.points.end());
    source.part_ends_.insert(source.part_ends_.end(), geometry.part_ends.begin(), geometry.part_ends.end());
    source.point_ends_.push_back(source.points_.size());
    source.part_counts_.push_back(source.part_ends_.size());
    envelopes_.push_back(geo::envelope(geometry));
}

std::shared_ptr<const MemoryFeatureSource> MemoryFeatureSourceBuilder::build(DatasetLayer layer) {
    [[maybe_unused]] const auto is_whole = [n = source_->types_.size()](const AttributeColumn& c) {
        return c.size() == n;
    };
    assert(is_whole(source_->ids_) && std::ranges::all_of(source_->columns_, is_whole));
    source_->ids_.finish();
    for (AttributeColumn& column : source_->columns_) column.finish();
    layer.fields = std::move(source_->layer_.fields);
    source_->layer_ = std::move(layer);
    source_->index_ = geo::SpatialIndex{envelopes_};
    envelopes_.clear();
    return std::exchange(source_, std::shared_ptr<MemoryFeatureSource>{new MemoryFeatureSource});
}

}  // namespace jinsha::map
