#include "paint/small_coverage.hpp"

namespace jinsha::paint {

namespace {

constexpr int kOne = scene::kSubPixels;

/// Goes through the steps of a whole-number division so that they add up to it: quotient and remainder,
/// rounded down. `by` > 0.
struct Division {
    int quotient, remainder;
    Division(int value, int by) : quotient{value / by}, remainder{value % by} {
        if (remainder < 0) {
            --quotient;
            remainder += by;
        }
    }
};

}  // namespace

void SmallCoverage::begin(const PixelBox& box) {
    box_ = box;
    width_ = box.right - box.left;
    const auto count = static_cast<std::size_t>(width_) * static_cast<std::size_t>(box.bottom - box.top);
    if (cells_.size() < count) cells_.resize(count);
}

// The steps and roundings of AGG's rasterizer_cells_aa (and FreeType's ftgrays before it): the edge is cut
// where it leaves a row of pixels, each part where it leaves a column.

void SmallCoverage::cut_edge(scene::SubPixelPoint from, scene::SubPixelPoint to) {
    const int left = box_.left * kOne, top = box_.top * kOne;
    const int x1 = from.x - left, y1 = from.y - top, x2 = to.x - left, y2 = to.y - top;
    if (y1 == y2) return;
    int row_now = y1 >> kShift;
    const int last_row = y2 >> kShift;
    const int y1_in_row = y1 & (kOne - 1), y2_in_row = y2 & (kOne - 1);
    if (row_now == last_row) return add_in_row(row_now, x1, y1_in_row, x2, y2_in_row);

    const int dx = x2 - x1;
    const bool goes_down = y2 > y1;
    const int dy = goes_down ? y2 - y1 : y1 - y2;
    const int exit = goes_down ? kOne : 0, entry = kOne - exit, step = goes_down ? 1 : -1;
    const Division first{(goes_down ? kOne - y1_in_row : y1_in_row) * dx, dy};
    int x = x1 + first.quotient;
    add_in_row(row_now, x1, y1_in_row, x, exit);
    row_now += step;
    if (row_now != last_row) {
        const Division each{kOne * dx, dy};
        int rest = first.remainder - dy;
        for (; row_now != last_row; row_now += step) {
            int next = x + each.quotient;
            rest += each.remainder;
            if (rest >= 0) {
                rest -= dy;
                ++next;
            }
            add_in_row(row_now, x, entry, next, exit);
            x = next;
        }
    }
    add_in_row(row_now, x, entry, x2, y2_in_row);
}

/// `from_y` and `to_y`: from the top of that row, 0 to 256.
void SmallCoverage::add_in_row(int y, int from_x, int from_y, int to_x, int to_y) {
    if (from_y == to_y) return;
    Cell* const cells = row(y);
    int column = from_x >> kShift;
    const int last_column = to_x >> kShift;
    const int from_in_cell = from_x & (kOne - 1), to_in_cell = to_x & (kOne - 1);
    const auto add = [&](int at, int cover, int both_x) {
        cells[at].cover += cover;
        cells[at].area += both_x * cover;
    };
    if (column == last_column) return add(column, to_y - from_y, from_in_cell + to_in_cell);

    const bool goes_right = to_x > from_x;
    const int dx = goes_right ? to_x - from_x : from_x - to_x;
    const int exit = goes_right ? kOne : 0, step = goes_right ? 1 : -1;
    const Division first{(goes_right ? kOne - from_in_cell : from_in_cell) * (to_y - from_y), dx};
    add(column, first.quotient, from_in_cell + exit);
    column += step;
    int y_now = from_y + first.quotient;
    if (column != last_column) {
        const Division each{kOne * (to_y - y_now + first.quotient), dx};
        int rest = first.remainder - dx;
        for (; column != last_column; column += step) {
            int cover = each.quotient;
            rest += each.remainder;
            if (rest >= 0) {
                rest -= dx;
                ++cover;
            }
            add(column, cover, kOne);
            y_now += cover;
        }
    }
    add(column, to_y - y_now, to_in_cell + kOne - exit);
}

}  // namespace jinsha::paint
