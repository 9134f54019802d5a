#include "app/export_file.hpp"

#include "io/atomic_file.hpp"
#include "print/page_raster.hpp"
#include "print/page_size.hpp"
#include "print/png_encoder.hpp"
#include "print/write_pdf.hpp"
#include "print/write_svg.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <ctime>

namespace jinsha::app {

namespace {

using Faults = Result<std::vector<std::string>>;

print::ByteSink sink_of(io::AtomicFile& file) {
    return [&file](std::string_view bytes) { return file.write(bytes); };
}

/// Hands rows to GDAL.
class GeoTiffEncoder final : public print::RowEncoder {
public:
    GeoTiffEncoder(std::filesystem::path path, std::string crs)
        : path_{std::move(path)}, crs_{std::move(crs)} {}

    Result<void> begin(const print::PictureSpec& picture) override {
        auto writer = io::GeoTiffWriter::create(path_, {picture.width_px, picture.height_px, picture.dpi},
                                                {crs_, picture.upper_left, picture.units_per_pixel});
        if (!writer) return tl::make_unexpected(writer.error());
        writer_.emplace(std::move(*writer));
        return {};
    }
    [[nodiscard]] std::string encode(const image::Image& band, bool) const override {
        return print::rgb_rows(band);
    }
    Result<void> append(std::string encoded) override { return writer_->append(encoded); }
    Result<void> finish() override { return writer_->finish(); }

private:
    std::filesystem::path path_;
    std::string crs_;
    std::optional<io::GeoTiffWriter> writer_;
};

/// Remembers where the picture lies, for a world file.
class PlacedPngEncoder final : public print::RowEncoder {
public:
    explicit PlacedPngEncoder(print::ByteSink sink) : png_{std::move(sink)} {}

    Result<void> begin(const print::PictureSpec& picture) override {
        place = {"", picture.upper_left, picture.units_per_pixel};
        return png_.begin(picture);
    }
    [[nodiscard]] std::string encode(const image::Image& band, bool is_last) const override {
        return png_.encode(band, is_last);
    }
    Result<void> append(std::string encoded) override { return png_.append(std::move(encoded)); }
    Result<void> finish() override { return png_.finish(); }

    io::Georeference place;

private:
    print::PngEncoder png_;
};

/// The files of one page: a PNG may have a world file beside it. None is put in its place before all of them
/// are whole.
struct PageFiles {
    io::AtomicFile file;
    std::optional<io::AtomicFile> world;

    Result<void> commit() {
        if (auto committed = file.commit(); !committed || !world) return committed;
        return world->commit();
    }
};

Faults write_png(const print::PagePlan& plan, const std::filesystem::path& path, const FileOptions& options,
                 PageFiles& files, const print::Progress& progress) {
    PlacedPngEncoder encoder{sink_of(files.file)};
    auto faults = print::write_rows(plan, options.dpi, encoder, progress);
    if (!faults || !options.has_world_file) return faults;
    auto beside = path;
    auto world = io::AtomicFile::create(beside.replace_extension(".pgw"));
    if (!world) return tl::make_unexpected(world.error());
    if (auto written = world->write(io::world_file(encoder.place)); !written)
        return tl::make_unexpected(written.error());
    files.world.emplace(std::move(*world));
    return faults;
}

Faults write_pdf(const print::PagePlan& plan, const std::filesystem::path& path, const FileOptions& options,
                 io::AtomicFile& file, const print::Progress& progress) {
    print::PdfWriter writer{sink_of(file), {options.title, creation_time()}};
    auto faults = writer.add_page(plan, progress);
    if (!faults) return faults;
    if (auto finished = writer.finish(); !finished) return tl::make_unexpected(finished.error());
    if (auto set = io::georeference_pdf(file.temporary_path(), std::array{place_on_paper(plan)}); !set)
        return tl::make_unexpected(set.error().in(path.string()));
    return faults;
}

Faults write_geotiff(const print::PagePlan& plan, const std::filesystem::path& path,
                     const FileOptions& options, const io::AtomicFile& file,
                     const print::Progress& progress) {
    GeoTiffEncoder encoder{file.temporary_path(), plan.map.crs.definition()};
    auto faults = print::write_rows(plan, options.dpi, encoder, progress);
    // "Cancelled" needs no place.
    if (!faults && !progress.is_cancelled()) return tl::make_unexpected(faults.error().in(path.string()));
    return faults;
}

Faults write_into(PageFiles& files, PageFormat format, const print::PagePlan& plan,
                  const std::filesystem::path& path, const FileOptions& options,
                  const print::Progress& progress) {
    switch (format) {
        case PageFormat::Png:
            return write_png(plan, path, options, files, progress);
        case PageFormat::Pdf:
            return write_pdf(plan, path, options, files.file, progress);
        case PageFormat::Svg:
            return print::write_svg(plan, options.title, sink_of(files.file), progress);
        case PageFormat::GeoTiff:
            return write_geotiff(plan, path, options, files.file, progress);
    }
    return fail("no such format");
}

}  // namespace

std::optional<PageFormat> format_of(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".png") return PageFormat::Png;
    if (ending == ".pdf") return PageFormat::Pdf;
    if (ending == ".svg") return PageFormat::Svg;
    if (ending == ".tif" || ending == ".tiff") return PageFormat::GeoTiff;
    return std::nullopt;
}

io::Georeference place_on_paper(const print::PagePlan& plan) {
    constexpr double kPxPerPoint = print::kPxPerInch / 72;
    return {plan.map.crs.definition(), print::page_corner(plan), plan.frame.units_per_px * kPxPerPoint};
}

Result<std::vector<std::string>> write_page_file(const print::PagePlan& plan,
                                                 const std::filesystem::path& path,
                                                 const FileOptions& options,
                                                 const print::Progress& progress) {
    const auto format = format_of(path);
    if (!format) return fail("{}: expected a name that ends in .png, .pdf, .svg or .tif", path.string());
    const bool is_picture = *format == PageFormat::Png || *format == PageFormat::GeoTiff;
    if (is_picture) {
        if (auto checked = print::check_picture_size(plan.layout.page, options.dpi); !checked)
            return tl::make_unexpected(checked.error().in(path.string()));
    }
    auto file = io::AtomicFile::create(path);
    if (!file) return tl::make_unexpected(file.error());
    PageFiles files{std::move(*file), std::nullopt};
    auto faults = write_into(files, *format, plan, path, options, progress);
    if (!faults) return faults;
    if (auto committed = files.commit(); !committed) return tl::make_unexpected(committed.error());
    return faults;
}

std::string creation_time() {
    std::time_t time = std::time(nullptr);
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
        char* end{};
        const long long seconds = std::strtoll(epoch, &end, 10);
        if (end != epoch && *end == '\0') time = static_cast<std::time_t>(seconds);
    }
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(time));
}

}  // namespace jinsha::app
