#include "app/incoming_data.hpp"

#include "app/pasted_points.hpp"
#include "io/vector_dataset.hpp"

#include <utility>

namespace jinsha::app {

namespace {

Result<IncomingData> read_first(const io::VectorDataset& dataset, const geo::Crs& map_crs,
                                const std::atomic<bool>& cancelled) {
    for (std::size_t layer = 0; layer < dataset.layers().size(); ++layer) {
        auto read = dataset.read(layer, map_crs, cancelled, [](double) {});
        if (!read) return tl::make_unexpected(read.error());
        if (read->source->size() > 0) return IncomingData{std::move(read->source), read->skipped};
    }
    return fail("there are no features");
}

}  // namespace

Result<IncomingData> incoming_from_file(const std::filesystem::path& path, const geo::Crs& map_crs,
                                        const std::atomic<bool>& cancelled) {
    const auto dataset = io::VectorDataset::open(path, {});
    if (!dataset) return tl::make_unexpected(dataset.error());
    return read_first(*dataset, map_crs, cancelled);
}

Result<IncomingData> incoming_from_text(std::string text, const geo::Crs& map_crs,
                                        const geo::CoordinateHints& hints,
                                        const std::atomic<bool>& cancelled) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    const bool is_json = begin != std::string::npos && (text[begin] == '{' || text[begin] == '[');
    if (is_json) {
        const auto dataset = io::VectorDataset::from_geojson(std::move(text), {});
        if (!dataset) return tl::make_unexpected(dataset.error());
        return read_first(*dataset, map_crs, cancelled);
    }
    auto points = points_from_rows(text, map_crs, hints);
    if (!points) return tl::make_unexpected(points.error());
    return IncomingData{*std::move(points), 0};
}

}  // namespace jinsha::app
