#include "io/gdal_dataset.hpp"

#include "io/arrow_batches.hpp"
#include "io/column_texts.hpp"
#include "io/completeness.hpp"
#include "io/drivers.hpp"
#include "io/gdal_crs.hpp"
#include "io/gdal_encoding.hpp"
#include "io/gdal_errors.hpp"
#include "io/gdal_fields.hpp"
#include "io/gdal_geometry.hpp"
#include "io/gdal_layer_facts.hpp"
#include "io/geometry_normalizer.hpp"
#include "io/table_type.hpp"
#include "io/whole_file.hpp"
#include "map/memory_feature_source.hpp"

#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <span>

namespace jinsha::io {
namespace {

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const noexcept { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;

/// A file in GDAL's memory, unlinked at the end.
class MemoryFile {
public:
    MemoryFile(std::string path, std::string content) : path_{std::move(path)}, content_{std::move(content)} {
        VSIFCloseL(VSIFileFromMemBuffer(path_.c_str(), reinterpret_cast<GByte*>(content_.data()),
                                        content_.size(), FALSE));
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() { VSIUnlink(path_.c_str()); }
    [[nodiscard]] const std::string& path() const noexcept { return path_; }

private:
    std::string path_, content_;
};

struct GdalLayer {
    OGRLayer* layer{};  // of the dataset
    GdalFields fields;
    LayerCrs crs;
    DeclaredEncoding encoding;
    std::optional<std::size_t> declared_features;
    std::optional<Problem> fault;  // found at opening
};

class GdalDataset final : public VectorDataset::State {
public:
    Result<LayerFeatures> read(std::size_t layer, const geo::Crs& map_crs, const std::atomic<bool>& cancelled,
                               const Progress& progress) const override;
    [[nodiscard]] geo::Crs stream_crs(std::size_t layer, const geo::Crs& map_crs) const override;
    [[nodiscard]] Result<StreamEnd> stream(std::size_t layer, const geo::Crs& map_crs,
                                           const std::atomic<bool>& cancelled,
                                           const TakeBatch& take) const override;
    void add_layer(OGRLayer& layer, const DatasetHints& hints);

    std::optional<MemoryFile> converted;  // before the dataset that is read from it
    map::Found converted_from;
    Dataset dataset;
    std::filesystem::path path;
    std::string where, driver;

private:
    [[nodiscard]] std::filesystem::path file_of(OGRLayer& layer) const;
    /// None when the layer must be read feature by feature.
    [[nodiscard]] std::unique_ptr<ArrowBatches> arrow_batches(std::size_t layer) const;
    [[nodiscard]] std::string place_of(std::size_t layer) const;

    std::vector<GdalLayer> gdal_layers_;
};

std::string extension_of(const std::filesystem::path& path) {
    std::string extension = path.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return extension;
}

std::vector<const char*> open_options(const std::string& extension) {
    if (extension == ".csv")
        return {"X_POSSIBLE_NAMES=lon,lng,longitude,long,x,经度,东经",
                "Y_POSSIBLE_NAMES=lat,latitude,y,纬度,北纬", "GEOM_POSSIBLE_NAMES=wkt,geom,geometry,the_geom",
                "KEEP_GEOM_COLUMNS=YES", nullptr};
    if (extension == ".gml") return {"DOWNLOAD_SCHEMA=NO", "WRITE_GFS=NO", nullptr};
    // Shapefiles: the bytes as they are, as declarations are often wrong; also for a folder of them.
    if (extension == ".shp" || extension == ".dbf" || extension.empty()) return {"ENCODING=", nullptr};
    return {nullptr};
}

/// GDAL reads tables as UTF-8. One in another encoding is converted first.
Result<void> convert_table(const std::filesystem::path& path, const DatasetHints& hints, GdalDataset& out) {
    const auto file = WholeFile::open(path);
    if (!file) return tl::make_unexpected(file.error());
    const DeclaredEncoding declared{hints.encoding, "set in the map document", !hints.encoding.empty()};
    const std::string_view text = file->text();
    const EncodingChoice choice = choose_encoding(declared, std::span{&text, 1});
    out.converted_from = choice.found;
    if (choice.found.name == "UTF-8") return {};
    static std::atomic<unsigned> number{0};
    const std::string name = fmt::format("/vsimem/jinsha/{}/{}", number++, path.filename().string());
    out.converted.emplace(name, choice.decoder.decode(text));
    return {};
}

void GdalDataset::add_layer(OGRLayer& layer, const DatasetHints& hints) {
    if (layer.GetGeomType() == wkbNone) return;
    const GIntBig count = layer.GetFeatureCount(FALSE);
    if (driver == "GPX" && count == 0) return;  // it always has all of its five layers

    const OGRSpatialReference* srs = layer.GetSpatialRef();
    const geo::Envelope extent = layer_extent(layer, srs == nullptr || srs->IsGeographic());
    const bool is_converted = !converted_from.name.empty();
    GdalLayer added{
        &layer,
        GdalFields{*layer.GetLayerDefn()},
        crs_of(layer, driver, extent),
        is_converted ? DeclaredEncoding{"UTF-8", converted_from.how, true} : declared_encoding(layer, hints),
        declared_features(layer, driver),
        {}};
    if (driver == "ESRI Shapefile") added.fault = missing_attributes(file_of(layer), layer);
    if (!hints.crs.empty())
        if (auto crs = geo::Crs::from(hints.crs))
            added.crs = {
                *std::move(crs), {hints.crs, "set in the map document"}, false, added.crs.swaps_axes};

    std::vector<map::Field> fields = added.fields.fields();
    std::vector<std::string_view> names;
    for (const map::Field& field : fields) names.push_back(field.name);
    const EncodingChoice encoding = choose_encoding(added.encoding, names);
    for (map::Field& field : fields) field.name = encoding.decoder.decode(field.name);

    map::Found found = converted_from.name.empty() ? encoding.found : converted_from;
    map::DatasetLayer facts{repaired_utf8(layer.GetName()), geometry_name(layer), added.crs.found,
                            std::move(found), std::move(fields)};
    layers.push_back(
        {std::move(facts), added.crs.crs, extent, count < 0 ? 0 : static_cast<std::size_t>(count)});
    gdal_layers_.push_back(std::move(added));
}

/// Some datasets are folders with a file for each layer.
std::filesystem::path GdalDataset::file_of(OGRLayer& layer) const {
    return std::filesystem::is_directory(path) ? path / (std::string{layer.GetName()} + ".shp") : path;
}

std::string GdalDataset::place_of(std::size_t layer) const {
    return layers.size() == 1 ? where : fmt::format("{}: layer '{}'", where, layers[layer].layer.name);
}

Result<LayerFeatures> GdalDataset::read(std::size_t layer, const geo::Crs& map_crs,
                                        const std::atomic<bool>& cancelled, const Progress& progress) const {
    const GdalLayer& source = gdal_layers_[layer];
    const std::string place = place_of(layer);
    auto normalizer = GeometryNormalizer::between(source.crs.is_unknown ? map_crs : source.crs.crs, map_crs);
    if (!normalizer) return tl::make_unexpected(normalizer.error().in(place));

    const GdalErrors errors;
    map::MemoryFeatureSourceBuilder builder;
    map::AttributeColumn ids;
    std::vector<map::AttributeColumn> columns(source.fields.fields().size());
    ReadReport report;
    RawGeometry raw;
    constexpr std::size_t kStep = 1024;  // features between looks at progress and cancel
    std::size_t number = 0;
    source.layer->ResetReading();
    while (const OGRFeatureUniquePtr feature{source.layer->GetNextFeature()}) {
        if (number++ % kStep == 0) {
            if (cancelled) return fail("{}: reading was cancelled", place);
            const std::size_t expected = std::max(number, layers[layer].features);
            if (progress) progress(static_cast<double>(number - 1) / static_cast<double>(expected));
        }
        take_ogr_geometry(feature->GetGeometryRef(), source.crs.swaps_axes, raw);
        const auto geometry = normalizer->take(raw.view());
        if (!geometry) {
            report.add(geometry.error(), number);
            continue;
        }
        for (const Finding& note : normalizer->notes()) report.add(note, number);
        source.fields.append(*feature, columns);
        if (feature->GetFID() == OGRNullFID)
            ids.push_absent();
        else
            ids.push_number(static_cast<double>(feature->GetFID()));
        builder.add_geometry(*geometry);
    }

    LayerFeatures features;
    if (source.fault) features.problems.push_back(*source.fault);
    map::DatasetLayer facts = layers[layer].layer;
    const map::Found encoding = decode_texts(columns, source.encoding, place, features.problems);
    if (converted_from.name.empty()) facts.encoding = encoding;
    if (driver == "CSV")
        for (std::size_t i = 0; i < columns.size(); ++i) facts.fields[i].type = settle_type(columns[i]);
    builder.set_table(std::move(ids), facts.fields, std::move(columns));
    features.source = builder.build(std::move(facts));
    features.skipped = report.skipped();
    if (!normalizer->caution().empty())
        features.problems.push_back({Severity::Warning, place, normalizer->caution()});
    for (Problem& problem : report.problems(place)) features.problems.push_back(std::move(problem));
    if (!errors.first().empty()) {
        const Severity severity = errors.failure().empty() ? Severity::Warning : Severity::Error;
        features.problems.push_back({severity, place, errors.first()});
    }
    if (source.declared_features)
        if (auto problem = shortfall(place, *source.declared_features, number))
            features.problems.push_back(*std::move(problem));
    return features;
}

std::unique_ptr<ArrowBatches> GdalDataset::arrow_batches(std::size_t layer) const {
    const GdalLayer& source = gdal_layers_[layer];
    if (source.crs.swaps_axes || driver == "CSV" || !source.layer->TestCapability(OLCStringsAsUTF8))
        return nullptr;
    return ArrowBatches::open(*source.layer, layers[layer].layer.fields);
}

geo::Crs GdalDataset::stream_crs(std::size_t layer, const geo::Crs& map_crs) const {
    const GdalErrors errors;
    const LayerCrs& crs = gdal_layers_[layer].crs;
    return crs.is_unknown || !arrow_batches(layer) ? map_crs : crs.crs;
}

Result<StreamEnd> GdalDataset::stream(std::size_t layer, const geo::Crs& map_crs,
                                      const std::atomic<bool>& cancelled, const TakeBatch& take) const {
    const GdalErrors errors;
    const auto batches = arrow_batches(layer);
    if (!batches) return State::stream(layer, map_crs, cancelled, take);
    const std::string place = place_of(layer);
    StreamEnd end{layers[layer].layer, 0, {}};
    std::size_t number = 0;
    bool is_complete = false;
    while (!cancelled && !is_complete) {
        auto batch = batches->next();
        if (!batch) {
            const std::string& why = errors.failure().empty() ? batch.error().message() : errors.failure();
            end.problems.push_back({Severity::Error, place, why});
            return end;
        }
        is_complete = *batch == nullptr;
        if (is_complete) break;
        number += (*batch)->size();
        if (!take(*std::move(batch))) break;
    }
    if (is_complete && gdal_layers_[layer].declared_features)
        if (auto problem = shortfall(place, *gdal_layers_[layer].declared_features, number))
            end.problems.push_back(*std::move(problem));
    return end;
}

}  // namespace

Result<std::unique_ptr<VectorDataset::State>> open_with_gdal(const std::filesystem::path& path,
                                                             const DatasetHints& hints) {
    register_drivers();
    auto result = std::make_unique<GdalDataset>();
    result->path = path;
    result->where = path.filename().string();
    const std::string extension = extension_of(path);
    if (extension == ".csv")
        if (const auto converted = convert_table(path, hints, *result); !converted)
            return tl::make_unexpected(converted.error());
    if (extension == ".shp")
        if (const auto missing = missing_index(path)) return tl::make_unexpected(*missing);
    if (!hints.crs.empty())
        if (const auto crs = geo::Crs::from(hints.crs); !crs) return tl::make_unexpected(crs.error());

    const GdalErrors errors;
    const std::string name = result->converted ? result->converted->path() : path.string();
    const auto options = open_options(extension);
    result->dataset.reset(GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                            allowed_drivers(), options.data(), nullptr));
    if (!result->dataset) {
        if (!errors.failure().empty()) return fail("{}", errors.failure());
        return fail(
            "expected GeoJSON, GeoPackage, Shapefile, FlatGeobuf, KML, GPX, GML, MapInfo, DXF, a File "
            "Geodatabase or a CSV table, found none of them");
    }
    result->driver = result->dataset->GetDriverName();
    for (OGRLayer* layer : result->dataset->GetLayers()) result->add_layer(*layer, hints);
    if (result->dataset->GetLayerCount() == 0)
        return fail("expected at least one layer, found none: the file is empty, damaged or cut off");
    if (result->layers.empty())
        return fail(
            "holds attributes but no geometry; a table needs columns such as 'lon' and 'lat', or 'wkt'");
    return result;
}

}  // namespace jinsha::io
