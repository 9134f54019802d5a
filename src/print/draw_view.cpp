#include "print/export_image.hpp"
#include "print/map_raster.hpp"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <thread>

namespace jinsha::print {

namespace {

constexpr int kBandHeightPx = 256;

}  // namespace

DrawnView draw_view(std::shared_ptr<const scene::MapSnapshot> snapshot, const map::View& view,
                    std::shared_ptr<const text::FontSet> fonts,
                    std::shared_ptr<const symbol::IconStore> icons) {
    const MapRaster map{std::move(snapshot), view, {}, std::move(fonts), std::move(icons)};
    DrawnView drawn{image::Image{view.window().width, view.window().height}, map.faults()};
    const int height = drawn.picture.height_px(), stride = drawn.picture.stride_bytes();
    const std::atomic<bool> cancelled{false};
    std::atomic<int> next{0};
    std::mutex mutex;  // of the faults
    const auto work = [&] {
        for (int top = kBandHeightPx * next++; top < height; top = kBandHeightPx * next++) {
            image::Image band{drawn.picture.width_px(), std::min(kBandHeightPx, height - top)};
            const auto faults = map.paint(band, top, cancelled);
            std::ranges::copy(band.bytes(),
                              drawn.picture.bytes().data() + static_cast<std::ptrdiff_t>(top) * stride);
            const std::scoped_lock lock{mutex};
            drawn.faults.insert(drawn.faults.end(), faults.begin(), faults.end());
        }
    };
    {
        std::vector<std::jthread> helpers;
        const int bands = (height + kBandHeightPx - 1) / kBandHeightPx;
        const int threads = std::min<int>(static_cast<int>(std::thread::hardware_concurrency()), bands);
        for (int i = 1; i < threads; ++i) helpers.emplace_back(work);
        work();
    }
    std::ranges::sort(drawn.faults);
    const auto twice = std::ranges::unique(drawn.faults);
    drawn.faults.erase(twice.begin(), twice.end());
    return drawn;
}

}  // namespace jinsha::print
