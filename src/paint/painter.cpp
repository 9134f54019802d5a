#include "paint/painter.hpp"

#include "paint/circle.hpp"
#include "paint/coverage.hpp"
#include "paint/dashes.hpp"
#include "paint/fill_group.hpp"
#include "paint/pixel_math.hpp"
#include "paint/soft_mask.hpp"
#include "paint/stroke_outline.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace jinsha::paint {

namespace {

using scene::CircleItem;
using scene::DisplayItem;
using scene::DisplayList;
using scene::FillItem;
using scene::PictureItem;
using scene::StrokeItem;
using scene::StrokePaint;

/// What a thread paints with. Kept from one painting to the next: fresh memory costs a page fault for every
/// 4 kB, more than the painting of a tile.
struct Workspace {
    Coverage coverage;
    StrokeOutline outline;
    FillGroup group;
    SoftMask mask;
};

class Painting {
public:
    Painting(const DisplayList& list, image::Image& target, Workspace& workspace)
        : list_{list}, target_{target}, work_{workspace} {}

    void paint_background() {
        const Pixel color = premultiplied(list_.background);
        const auto bytes = target_.bytes();
        for (std::size_t i = 0; i < bytes.size(); i += sizeof(Pixel)) store_pixel(bytes.data() + i, color);
    }

    /// Paints the item at `place`, and with a fill those that follow in its group; returns the next place.
    std::size_t paint_at(std::size_t place, const std::atomic<bool>& cancelled) {
        const DisplayItem& item = list_.items[place];
        if (std::holds_alternative<FillItem>(item)) return paint_fills(place, cancelled);
        if (const auto* stroke = std::get_if<StrokeItem>(&item)) paint_stroke(*stroke);
        if (const auto* circle = std::get_if<CircleItem>(&item)) {
            paint_circle(circle->center, list_.circle_paints[circle->paint], target_);
        }
        if (const auto* picture = std::get_if<PictureItem>(&item)) {
            image::draw_over(target_, *list_.pictures[picture->picture], picture->x_px, picture->y_px,
                             picture->opacity);
        }
        return place + 1;
    }

private:
    [[nodiscard]] const scene::FillPaint& paint_of(const FillItem& fill) const {
        return list_.fill_paints[fill.paint];
    }

    [[nodiscard]] std::size_t end_of_group(std::size_t first) const {
        const auto group = paint_of(std::get<FillItem>(list_.items[first])).group;
        std::size_t end = first + 1;
        while (end < list_.items.size()) {
            const auto* fill = std::get_if<FillItem>(&list_.items[end]);
            if (!fill || paint_of(*fill).group != group) break;
            ++end;
        }
        return end;
    }

    std::size_t paint_fills(std::size_t first, const std::atomic<bool>& cancelled) {
        const std::size_t end = end_of_group(first);
        if (end == first + 1) {
            const auto& fill = std::get<FillItem>(list_.items[first]);
            add_rings(fill);
            sweep_over_target(premultiplied(paint_of(fill).color), paint_of(fill).antialias);
            return end;
        }
        work_.group.begin(box_of_fills(first, end));
        for (std::size_t i = first; i < end && !cancelled; ++i) {
            const auto& fill = std::get<FillItem>(list_.items[i]);
            const Pixel color = premultiplied(paint_of(fill).color);
            add_rings(fill);
            work_.coverage.sweep(list_.width_px, list_.height_px, paint_of(fill).antialias,
                                 [&](int y, const Run& run) { work_.group.add(y, run, color); });
        }
        work_.group.finish(target_);
        return end;
    }

    void add_rings(const FillItem& fill) {
        for (std::uint32_t i = fill.rings.first; i < fill.rings.last; ++i) {
            work_.coverage.add_ring(list_.part(i));
        }
    }

    /// The pixels that items [first, end), all of them fills, can touch.
    [[nodiscard]] PixelBox box_of_fills(std::size_t first, std::size_t end) const {
        std::int32_t left = list_.width_px * scene::kSubPixels, right = 0;
        std::int32_t top = list_.height_px * scene::kSubPixels, bottom = 0;
        for (std::size_t item = first; item < end; ++item) {
            const auto& rings = std::get<FillItem>(list_.items[item]).rings;
            for (std::uint32_t i = rings.first; i < rings.last; ++i) {
                for (const scene::SubPixelPoint& p : list_.part(i)) {
                    left = std::min(left, p.x);
                    right = std::max(right, p.x);
                    top = std::min(top, p.y);
                    bottom = std::max(bottom, p.y);
                }
            }
        }
        return {std::max(0, left / scene::kSubPixels), std::max(0, top / scene::kSubPixels),
                std::min(list_.width_px, right / scene::kSubPixels + 1),
                std::min(list_.height_px, bottom / scene::kSubPixels + 1)};
    }

    void paint_stroke(const StrokeItem& stroke) {
        const StrokePaint& paint = list_.stroke_paints[stroke.paint];
        if (!(paint.width > 0)) return;
        if (paint.blur > 0) {
            paint_soft_stroke(stroke, paint);
        } else {
            add_stroke(stroke, paint, paint.width);
            sweep_over_target(premultiplied(paint.color), true);
        }
    }

    /// An edge that fades over blur + 1 pixels, one of them outside and inside half and half as in every
    /// edge: the mean of as many strokes as that is pixels, each narrower than the last.
    void paint_soft_stroke(const StrokeItem& stroke, const StrokePaint& paint) {
        const auto layer_count = static_cast<unsigned>(std::ceil(paint.blur + 1));
        const double step_px = paint.blur / (layer_count - 1);
        work_.mask.begin(list_.width_px, list_.height_px);
        for (unsigned layer = 0; layer < layer_count; ++layer) {
            const double width_px = paint.width - 2 * layer * step_px;
            if (width_px <= 0) break;
            add_stroke(stroke, paint, width_px);
            work_.coverage.sweep(list_.width_px, list_.height_px, true,
                                 [&](int y, const Run& run) { work_.mask.add(y, run); });
        }
        work_.mask.finish(premultiplied(paint.color), layer_count, target_);
    }

    void add_stroke(const StrokeItem& stroke, const StrokePaint& paint, double width_px) {
        work_.outline.set_shape({width_px, paint.cap, paint.join, paint.miter_limit});
        if (paint.dashes.empty()) {
            for (std::uint32_t i = stroke.lines.first; i < stroke.lines.last; ++i) {
                const auto line = list_.part(i);
                const bool is_ring = stroke.closed && line.front() == line.back();
                work_.outline.add_line(line, is_ring, work_.coverage);
            }
            return;
        }
        DashCutter cutter{paint.dashes};
        for (std::uint32_t i = stroke.lines.first; i < stroke.lines.last; ++i) {
            const double offset_px = list_.dash_offsets[stroke.first_dash_offset + i - stroke.lines.first];
            cutter.cut(list_.part(i), offset_px, [&](std::span<const scene::SubPixelPoint> dash) {
                work_.outline.add_line(dash, false, work_.coverage);
            });
        }
    }

    void sweep_over_target(Pixel color, bool antialias) {
        work_.coverage.sweep(list_.width_px, list_.height_px, antialias, [&](int y, const Run& run) {
            const Pixel above = scaled(color, run.coverage);
            std::uint8_t* bytes = target_.pixel(run.x, y).data();
            for (int i = 0; i < run.length; ++i, bytes += sizeof(Pixel)) {
                store_pixel(bytes, over(load_pixel(bytes), above));
            }
        });
    }

    const DisplayList& list_;
    image::Image& target_;
    Workspace& work_;
};

}  // namespace

void paint(const scene::DisplayList& list, image::Image& target, const std::atomic<bool>& cancelled) {
    const scene::DisplayList* const one = &list;
    paint(std::span{&one, 1}, target, cancelled);
}

void paint(std::span<const scene::DisplayList* const> lists, image::Image& target,
           const std::atomic<bool>& cancelled) {
    thread_local Workspace workspace;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        const scene::DisplayList& list = *lists[i];
        assert(target.width_px() == list.width_px && target.height_px() == list.height_px);
        Painting painting{list, target, workspace};
        if (i == 0) painting.paint_background();
        for (std::size_t item = 0; item < list.items.size() && !cancelled;) {
            item = painting.paint_at(item, cancelled);
        }
    }
}

}  // namespace jinsha::paint
