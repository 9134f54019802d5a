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

void AttributeColumn::push_back(style::Value value) {
    if (values_.empty()) values_.emplace_back();
    if (value.is_null()) {
        places_.push_back(0);
        return;
    }
    const auto next = static_cast<std::uint32_t>(values_.size());
    if (const auto* text = std::get_if<std::string>(&value.data)) {
        const auto [known, is_new] = texts_.try_emplace(*text, next);
        places_.push_back(known->second);
        if (!is_new) return;
    } else {
        places_.push_back(next);
    }
    values_.push_back(std::move(value));
}

const style::Value& AttributeColumn::at(std::size_t feature) const noexcept {
    static const style::Value kNull;
    return feature < places_.size() ? values_[places_[feature]] : kNull;
}

/// A feature of the source, read in place.
class MemoryFeatureSource::Row final : public SourceFeature {
public:
    Row(const MemoryFeatureSource& source, std::uint32_t index) : source_{source}, index_{index} {}

    [[nodiscard]] std::uint32_t index() const override { return index_; }
    [[nodiscard]] geo::GeometryView geometry() const override { return source_.geometry(index_); }
    [[nodiscard]] geo::GeometryType geometry_type() const override { return source_.types_[index_]; }
    [[nodiscard]] style::Value id() const override { return source_.ids_[index_]; }
    [[nodiscard]] style::Value property(std::string_view name) const override {
        const AttributeColumn* column = source_.column(name);
        return column ? column->at(index_) : style::Value{};
    }
    [[nodiscard]] bool has_property(std::string_view name) const override {
        return !property(name).is_null();
    }
    [[nodiscard]] style::Object properties() const override {
        style::Object all;
        for (std::size_t i = 0; i < source_.columns_.size(); ++i) {
            const style::Value& value = source_.columns_[i].at(index_);
            if (!value.is_null()) all.emplace(source_.layer_.fields[i].name, value);
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
    source_->ids_.reserve(features);
    source_->types_.reserve(features);
    source_->point_ends_.reserve(features);
    source_->part_counts_.reserve(features);
    source_->points_.reserve(points);
}

void MemoryFeatureSourceBuilder::set_fields(std::vector<Field> fields) {
    assert(source_->ids_.empty());
    source_->columns_.assign(fields.size(), {});
    source_->layer_.fields = std::move(fields);
}

void MemoryFeatureSourceBuilder::add_row(const geo::GeometryView& geometry, style::Value id,
                                         std::vector<style::Value> values) {
    assert(values.size() <= source_->columns_.size());
    values.resize(source_->columns_.size());
    for (std::size_t i = 0; i < values.size(); ++i) source_->columns_[i].push_back(std::move(values[i]));
    add_geometry(geometry, std::move(id));
}

void MemoryFeatureSourceBuilder::add(const geo::GeometryView& geometry, style::Value id,
                                     const Attributes& attributes) {
    std::vector<style::Value> values(source_->columns_.size());
    for (const auto& [name, value] : attributes) {
        const std::size_t place = field(name, value);
        if (place >= values.size()) values.resize(place + 1);
        values[place] = value;
    }
    add_row(geometry, std::move(id), std::move(values));
}

std::size_t MemoryFeatureSourceBuilder::field(const std::string& name, const style::Value& first) {
    auto& fields = source_->layer_.fields;
    const auto known =
        std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == name; });
    if (known != fields.end()) return static_cast<std::size_t>(known - fields.begin());
    fields.push_back({name, type_of(first)});
    AttributeColumn& column = source_->columns_.emplace_back();
    for (std::size_t i = 0; i < source_->ids_.size(); ++i) column.push_back({});
    return fields.size() - 1;
}

void MemoryFeatureSourceBuilder::add_geometry(const geo::GeometryView& geometry, style::Value id) {
    auto& source = *source_;
    source.ids_.push_back(std::move(id));
    source.types_.push_back(geometry.type);
    source.points_.insert(source.points_.end(), geometry.points.begin(), geometry.points.end());
    source.part_ends_.insert(source.part_ends_.end(), geometry.part_ends.begin(), geometry.part_ends.end());
    source.point_ends_.push_back(source.points_.size());
    source.part_counts_.push_back(source.part_ends_.size());
    envelopes_.push_back(geo::envelope(geometry));
}

std::shared_ptr<const MemoryFeatureSource> MemoryFeatureSourceBuilder::build(DatasetLayer layer) {
    layer.fields = std::move(source_->layer_.fields);
    source_->layer_ = std::move(layer);
    source_->index_ = geo::SpatialIndex{envelopes_};
    envelopes_.clear();
    return std::exchange(source_, std::shared_ptr<MemoryFeatureSource>{new MemoryFeatureSource});
}

}  // namespace jinsha::map
