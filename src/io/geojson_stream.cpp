#include "io/geojson_stream.hpp"

#include "io/geojson_dataset.hpp"
#include "io/geojson_findings.hpp"
#include "io/geojson_slices.hpp"
#include "io/geojson_survey.hpp"
#include "io/whole_file.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace jinsha::io {
namespace {

/// Some features as text, parsed by whoever asks for them first.
class GeoJsonBatch final : public FeatureBatch {
public:
    GeoJsonBatch(GeoJsonSlices::Slice slice, std::shared_ptr<GeoJsonFindings> findings)
        : slice_{std::move(slice)}, findings_{std::move(findings)} {
        findings_->begin_part();
    }
    GeoJsonBatch(const GeoJsonBatch&) = delete;
    GeoJsonBatch& operator=(const GeoJsonBatch&) = delete;
    ~GeoJsonBatch() override { findings_->end_part(); }

    [[nodiscard]] std::size_t size() const override { return slice_.features; }
    [[nodiscard]] RawGeometryView geometry(std::size_t feature, RawGeometry& room) const override {
        if (is_sound()) return data_->geometry(feature);
        room.clear();
        return room.view();
    }
    [[nodiscard]] FeatureTable table() const override {
        FeatureTable table;
        if (!is_sound()) {
            table.ids.pad_to(size());
            return table;
        }
        table.ids = data_->ids;
        const auto last = std::ranges::max_element(places_);
        table.columns.resize(last == places_.end() ? 0 : *last + 1);
        for (std::size_t i = 0; i < places_.size(); ++i) table.columns[places_[i]] = data_->columns[i];
        for (map::AttributeColumn& column : table.columns) column.pad_to(size());
        return table;
    }
    [[nodiscard]] const Finding* fault(std::size_t feature) const override {
        if (!is_sound()) return nullptr;
        const auto found = data_->faults.find(feature);
        return found == data_->faults.end() ? nullptr : &found->second;
    }

private:
    /// Parses when that has not been done. False when the text is broken: then nothing of it is used, and the
    /// findings know why.
    [[nodiscard]] bool is_sound() const {
        if (is_parsed_) return data_.has_value();
        is_parsed_ = true;
        auto data = parse_geojson(slice_.text);
        slice_.text = {};
        if (!data) {
            findings_->fail(data.error());
        } else if (data->features.size() != slice_.features) {
            findings_->fail(Error{"its list of features holds something that is no feature"});
        } else {
            places_ = findings_->add(*data);
            data_.emplace(*std::move(data));
        }
        return data_.has_value();
    }

    mutable GeoJsonSlices::Slice slice_;  // its text until it was parsed
    std::shared_ptr<GeoJsonFindings> findings_;
    mutable bool is_parsed_{};
    mutable std::optional<GeoJsonData> data_;
    mutable std::vector<std::size_t> places_;  // of its fields among those of the layer
};

class GeoJsonStream final : public VectorDataset::State {
public:
    GeoJsonStream(std::filesystem::path path, DatasetHints hints, LayerCrs crs, LayerSummary summary)
        : path_{std::move(path)}, hints_{std::move(hints)}, crs_{std::move(crs)} {
        layers.push_back(std::move(summary));
    }

    /// For those who want it in memory.
    [[nodiscard]] Result<LayerFeatures> read(std::size_t layer, const geo::Crs& map_crs,
                                             const std::atomic<bool>& cancelled,
                                             const Progress& progress) const override {
        const auto file = WholeFile::open(path_);
        if (!file) return tl::make_unexpected(file.error().in(name()));
        const auto opened = open_geojson(file->text(), name(), path_.stem().string(), hints_);
        if (!opened) return tl::make_unexpected(opened.error());
        if (std::holds_alternative<OtherJson>(*opened)) return fail("{}: changed while it was open", name());
        return std::get<std::unique_ptr<VectorDataset::State>>(*opened)->read(layer, map_crs, cancelled,
                                                                              progress);
    }
    [[nodiscard]] geo::Crs stream_crs(std::size_t /*layer*/, const geo::Crs& map_crs) const override {
        return crs_.is_unknown ? map_crs : crs_.crs;
    }
    [[nodiscard]] Result<StreamEnd> stream(std::size_t layer, const geo::Crs& map_crs,
                                           const std::atomic<bool>& cancelled,
                                           const TakeBatch& take) const override;

private:
    [[nodiscard]] std::string name() const { return path_.filename().string(); }
    /// Why the text cannot be read, with line and column.
    [[nodiscard]] Error explained(const Error& error) const {
        const auto file = WholeFile::open(path_);
        if (!file) return file.error();
        const auto whole = parse_geojson(file->text());
        return whole ? error : whole.error();
    }

    std::filesystem::path path_;
    DatasetHints hints_;
    LayerCrs crs_;
};

Result<StreamEnd> GeoJsonStream::stream(std::size_t layer, const geo::Crs& /*map_crs*/,
                                        const std::atomic<bool>& cancelled, const TakeBatch& take) const {
    auto slices = GeoJsonSlices::open(path_);
    if (!slices) return tl::make_unexpected(slices.error());
    if (!*slices) return fail("changed while it was open");
    const auto findings = std::make_shared<GeoJsonFindings>(layers[layer].layer.fields);
    while (!cancelled && !findings->error()) {
        auto slice = (*slices)->next();
        if (!slice) findings->fail(slice.error());
        if (!slice || !*slice) break;
        if (!take(std::make_unique<GeoJsonBatch>(**std::move(slice), findings))) break;
    }
    findings->wait_for_parts();
    if (!cancelled && !findings->error()) {
        if (const auto frame = parse_geojson((*slices)->frame()); !frame) findings->fail(frame.error());
    }
    if (const auto error = findings->error()) return tl::make_unexpected(explained(*error));
    map::DatasetLayer described = layers[layer].layer;
    described.fields = findings->fields();
    described.geometry = findings->geometry_kind();
    return StreamEnd{std::move(described), 0, {}, findings->extent()};
}

}  // namespace

Result<std::unique_ptr<VectorDataset::State>> open_large_geojson(const std::filesystem::path& path,
                                                                 const DatasetHints& hints) {
    if (!hints.encoding.empty()) return nullptr;
    const auto in_file = [&](const Error& error) { return tl::make_unexpected(error.in(path.string())); };
    auto slices = GeoJsonSlices::open(path);
    if (!slices) return in_file(slices.error());
    if (!*slices) return nullptr;
    auto survey = survey_geojson(**std::move(slices));
    if (!survey) return in_file(survey.error());
    if (!*survey) return nullptr;
    const GeoJsonData& beginning = (*survey)->beginning;
    const geo::Envelope extent = extent_of_points(beginning.points);
    auto crs = crs_of_geojson(beginning, extent, hints);
    if (!crs) return in_file(crs.error());
    map::DatasetLayer layer{path.stem().string(),
                            beginning.geometry_kind,
                            crs->found,
                            {"UTF-8", "RFC 7946: GeoJSON is UTF-8"},
                            beginning.fields};
    LayerSummary summary{std::move(layer), crs->crs, extent, (*survey)->features};
    return std::make_unique<GeoJsonStream>(path, hints, *std::move(crs), std::move(summary));
}

}  // namespace jinsha::io
