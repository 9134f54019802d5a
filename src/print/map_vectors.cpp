#include "print/map_vectors.hpp"

#include "print/display_list_vectors.hpp"
#include "print/map_raster.hpp"
#include "print/whole_texts.hpp"
#include "scene/layer_list.hpp"
#include "scene/placement.hpp"
#include "scene/symbol_pictures.hpp"
#include "scene/tile_grid.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jinsha::print {

namespace {

// Points that lie closer than half a pixel are one: at 384 dpi that is finer than print.
constexpr double kVectorRatio = 4;

/// The upper left corner of the frame on the page lies on a whole pixel of both.
struct FrameOnGrid {
    scene::GridRect grid;
    PagePoint corner;
};

FrameOnGrid frame_on_grid(const PagePlan& plan, const scene::MapSnapshot& snapshot) {
    const PageRect& rect = plan.frame.rect;
    const map::ScreenSize size{std::max(1, static_cast<int>(std::lround(rect.width))),
                               std::max(1, static_cast<int>(std::lround(rect.height)))};
    const map::View view{plan.frame.center, plan.frame.units_per_px, size};
    return {scene::grid_rect(view.snapped(snapshot.origin), snapshot.origin), {rect.left, rect.top}};
}

/// The middle of the icon as a window draws it: its picture lies on whole pixels.
scene::GridPoint drawn_center(const scene::PlacedIcon& icon, const symbol::IconStore& icons) {
    const auto picture = scene::icon_picture(icon, icons, 1);
    if (!picture) return icon.center;
    return {static_cast<double>(picture->left_px) + picture->picture->width_px() / 2.0,
            static_cast<double>(picture->top_px) + picture->picture->height_px() / 2.0};
}

double at_quarter(double px) {
    return std::round(px * 4) / 4;
}

/// A label where a window draws it (text::draw_label): its origin at a quarter of a pixel, and its glyphs too
/// when it is upright. An eighth of a pixel is 0.03 mm, which no reader of a page sees.
struct DrawnLabel {
    scene::GridPoint origin;
    text::Label label;
};

DrawnLabel drawn_label(const scene::PlacedText& text) {
    DrawnLabel drawn{{std::floor(text.origin.x * 4) / 4, std::floor(text.origin.y * 4) / 4}, *text.label};
    if (drawn.label.rotate_deg != 0) return drawn;
    for (text::PlacedGlyph& glyph : drawn.label.shaped.glyphs) {
        glyph.x = at_quarter(drawn.origin.x + glyph.x) - drawn.origin.x;
        glyph.y = at_quarter(drawn.origin.y + glyph.y) - drawn.origin.y;
    }
    return drawn;
}

/// Draws one page's map, layer upon layer.
class VectorMap {
public:
    VectorMap(const PagePlan& plan, Canvas& canvas, const std::atomic<bool>& cancelled)
        : plan_{plan},
          snapshot_{at_pixel_ratio(*plan.map.snapshot, 1)},
          fine_snapshot_{at_pixel_ratio(*plan.map.snapshot, kVectorRatio)},
          frame_{frame_on_grid(plan, *snapshot_)},
          placer_{snapshot_, plan.frame.units_per_px, plan.map.fonts, plan.map.icons},
          canvas_{canvas},
          cancelled_{cancelled} {}

    std::vector<std::string> draw() {
        draw_below_symbols();
        auto symbols = placer_.place(frame_.grid, cancelled_);
        if (plan_.has_surround()) leave_out_cut_texts(symbols, frame_.grid);
        canvas_.begin_clip(plan_.frame.rect);
        for (const scene::PlacedSymbol& symbol : symbols) draw_symbol(symbol);
        canvas_.end_clip();
        return placer_.faults();
    }

private:
    /// The layers below the topmost run of symbols, those of symbols among them on their places.
    void draw_below_symbols() {
        const auto& layers = snapshot_->layers;
        const std::size_t end = snapshot_->first_symbol_layer();
        for (std::size_t first = 0; first < end && !cancelled_;) {
            const auto is_symbol = [](const scene::SnapshotLayer& layer) {
                return layer.style.type() == style::LayerType::Symbol;
            };
            if (is_symbol(layers[first])) {
                draw_lower_symbols(first++);
                continue;
            }
            const auto begin = layers.begin();
            const auto next = std::find_if(begin + static_cast<std::ptrdiff_t>(first),
                                           begin + static_cast<std::ptrdiff_t>(end), is_symbol);
            const auto last = static_cast<std::size_t>(next - begin);
            draw_layers({first, last});
            first = last;
        }
        if (end == 0) draw_layers({0, 0});  // the ground alone
    }

    /// Cut into pieces no larger than a display list may be, each clipped to its own rectangle.
    void draw_layers(scene::LayerRange layers) {
        constexpr int kMostPx = 2048;  // page pixels; a display list has kVectorRatio as many
        for (int y = 0; y < frame_.grid.height && !cancelled_; y += kMostPx) {
            for (int x = 0; x < frame_.grid.width && !cancelled_; x += kMostPx) {
                draw_piece(layers, x, y, std::min(kMostPx, frame_.grid.width - x),
                           std::min(kMostPx, frame_.grid.height - y));
            }
        }
    }

    void draw_piece(scene::LayerRange layers, int x, int y, int width, int height) {
        constexpr auto fine = static_cast<int>(kVectorRatio);
        const scene::GridRect rect{(frame_.grid.left + x) * fine, (frame_.grid.top + y) * fine, width * fine,
                                   height * fine};
        const auto list = scene::build_layer_list(*fine_snapshot_, layers,
                                                  plan_.frame.units_per_px / kVectorRatio, rect, cancelled_);
        const PagePoint corner{frame_.corner.x + x, frame_.corner.y + y};
        const PageRect piece{corner.x, corner.y, static_cast<double>(width), static_cast<double>(height)};
        canvas_.begin_clip(piece);
        if (list.background.a > 0) canvas_.fill(PagePath::rect(piece), list.background);
        draw_display_list(list, corner, kVectorRatio, canvas_, cancelled_);
        canvas_.end_clip();
    }

    void draw_lower_symbols(std::size_t layer) {
        if (!lower_) lower_ = placer_.place_below(frame_.grid, cancelled_);
        canvas_.begin_clip(plan_.frame.rect);
        for (const scene::PlacedSymbol& symbol : *lower_) {
            if (symbol.layer == layer) draw_symbol(symbol);
        }
        canvas_.end_clip();
    }

    void draw_symbol(const scene::PlacedSymbol& symbol) {
        if (cancelled_) return;
        for (const scene::PlacedIcon& icon : symbol.icons) {
            canvas_.icon(icon.image, {on_page(drawn_center(icon, *plan_.map.icons)), icon.size,
                                      icon.rotate_deg, icon.opacity});
        }
        for (const scene::PlacedText& text : symbol.texts) {
            const DrawnLabel drawn = drawn_label(text);
            canvas_.label(drawn.label, on_page(drawn.origin), 1, text.opacity);
        }
    }

    [[nodiscard]] PagePoint on_page(scene::GridPoint p) const noexcept {
        return {frame_.corner.x + p.x - static_cast<double>(frame_.grid.left),
                frame_.corner.y + p.y - static_cast<double>(frame_.grid.top)};
    }

    const PagePlan& plan_;
    std::shared_ptr<const scene::MapSnapshot> snapshot_, fine_snapshot_;
    FrameOnGrid frame_;
    scene::SymbolPlacer placer_;
    Canvas& canvas_;
    const std::atomic<bool>& cancelled_;
    std::optional<std::vector<scene::PlacedSymbol>> lower_;  // placed when the first of them is met
};

}  // namespace

std::vector<std::string> draw_map_vectors(const PagePlan& plan, Canvas& canvas,
                                          const std::atomic<bool>& cancelled) {
    return VectorMap{plan, canvas, cancelled}.draw();
}

geo::MapPoint page_corner(const PagePlan& plan) noexcept {
    const FrameOnGrid frame = frame_on_grid(plan, *plan.map.snapshot);
    const scene::PixelGrid grid = plan.map.snapshot->grid(plan.frame.units_per_px);
    return grid.to_map(scene::GridPoint{static_cast<double>(frame.grid.left) - frame.corner.x,
                                        static_cast<double>(frame.grid.top) - frame.corner.y});
}

}  // namespace jinsha::print
