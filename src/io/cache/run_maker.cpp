#include "io/cache/run_maker.hpp"

#include <algorithm>

namespace jinsha::io {

PackedRun RunMaker::make(const NumberedBatch& batch) {
    const std::size_t size = batch.batch->size();
    std::vector<bool> keeps(size, true);
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t number = batch.first_feature + i + 1;
        if (const Finding* const fault = batch.batch->fault(i)) {
            report_.add(*fault, number);
            keeps[i] = false;
            continue;
        }
        const auto geometry = normalizer_.take(batch.batch->geometry(i, room_));
        if (!geometry) {
            report_.add(geometry.error(), number);
            keeps[i] = false;
            continue;
        }
        for (const Finding& note : normalizer_.notes()) report_.add(note, number);
        builder_.add(*geometry);
    }
    FeatureTable table = batch.batch->table();
    if (builder_.size() < size) {
        table.ids = table.ids.selected(keeps);
        for (map::AttributeColumn& column : table.columns) column = column.selected(keeps);
    }
    return builder_.finish(table.ids, table.columns);
}

std::vector<double> cells_for(const FeatureBatch& first, GeometryNormalizer& normalizer,
                              const geo::Envelope& extent) {
    constexpr std::size_t kEnough = 500;
    SegmentLengths lengths;
    RawGeometry room;
    const std::size_t step = std::max<std::size_t>(1, first.size() / kEnough);
    for (std::size_t i = 0; i < first.size(); i += step)
        if (const auto geometry = normalizer.take(first.geometry(i, room));
            geometry && geometry->type != geo::GeometryType::Point)
            lengths.add(*geometry);
    return detail_cells(lengths.mean(), extent);
}

}  // namespace jinsha::io
