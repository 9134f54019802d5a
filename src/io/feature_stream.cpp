#include "geo/simplify.hpp"
#include "io/dataset_backend.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::io {
namespace {

constexpr std::uint32_t kFeaturesInBatch = 4096;

/// Features [first, end) of a source that was read as a whole.
class SourceBatch final : public FeatureBatch {
public:
    SourceBatch(std::shared_ptr<const map::FeatureSource> source, std::uint32_t first, std::uint32_t end)
        : source_{std::move(source)}, first_{first}, end_{end} {}

    [[nodiscard]] std::size_t size() const override { return end_ - first_; }
    [[nodiscard]] RawGeometryView geometry(std::size_t feature, RawGeometry& room) const override {
        room.clear();
        source_->visit(first_ + static_cast<std::uint32_t>(feature), [&](const map::SourceFeature& found) {
            const geo::GeometryView geometry = found.geometry();
            room.type = geometry.type;
            for (std::size_t i = 0; i < geometry.part_count(); ++i) {
                const auto part = geometry.part(i);
                for (const geo::MapPoint& p : part) room.points.push_back({p.x, p.y});
                room.end_part(geometry.type == geo::GeometryType::Polygon && geo::signed_area(part) < 0);
            }
        });
        return room.view();
    }
    [[nodiscard]] FeatureTable table() const override {
        FeatureTable table;
        const auto& fields = source_->layer().fields;
        table.columns.resize(fields.size());
        for (std::uint32_t i = first_; i < end_; ++i) {
            source_->visit(i, [&](const map::SourceFeature& feature) {
                if (style::Value id = feature.id(); id.is_null())
                    table.ids.push_absent();
                else
                    table.ids.push(std::move(id));
                for (std::size_t f = 0; f < fields.size(); ++f)
                    append(feature, fields[f].name, table.columns[f]);
            });
        }
        return table;
    }

private:
    static void append(const map::SourceFeature& feature, const std::string& field,
                       map::AttributeColumn& column) {
        if (const auto text = feature.text_property(field))
            column.push_text(*text);
        else if (feature.has_property(field))
            column.push(feature.property(field));
        else
            column.push_absent();
    }

    std::shared_ptr<const map::FeatureSource> source_;
    std::uint32_t first_, end_;
};

}  // namespace

geo::Crs VectorDataset::State::stream_crs(std::size_t /*layer*/, const geo::Crs& map_crs) const {
    return map_crs;
}

Result<StreamEnd> VectorDataset::State::stream(std::size_t layer, const geo::Crs& map_crs,
                                               const std::atomic<bool>& cancelled,
                                               const TakeBatch& take) const {
    auto features = read(layer, map_crs, cancelled, {});
    if (!features) return tl::make_unexpected(features.error());
    const std::shared_ptr<const map::FeatureSource> source = std::move(features->source);
    const auto count = static_cast<std::uint32_t>(source->size());
    for (std::uint32_t first = 0; first < count && !cancelled; first += kFeaturesInBatch) {
        const std::uint32_t end = std::min(first + kFeaturesInBatch, count);
        if (!take(std::make_unique<SourceBatch>(source, first, end))) break;
    }
    return StreamEnd{source->layer(), features->skipped, std::move(features->problems)};
}

}  // namespace jinsha::io
