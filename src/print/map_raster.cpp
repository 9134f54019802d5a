#include "print/map_raster.hpp"

#include "paint/painter.hpp"
#include "print/draw_symbols.hpp"
#include "print/whole_texts.hpp"
#include "scene/display_list.hpp"
#include "scene/tile_grid.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::print {

namespace {

// Wide and low: features are looked up once for each piece, and rows lie together in memory.
constexpr int kPieceWidthPx = 4096;

void copy(const image::Image& piece, int x, int y, image::Image& page) {
    for (int row = 0; row < piece.height_px(); ++row) {
        const auto from = piece.bytes().subspan(
            static_cast<std::size_t>(row) * static_cast<std::size_t>(piece.stride_bytes()),
            static_cast<std::size_t>(piece.stride_bytes()));
        std::ranges::copy(from, page.pixel(x, y + row).data());
    }
}

int pixel_of(double px, double pixel_ratio) {
    return static_cast<int>(std::lround(px * pixel_ratio));
}

PagePixel corner_of(const MapFrame& frame, double pixel_ratio) {
    return {pixel_of(frame.rect.left, pixel_ratio), pixel_of(frame.rect.top, pixel_ratio)};
}

map::View view_of(const MapFrame& frame, double pixel_ratio) {
    const PagePixel corner = corner_of(frame, pixel_ratio);
    const map::ScreenSize size{std::max(1, pixel_of(frame.rect.right(), pixel_ratio) - corner.x),
                               std::max(1, pixel_of(frame.rect.bottom(), pixel_ratio) - corner.y)};
    return map::View{frame.center, frame.units_per_px / pixel_ratio, size};
}

}  // namespace

std::shared_ptr<const scene::MapSnapshot> at_pixel_ratio(const scene::MapSnapshot& snapshot,
                                                         double pixel_ratio) {
    auto copy = std::make_shared<scene::MapSnapshot>(snapshot);
    copy->pixel_ratio = pixel_ratio;
    return copy;
}

MapRaster::MapRaster(const PagePlan& plan, double pixel_ratio)
    : MapRaster{at_pixel_ratio(*plan.map.snapshot, pixel_ratio), view_of(plan.frame, pixel_ratio),
                corner_of(plan.frame, pixel_ratio), plan.map.fonts, plan.map.icons} {
    if (plan.has_surround()) leave_out_cut_texts(symbols_, on_grid_);
}

MapRaster::MapRaster(std::shared_ptr<const scene::MapSnapshot> snapshot, const map::View& view,
                     PagePixel corner, std::shared_ptr<const text::FontSet> fonts,
                     std::shared_ptr<const symbol::IconStore> icons)
    : snapshot_{std::move(snapshot)},
      fonts_{std::move(fonts)},
      icons_{std::move(icons)},
      units_per_pixel_{view.units_per_pixel()},
      on_page_{corner.x, corner.y, view.window().width, view.window().height},
      on_grid_{scene::grid_rect(view.snapped(snapshot_->origin), snapshot_->origin)},
      lower_{std::make_unique<const scene::LowerSymbols>(fonts_, icons_)} {
    scene::SymbolPlacer placer{snapshot_, units_per_pixel_, fonts_, icons_};
    symbols_ = placer.place(on_grid_);
    faults_ = placer.faults();
}

geo::MapPoint MapRaster::page_corner() const noexcept {
    return snapshot_->grid(units_per_pixel_)
        .to_map(scene::GridPoint{static_cast<double>(on_grid_.left - on_page_.left),
                                 static_cast<double>(on_grid_.top - on_page_.top)});
}

std::vector<std::string> MapRaster::paint(image::Image& band, int top,
                                          const std::atomic<bool>& cancelled) const {
    const std::int64_t first = std::max<std::int64_t>(top, on_page_.top);
    const std::int64_t last = std::min<std::int64_t>(top + band.height_px(), on_page_.top + on_page_.height);
    std::vector<std::string> faults;
    if (first >= last) return faults;
    const auto height = static_cast<int>(last - first);
    image::Image piece;
    for (int x = 0; x < on_page_.width; x += kPieceWidthPx) {
        const scene::GridRect rect{on_grid_.left + x, on_grid_.top + (first - on_page_.top),
                                   std::min(kPieceWidthPx, on_page_.width - x), height};
        if (piece.width_px() != rect.width) piece = image::Image{rect.width, rect.height};
        paint::paint(scene::build_display_list(*snapshot_, units_per_pixel_, rect, cancelled, lower_.get()),
                     piece, cancelled);
        for (std::string& fault :
             draw_symbols(symbols_, rect, snapshot_->pixel_ratio, *fonts_, *icons_, piece))
            faults.push_back(std::move(fault));
        copy(piece, static_cast<int>(on_page_.left) + x, static_cast<int>(first - top), band);
    }
    return faults;
}

}  // namespace jinsha::print
