#include "app/area_summary.hpp"

#include "geo/drawn_area.hpp"

#include <algorithm>

namespace jinsha::app {

namespace {

/// Adds up the features of one row.
class Summing {
public:
    explicit Summing(const AreaLayer& layer) : content_{*layer.content} {
        figures_.row = layer.row;
        for (std::size_t i = 0; i < content_.columns.size(); ++i)
            if (content_.columns[i].kind == ui::TableColumn::Kind::Number) figures_.sums.push_back({i, 0, 0});
    }

    void add(const map::SourceFeature& feature, const geo::GeometryView& geometry) {
        ++figures_.count;
        figures_.plane_area += geo::plane_area(geometry);
        figures_.plane_length += geo::plane_length(geometry);
        for (ColumnSum& sum : figures_.sums) {
            const style::Value value = feature.property(content_.columns[sum.column].field);
            if (const double* const number = value.number()) {
                ++sum.count;
                sum.sum += *number;
            }
        }
    }

    /// Columns without any number are left out.
    [[nodiscard]] AreaFigures figures() && {
        std::erase_if(figures_.sums, [](const ColumnSum& sum) { return sum.count == 0; });
        return std::move(figures_);
    }

private:
    const TableContent& content_;
    AreaFigures figures_;
};

}  // namespace

AreaSummary summarize_area(const std::vector<geo::MapPoint>& ring, const std::vector<AreaLayer>& layers,
                           const std::atomic<bool>& cancelled) {
    const geo::DrawnArea area{ring};
    AreaSummary summary;
    for (const AreaLayer& layer : layers) {
        Summing summing{layer};
        layer.features->visit(area.extent(), 0, [&](const map::SourceFeature& feature) {
            const geo::GeometryView geometry = feature.geometry();
            if (area.meets(geometry) && layer.content->of_row.shows(feature)) {
                summing.add(feature, geometry);
                ++summary.count;
                if (summary.features.size() < AreaSummary::kMostLit)
                    summary.features.push_back({layer.content->of_row.source, feature.index()});
            }
            return !cancelled;
        });
        AreaFigures figures = std::move(summing).figures();
        if (figures.count > 0) summary.layers.push_back(std::move(figures));
    }
    return summary;
}

}  // namespace jinsha::app
