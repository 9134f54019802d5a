#include "app/view_copy.hpp"

#include "print/export_image.hpp"

#include <utility>

namespace jinsha::app {

namespace {

constexpr double kDpiOfCssPixel = 96;

}  // namespace

void ViewCopy::start(ViewToCopy what) {
    if (is_running()) return;
    thread_ = std::jthread{[this, what = std::move(what)] {
        auto copied = copy(what);
        {
            const std::scoped_lock lock{mutex_};
            result_.emplace(std::move(copied));
        }
        wake_();
    }};
}

Result<ViewCopy::Copied> ViewCopy::copy(const ViewToCopy& what) {
    if (!clipboard_) {
        auto connected = ClipboardImage::connect();
        if (!connected) return tl::make_unexpected(connected.error());
        clipboard_ = *std::move(connected);
    }
    const auto drawn = print::draw_view(what.snapshot, what.view, what.fonts, what.icons);
    auto png = print::encode_png(drawn.picture, kDpiOfCssPixel * what.snapshot->pixel_ratio);
    if (!png) return tl::make_unexpected(png.error());
    return clipboard_->offer(*std::move(png)).map([&](AfterExit after_exit) {
        return Copied{{drawn.picture.width_px(), drawn.picture.height_px()}, after_exit};
    });
}

bool ViewCopy::has_result() const {
    const std::scoped_lock lock{mutex_};
    return result_.has_value();
}

std::optional<Result<ViewCopy::Copied>> ViewCopy::take() {
    std::optional<Result<Copied>> result;
    {
        const std::scoped_lock lock{mutex_};
        result = std::exchange(result_, std::nullopt);
    }
    if (result) thread_.join();
    return result;
}

}  // namespace jinsha::app
