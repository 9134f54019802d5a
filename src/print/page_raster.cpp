#include "print/page_raster.hpp"

#include "print/cairo_canvas.hpp"
#include "print/furniture.hpp"
#include "symbol/cairo_handles.hpp"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>

namespace jinsha::print {

namespace {

constexpr int kBandHeightPx = 256;

PictureSpec picture_of(const PagePlan& plan, double dpi, const MapRaster& map) {
    const double ratio = dpi / kPxPerInch;
    const auto pixels = [&](double px) { return std::max(1, static_cast<int>(std::lround(px * ratio))); };
    return {pixels(plan.layout.page.width), pixels(plan.layout.page.height), dpi, map.page_corner(),
            map.units_per_pixel()};
}

/// One thread's share of a page: paints a band with the map below and everything else over it.
class BandPainter {
public:
    BandPainter(const PagePlan& plan, const MapRaster& map, double ratio)
        : plan_{plan}, map_{map}, ratio_{ratio}, fonts_{plan.map.fonts} {}

    std::vector<std::string> paint(image::Image& band, int top, const std::atomic<bool>& cancelled) {
        // Where the paper's edge cuts through a pixel there must be something below.
        std::ranges::fill(band.bytes(), std::uint8_t{255});
        auto faults = map_.paint(band, top, cancelled);
        if (!plan_.has_surround()) return faults;
        const symbol::CairoSurface surface{
            cairo_image_surface_create_for_data(band.bytes().data(), CAIRO_FORMAT_ARGB32, band.width_px(),
                                                band.height_px(), band.stride_bytes())};
        const symbol::CairoContext context{cairo_create(surface.get())};
        cairo_translate(context.get(), 0, -top);
        cairo_scale(context.get(), ratio_, ratio_);
        CairoCanvas canvas{context.get(), fonts_, *plan_.map.icons};
        draw_paper(plan_, canvas);
        draw_furniture(plan_, canvas);
        cairo_surface_flush(surface.get());
        faults.insert(faults.end(), canvas.faults().begin(), canvas.faults().end());
        return faults;
    }

private:
    const PagePlan& plan_;
    const MapRaster& map_;
    double ratio_;
    CairoFonts fonts_;
};

/// Bands are painted and encoded by several threads; each waits with its band until those before it are
/// appended, so there are never more bands than threads.
class BandWork {
public:
    BandWork(const PagePlan& plan, const MapRaster& map, const PictureSpec& picture, RowEncoder& encoder,
             const Progress& progress)
        : plan_{plan},
          map_{map},
          picture_{picture},
          encoder_{encoder},
          progress_{progress},
          band_count_{(picture.height_px + kBandHeightPx - 1) / kBandHeightPx} {}

    Result<std::vector<std::string>> run() {
        {
            std::vector<std::jthread> helpers;
            const int threads =
                std::min<int>(static_cast<int>(std::thread::hardware_concurrency()), band_count_);
            for (int i = 1; i < threads; ++i) helpers.emplace_back([this] { work(); });
            work();
        }
        if (progress_.is_cancelled()) return fail_cancelled();
        if (error_) return tl::make_unexpected(*error_);
        std::ranges::sort(faults_);
        const auto twice = std::ranges::unique(faults_);
        faults_.erase(twice.begin(), twice.end());
        return std::move(faults_);
    }

private:
    void work() {
        BandPainter painter{plan_, map_, picture_.dpi / kPxPerInch};
        image::Image band;
        for (int i = next_++; i < band_count_; i = next_++) {
            const int top = i * kBandHeightPx;
            const int height = std::min(kBandHeightPx, picture_.height_px - top);
            if (band.height_px() != height) band = image::Image{picture_.width_px, height};
            std::string encoded;
            std::vector<std::string> faults;
            if (!is_over()) {
                faults = painter.paint(band, top, progress_.flag());
                encoded = encoder_.encode(band, i + 1 == band_count_);
            }
            append(i, std::move(encoded), std::move(faults));
        }
    }

    void append(int i, std::string encoded, std::vector<std::string> faults) {
        std::unique_lock lock{mutex_};
        turn_.wait(lock, [&] { return appended_ == i; });
        if (!error_ && !progress_.is_cancelled()) {
            if (const auto done = encoder_.append(std::move(encoded)); !done) error_ = done.error();
        }
        std::ranges::move(faults, std::back_inserter(faults_));
        ++appended_;
        turn_.notify_all();
        progress_.tell(static_cast<double>(appended_) / band_count_);
    }

    [[nodiscard]] bool is_over() {
        const std::scoped_lock lock{mutex_};
        return error_ || progress_.is_cancelled();
    }

    const PagePlan& plan_;
    const MapRaster& map_;
    const PictureSpec& picture_;
    RowEncoder& encoder_;
    const Progress& progress_;
    const int band_count_;
    std::atomic<int> next_{0};
    std::mutex mutex_;  // of what follows
    std::condition_variable turn_;
    int appended_{};
    std::optional<Error> error_;
    std::vector<std::string> faults_;
};

/// Keeps the bands as one picture.
class ImageEncoder final : public RowEncoder {
public:
    Result<void> begin(const PictureSpec& picture) override {
        picture_ = image::Image{picture.width_px, picture.height_px};
        return {};
    }
    [[nodiscard]] std::string encode(const image::Image& band, bool) const override {
        return {reinterpret_cast<const char*>(band.bytes().data()), band.bytes().size()};
    }
    Result<void> append(std::string encoded) override {
        std::memcpy(picture_.bytes().data() + at_, encoded.data(), encoded.size());
        at_ += encoded.size();
        return {};
    }
    Result<void> finish() override { return {}; }
    image::Image take() { return std::move(picture_); }

private:
    image::Image picture_;
    std::size_t at_{};
};

}  // namespace

Result<std::vector<std::string>> write_rows(const PagePlan& plan, double dpi, RowEncoder& encoder,
                                            const Progress& progress) {
    const MapRaster map{plan, dpi / kPxPerInch};
    const PictureSpec picture = picture_of(plan, dpi, map);
    if (const auto begun = encoder.begin(picture); !begun) return tl::make_unexpected(begun.error());
    auto faults = BandWork{plan, map, picture, encoder, progress}.run();
    if (!faults) return faults;
    if (const auto finished = encoder.finish(); !finished) return tl::make_unexpected(finished.error());
    for (const std::string& fault : map.faults()) faults->push_back(fault);
    return faults;
}

Result<image::Image> draw_page(const PagePlan& plan, double dpi, const Progress& progress) {
    ImageEncoder encoder;
    const auto drawn = write_rows(plan, dpi, encoder, progress);
    if (!drawn) return tl::make_unexpected(drawn.error());
    return encoder.take();
}

}  // namespace jinsha::print
