#pragma once

#include "paint/run.hpp"
#include "paint/small_coverage.hpp"
#include "scene/display_list.hpp"

#include <agg_rasterizer_scanline_aa.h>
#include <agg_rasterizer_sl_clip.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace jinsha::paint {

/// Which share of each pixel a polygon covers, by the non-zero rule. Points go in as they are, in 1/256 px
/// and without clipping: they must lie within 16,000 pixels of each other, AGG's limit for an edge.
class Coverage {
public:
    void add_ring(std::span<const scene::SubPixelPoint> ring) {
        if (ring.size() < 3) return;
        points_.insert(points_.end(), ring.begin(), ring.end());
        ring_ends_.push_back(points_.size());
    }

    /// Calls paint_run(y, run) for all that lies in columns [0, width) and rows [0, height), from the top,
    /// and begins anew. Without antialiasing a pixel is covered whole or not at all.
    template <class PaintRun>
    void sweep(int width, int height, bool antialias, PaintRun&& paint_run) {
        if (points_.empty()) return;
        const PixelBox box = box_of_points();
        if (SmallCoverage::fits(box)) {
            small_.begin(box);
            for_each_edge(
                [this](scene::SubPixelPoint from, scene::SubPixelPoint to) { small_.add_edge(from, to); });
            small_.sweep(width, height, antialias, paint_run);
        } else {
            for_each_edge([this](scene::SubPixelPoint from, scene::SubPixelPoint to) {
                rasterizer_.edge(from.x, from.y, to.x, to.y);
            });
            sweep_large(width, height, antialias, paint_run);
        }
        points_.clear();
        ring_ends_.clear();
    }

private:
    template <class UseEdge>
    void for_each_edge(UseEdge&& use) const {
        std::size_t begin = 0;
        for (const std::size_t end : ring_ends_) {
            scene::SubPixelPoint from = points_[end - 1];
            for (std::size_t i = begin; i < end; ++i) {
                use(from, points_[i]);
                from = points_[i];
            }
            begin = end;
        }
    }

    [[nodiscard]] PixelBox box_of_points() const {
        scene::SubPixelPoint low = points_.front(), high = low;
        for (const scene::SubPixelPoint& p : points_) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
        constexpr int kShift = SmallCoverage::kShift;
        return {low.x >> kShift, low.y >> kShift, (high.x >> kShift) + 1, (high.y >> kShift) + 1};
    }

    template <class PaintRun>
    void sweep_large(int width, int height, bool antialias, PaintRun&& paint_run) {
        if (rasterizer_.rewind_scanlines() && rasterizer_.max_y() >= 0 && rasterizer_.min_y() < height &&
            rasterizer_.navigate_scanline(std::max(0, rasterizer_.min_y()))) {
            while (rasterizer_.sweep_scanline(row_) && row_.y < height) {
                for (Run run : row_.runs) {
                    const int right = std::min(run.x + run.length, width);
                    run.x = std::max(run.x, 0);
                    run.length = right - run.x;
                    if (!antialias) run.coverage = run.coverage < 128 ? 0 : 255;
                    if (run.length > 0 && run.coverage > 0) paint_run(row_.y, run);
                }
            }
        }
        rasterizer_.reset();
    }

    /// What AGG calls a scanline: it is told the runs of a row from left to right, then the row.
    struct Row {
        std::vector<Run> runs;
        int y{};

        void reset_spans() { runs.clear(); }
        void add_cell(int x, unsigned coverage) { runs.push_back({x, 1, coverage}); }
        void add_span(int x, int length, unsigned coverage) { runs.push_back({x, length, coverage}); }
        void finalize(int row) { y = row; }
        [[nodiscard]] std::size_t num_spans() const { return runs.size(); }
    };

    static constexpr unsigned kCellBlockLimit = 4096;  // of 4,096 cells: 16 million edge pixels in one shape
    agg::rasterizer_scanline_aa<agg::rasterizer_sl_no_clip> rasterizer_{kCellBlockLimit};
    Row row_;
    SmallCoverage small_;
    std::vector<scene::SubPixelPoint> points_;  // of the rings since the last sweep
    std::vector<std::size_t> ring_ends_;
};

}  // namespace jinsha::paint
