#pragma once

#include "scene/display_list.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace jinsha::paint {

/// Cuts lines into dashes. Where a dash begins depends on the distance along the whole line only, so the
/// parts of a line that several tiles paint carry the same dashes.
class DashCutter {
public:
    /// `dashes`: on, off, … in pixels, an even number of them, none negative, their sum above 0.
    explicit DashCutter(std::span<const double> dashes);

    /// Calls add_dash(span<const SubPixelPoint>) for every dash of `line`, which begins `offset_px` along the
    /// whole line. A dash without length (a dot, with round or square caps) becomes a quarter pixel long.
    template <class AddDash>
    void cut(std::span<const scene::SubPixelPoint> line, double offset_px, AddDash&& add_dash) {
        if (line.size() < 2) return;
        seek(offset_px);
        dash_.clear();
        if (is_on()) dash_.push_back(line.front());
        double start_px = offset_px;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Segment segment{line[i - 1], line[i], start_px, scene::distance_px(line[i - 1], line[i])};
            const double end_px = start_px + segment.length_px;
            while (next_change_px() <= end_px && segment.length_px > 0) {
                const bool was_on = is_on();
                const double at_px = next_change_px();
                dash_.push_back(segment.point_at(at_px));
                advance();
                if (was_on) {
                    if (dash_.size() == 2 && dash_[0] == dash_[1]) {
                        dash_[1] = segment.point_at(at_px + 0.25);
                    }
                    add_dash(std::span<const scene::SubPixelPoint>{dash_});
                    dash_.clear();
                }
            }
            if (is_on()) dash_.push_back(line[i]);
            start_px = end_px;
        }
        if (dash_.size() > 1 && (dash_.size() > 2 || dash_[0] != dash_[1]))
            add_dash(std::span<const scene::SubPixelPoint>{dash_});
    }

private:
    struct Segment {
        scene::SubPixelPoint from, to;
        double start_px, length_px;
        [[nodiscard]] scene::SubPixelPoint point_at(double along_px) const;
    };

    void seek(double along_px);
    [[nodiscard]] bool is_on() const { return index_ % 2 == 0; }
    [[nodiscard]] double next_change_px() const { return repeat_ * period_ + ends_[index_]; }
    void advance();

    std::vector<double> ends_;  // of the dashes and gaps of one period
    double period_{};
    double repeat_{};  // which period
    std::size_t index_{};
    std::vector<scene::SubPixelPoint> dash_;
};

}  // namespace jinsha::paint
