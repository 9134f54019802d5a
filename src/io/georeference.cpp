#include "io/georeference.hpp"

#include "io/gdal_errors.hpp"

#include <cpl_conv.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <mutex>

namespace jinsha::io {
namespace {

using Transform = std::array<double, 6>;

Transform transform_of(const Georeference& where, double units_per_pixel) {
    return {where.upper_left.x, units_per_pixel, 0, where.upper_left.y, 0, -units_per_pixel};
}

Result<OGRSpatialReference> spatial_reference(const std::string& definition) {
    OGRSpatialReference reference;
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const GdalErrors errors;
    if (reference.SetFromUserInput(definition.c_str()) != OGRERR_NONE)
        return fail("CRS '{}': {}", definition, errors.first());
    return reference;
}

void register_once() {
    static std::once_flag once;
    std::call_once(once, [] {
        GDALRegister_GTiff();
        GDALRegister_PDF();
    });
}

/// Sets both, and says in GDAL's words why that is not possible.
Result<void> set_place(GDALDataset& dataset, const Georeference& where, double units_per_pixel,
                       const GdalErrors& errors) {
    const auto reference = spatial_reference(where.crs);
    if (!reference) return tl::make_unexpected(reference.error());
    Transform transform = transform_of(where, units_per_pixel);
    if (dataset.SetGeoTransform(transform.data()) != CE_None || dataset.SetSpatialRef(&*reference) != CE_None)
        return fail("cannot be georeferenced: {}", errors.first());
    return {};
}

}  // namespace

namespace {

/// @param page  from 1
Result<void> georeference_page(const std::filesystem::path& path, std::size_t page,
                               const Georeference& where) {
    const GdalErrors errors;
    // GDAL counts in pixels of a raster it would make of the page. The finer, the less is rounded away.
    constexpr int kPixelsPerPoint = 10;
    const std::string dpi = std::to_string(72 * kPixelsPerPoint);
    const std::array<const char*, 2> drivers{"PDF", nullptr};
    const CPLConfigOptionSetter fine{"GDAL_PDF_DPI", dpi.c_str(), false};
    const std::string name = fmt::format("PDF:{}:{}", page, path.string());
    GDALDatasetUniquePtr dataset{
        GDALDataset::Open(name.c_str(), GDAL_OF_RASTER | GDAL_OF_UPDATE, drivers.data())};
    if (!dataset) return fail("cannot be georeferenced: {}", errors.first());
    if (auto set = set_place(*dataset, where, where.units_per_step / kPixelsPerPoint, errors); !set)
        return set;
    dataset.reset();
    if (!errors.failure().empty()) return fail("cannot be georeferenced: {}", errors.failure());
    return {};
}

}  // namespace

Result<void> georeference_pdf(const std::filesystem::path& path, std::span<const Georeference> pages) {
    register_once();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (auto done = georeference_page(path, i + 1, pages[i]); !done) return done;
    }
    return {};
}

std::string world_file(const Georeference& where) {
    const double step = where.units_per_step;
    return fmt::format("{:.12f}\n0\n0\n{:.12f}\n{:.6f}\n{:.6f}\n", step, -step, where.upper_left.x + step / 2,
                       where.upper_left.y - step / 2);
}

struct GeoTiffWriter::State {
    GDALDatasetUniquePtr dataset;
    int row{};

    /// What GDAL said, without the name of its function.
    [[nodiscard]] static tl::unexpected<Error> failed(const GdalErrors& errors) {
        constexpr std::string_view kFunction = "_tiffWriteProc:";
        std::string said = errors.first();
        if (said.starts_with(kFunction)) said.erase(0, kFunction.size());
        return fail("cannot be written: {}", said.empty() ? "the disk may be full" : said);
    }
};

GeoTiffWriter::GeoTiffWriter(std::unique_ptr<State> state) : state_{std::move(state)} {}
GeoTiffWriter::GeoTiffWriter(GeoTiffWriter&&) noexcept = default;
GeoTiffWriter& GeoTiffWriter::operator=(GeoTiffWriter&&) noexcept = default;
GeoTiffWriter::~GeoTiffWriter() = default;

Result<GeoTiffWriter> GeoTiffWriter::create(const std::filesystem::path& path, const Picture& picture,
                                            const Georeference& where) {
    register_once();
    const GdalErrors errors;
    CPLStringList options;
    options.SetNameValue("COMPRESS", "DEFLATE");
    options.SetNameValue("PREDICTOR", "2");
    options.SetNameValue("ZLEVEL", "1");
    options.SetNameValue("PHOTOMETRIC", "RGB");
    options.SetNameValue("INTERLEAVE", "PIXEL");
    options.SetNameValue("BIGTIFF", "IF_SAFER");
    auto* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    auto state = std::make_unique<State>();
    state->dataset.reset(
        driver->Create(path.c_str(), picture.width_px, picture.height_px, 3, GDT_Byte, options.List()));
    if (!state->dataset) return State::failed(errors);
    const std::string dpi = fmt::format("{}", picture.dpi);
    state->dataset->SetMetadataItem("TIFFTAG_XRESOLUTION", dpi.c_str());
    state->dataset->SetMetadataItem("TIFFTAG_YRESOLUTION", dpi.c_str());
    state->dataset->SetMetadataItem("TIFFTAG_RESOLUTIONUNIT", "2");  // pixels an inch
    if (const auto set = set_place(*state->dataset, where, where.units_per_step, errors); !set)
        return tl::make_unexpected(set.error());
    return GeoTiffWriter{std::move(state)};
}

Result<void> GeoTiffWriter::append(std::string_view rgb) {
    const GdalErrors errors;
    GDALDataset& dataset = *state_->dataset;
    const int width = dataset.GetRasterXSize();
    const auto rows = static_cast<int>(rgb.size() / (static_cast<std::size_t>(width) * 3));
    const CPLErr written =
        dataset.RasterIO(GF_Write, 0, state_->row, width, rows, const_cast<char*>(rgb.data()), width, rows,
                         GDT_Byte, 3, nullptr, 3, GSpacing{width} * 3, 1, nullptr);
    if (written != CE_None || !errors.failure().empty()) return State::failed(errors);
    state_->row += rows;
    return {};
}

Result<void> GeoTiffWriter::finish() {
    const GdalErrors errors;
    state_->dataset.reset();
    if (!errors.failure().empty()) return State::failed(errors);
    return {};
}

}  // namespace jinsha::io
