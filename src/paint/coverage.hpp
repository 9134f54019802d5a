#pragma once

#include "scene/display_list.hpp"

#include <agg_rasterizer_scanline_aa.h>
#include <agg_rasterizer_sl_clip.h>

#include <algorithm>
#include <span>
#include <vector>

namespace jinsha::paint {

/// Pixels [x, x + length) of a row that a shape covers alike; coverage from 1 to 255.
struct Run {
    int x{}, length{};
    unsigned coverage{};
};

/// Which share of each pixel a polygon covers, by the non-zero rule. Points go in as they are, in 1/256 px
/// and without clipping: they must lie within 16,000 pixels of each other, AGG's limit for an edge.
class Coverage {
public:
    void move_to(scene::SubPixelPoint p) { rasterizer_.move_to(p.x, p.y); }
    void line_to(scene::SubPixelPoint p) { rasterizer_.line_to(p.x, p.y); }
    void add_ring(std::span<const scene::SubPixelPoint> ring) {
        if (ring.empty()) return;
        move_to(ring.front());
        for (const scene::SubPixelPoint& p : ring.subspan(1)) line_to(p);
    }

    /// Calls paint_run(y, run) for all that lies in columns [0, width) and rows [0, height), from the top,
    /// and begins anew. Without antialiasing a pixel is covered whole or not at all.
    template <class PaintRun>
    void sweep(int width, int height, bool antialias, PaintRun&& paint_run) {
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

private:
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
};

}  // namespace jinsha::paint
