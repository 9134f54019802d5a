#include "paint/painter.hpp"
#include "print/draw_symbols.hpp"
#include "print/export_image.hpp"
#include "scene/display_list.hpp"
#include "scene/lower_symbols.hpp"
#include "scene/placement.hpp"
#include "scene/tile_grid.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace jinsha::print {

namespace {

// Wide and low: features are looked up once for each piece, and rows lie together in memory.
constexpr int kPieceWidthPx = 4096;
constexpr int kPieceHeightPx = 256;

/// What is painted by one thread at a time. Pixels do not depend on how a page is cut.
std::vector<scene::GridRect> pieces_of(const scene::GridRect& page) {
    std::vector<scene::GridRect> pieces;
    for (int y = 0; y < page.height; y += kPieceHeightPx) {
        for (int x = 0; x < page.width; x += kPieceWidthPx) {
            pieces.push_back({page.left + x, page.top + y, std::min(kPieceWidthPx, page.width - x),
                              std::min(kPieceHeightPx, page.height - y)});
        }
    }
    return pieces;
}

void copy(const image::Image& piece, int x, int y, image::Image& page) {
    for (int row = 0; row < piece.height_px(); ++row) {
        const auto from = piece.bytes().subspan(
            static_cast<std::size_t>(row) * static_cast<std::size_t>(piece.stride_bytes()),
            static_cast<std::size_t>(piece.stride_bytes()));
        std::ranges::copy(from, page.pixel(x, y + row).data());
    }
}

/// Paints the layers below the topmost symbols.
void paint_ground(const scene::MapSnapshot& snapshot, double units_per_pixel, const scene::GridRect& rect,
                  const scene::LowerSymbols& symbols, image::Image& page) {
    const auto pieces = pieces_of(rect);
    const std::atomic<bool> cancelled{false};
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        image::Image buffer;
        for (std::size_t i = next++; i < pieces.size(); i = next++) {
            const scene::GridRect& piece = pieces[i];
            if (buffer.width_px() != piece.width || buffer.height_px() != piece.height) {
                buffer = image::Image{piece.width, piece.height};
            }
            paint::paint(scene::build_display_list(snapshot, units_per_pixel, piece, cancelled, &symbols),
                         buffer, cancelled);
            copy(buffer, static_cast<int>(piece.left - rect.left), static_cast<int>(piece.top - rect.top),
                 page);
        }
    };
    std::vector<std::jthread> helpers;
    const std::size_t thread_count =
        std::min<std::size_t>(std::thread::hardware_concurrency(), pieces.size());
    for (std::size_t i = 1; i < thread_count; ++i) helpers.emplace_back(work);
    work();
}

}  // namespace

DrawnView draw_view(std::shared_ptr<const scene::MapSnapshot> snapshot, const map::View& view,
                    std::shared_ptr<const text::FontSet> fonts,
                    std::shared_ptr<const symbol::IconStore> icons) {
    const map::View snapped = view.snapped(snapshot->origin);
    const scene::GridRect rect = scene::grid_rect(snapped, snapshot->origin);
    DrawnView drawn{image::Image{rect.width, rect.height}, {}};
    paint_ground(*snapshot, view.units_per_pixel(), rect, scene::LowerSymbols{fonts, icons}, drawn.picture);

    scene::SymbolPlacer placer{snapshot, view.units_per_pixel(), fonts, icons};
    const auto symbols = placer.place(rect);
    drawn.faults = draw_symbols(symbols, rect, snapshot->pixel_ratio, *fonts, *icons, drawn.picture);
    const auto& left_out = placer.faults();
    drawn.faults.insert(drawn.faults.end(), left_out.begin(), left_out.end());
    return drawn;
}

}  // namespace jinsha::print
