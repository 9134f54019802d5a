#include "print/coordinate_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace jinsha::print {

namespace {

using Grid = map::PageFurniture::Grid;

/// The smallest of 1, 2, 5, 10, … that is not below `least`.
double round_step(double least) {
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1 - 1e-9)) return factor * power;
    }
    return 10 * power;
}

constexpr int kMostLines = 400;  // on each axis; more cannot come of a page that can be written

std::string kilometres(double metres, double step_metres) {
    const int decimals = std::clamp(static_cast<int>(std::ceil(3 - std::log10(step_metres) - 1e-9)), 0, 6);
    return fmt::format("{:.{}f}", metres / 1000, decimals);
}

class ProjectedGrid {
public:
    ProjectedGrid(const MapFrame& frame, double unit_metres, double least_px)
        : frame_{frame},
          unit_metres_{unit_metres},
          step_{round_step(least_px * frame.units_per_px * unit_metres) / unit_metres} {}

    CoordinateGrid make() && {
        const geo::Envelope extent = frame_.extent();
        const PageRect& rect = frame_.rect;
        each_multiple(extent.min_x, extent.max_x, [&](double x) {
            const double at = frame_.to_page({x, 0}).x;
            add({at, rect.top}, {at, rect.bottom()}, FrameEdge::Top, FrameEdge::Bottom, x);
        });
        each_multiple(extent.min_y, extent.max_y, [&](double y) {
            const double at = frame_.to_page({0, y}).y;
            add({rect.left, at}, {rect.right(), at}, FrameEdge::Left, FrameEdge::Right, y);
        });
        return std::move(grid_);
    }

private:
    template <class Use>
    void each_multiple(double from, double to, Use use) const {
        const double first = std::ceil(from / step_);
        for (int i = 0; i < kMostLines && (first + i) * step_ <= to; ++i) use((first + i) * step_);
    }

    void add(PagePoint from, PagePoint to, FrameEdge from_edge, FrameEdge to_edge, double coordinate) {
        const std::string label = kilometres(coordinate * unit_metres_, step_ * unit_metres_);
        grid_.lines.push_back(PagePath::line(from, to));
        grid_.ticks.push_back({from_edge, from, label});
        grid_.ticks.push_back({to_edge, to, label});
    }

    const MapFrame& frame_;
    double unit_metres_, step_;
    CoordinateGrid grid_;
};

/// Meridians and parallels, which are curves in most projections.
class DegreeGrid {
public:
    DegreeGrid(const MapFrame& frame, const geo::CrsTransform& from_wgs84, double least_px)
        : frame_{frame}, transform_{from_wgs84} {
        for (int i = 0; i <= kSteps; ++i) {
            const double share = static_cast<double>(i) / kSteps;
            const PageRect& r = frame.rect;
            extend({r.left + share * r.width, r.top});
            extend({r.left + share * r.width, r.bottom()});
            extend({r.left, r.top + share * r.height});
            extend({r.right(), r.top + share * r.height});
        }
        const double least_deg = least_px * frame.ground_metres_per_px / kMetresPerDegree;
        const auto step =
            std::ranges::find_if(kStepsInSeconds, [&](int s) { return s / 3600.0 >= least_deg; });
        step_s_ = step == kStepsInSeconds.end() ? 0 : *step;
    }

    CoordinateGrid make() && {
        if (is_broken_ || step_s_ == 0) return {};
        each_multiple(west_, east_, [&](double lon_s) {
            add_line(
                lon_s,
                [&](double share) {
                    return geo::SourcePoint{lon_s / 3600, south_ + share * (north_ - south_)};
                },
                true);
        });
        each_multiple(south_, north_, [&](double lat_s) {
            add_line(
                lat_s,
                [&](double share) {
                    return geo::SourcePoint{west_ + share * (east_ - west_), lat_s / 3600};
                },
                false);
        });
        return std::move(grid_);
    }

private:
    static constexpr int kSteps = 64;
    static constexpr double kMetresPerDegree = 111'320;
    static constexpr std::array kStepsInSeconds{1,   2,   5,    10,   15,   30,    60,    120,   300,
                                                600, 900, 1800, 3600, 7200, 18000, 36000, 72000, 108000};

    void extend(PagePoint p) {
        const geo::SourcePoint there = transform_.to_source(frame_.to_map(p));
        if (!std::isfinite(there.x) || !std::isfinite(there.y)) is_broken_ = true;
        west_ = std::min(west_, there.x);
        east_ = std::max(east_, there.x);
        south_ = std::min(south_, there.y);
        north_ = std::max(north_, there.y);
    }

    template <class Use>
    void each_multiple(double from_deg, double to_deg, Use use) const {
        const double first = std::ceil(from_deg * 3600 / step_s_);
        for (int i = 0; i < kMostLines && (first + i) * step_s_ <= to_deg * 3600; ++i)
            use((first + i) * step_s_);
    }

    template <class PlaceOf>
    void add_line(double seconds, PlaceOf place_of, bool is_meridian) {
        PagePath path;
        for (int i = 0; i <= kSteps; ++i) {
            const geo::MapPoint there = transform_.to_map(place_of(static_cast<double>(i) / kSteps));
            if (!std::isfinite(there.x) || !std::isfinite(there.y)) return;
            path.points.push_back(frame_.to_page(there));
        }
        path.end_part();
        add_ticks(path, label_of(seconds, is_meridian), is_meridian);
        grid_.lines.push_back(std::move(path));
    }

    void add_ticks(const PagePath& path, const std::string& label, bool is_meridian) {
        const PageRect& r = frame_.rect;
        for (std::size_t i = 1; i < path.points.size(); ++i) {
            const PagePoint a = path.points[i - 1], b = path.points[i];
            if (is_meridian) {
                cross(a.y, b.y, a.x, b.x, r.top, r.left, r.right(), [&](double x) {
                    grid_.ticks.push_back({FrameEdge::Top, {x, r.top}, label});
                });
                cross(a.y, b.y, a.x, b.x, r.bottom(), r.left, r.right(), [&](double x) {
                    grid_.ticks.push_back({FrameEdge::Bottom, {x, r.bottom()}, label});
                });
            } else {
                cross(a.x, b.x, a.y, b.y, r.left, r.top, r.bottom(), [&](double y) {
                    grid_.ticks.push_back({FrameEdge::Left, {r.left, y}, label});
                });
                cross(a.x, b.x, a.y, b.y, r.right(), r.top, r.bottom(), [&](double y) {
                    grid_.ticks.push_back({FrameEdge::Right, {r.right(), y}, label});
                });
            }
        }
    }

    /// Where the segment passes `level` with its first coordinate, if its second is in [from, to] there.
    template <class Use>
    static void cross(double a, double b, double a2, double b2, double level, double from, double to,
                      Use use) {
        if ((a < level) == (b < level)) return;
        const double there = a2 + (b2 - a2) * (level - a) / (b - a);
        if (there >= from && there <= to) use(there);
    }

    [[nodiscard]] std::string label_of(double seconds, bool is_meridian) const {
        const auto whole = static_cast<long>(std::llround(std::abs(seconds)));
        std::string text = fmt::format("{}°", whole / 3600);
        if (step_s_ % 3600 != 0) text += fmt::format("{:02}′", whole / 60 % 60);
        if (step_s_ % 60 != 0) text += fmt::format("{:02}″", whole % 60);
        const bool is_negative = seconds < -0.5;
        return text + (is_meridian ? (is_negative ? "W" : "E") : (is_negative ? "S" : "N"));
    }

    const MapFrame& frame_;
    const geo::CrsTransform& transform_;
    double west_{1e9}, south_{1e9}, east_{-1e9}, north_{-1e9};
    bool is_broken_{};
    int step_s_{};
    CoordinateGrid grid_;
};

}  // namespace

CoordinateGrid coordinate_grid(Grid kind, const MapFrame& frame, const geo::CrsTransform& from_wgs84,
                               double unit_metres, double least_px) {
    switch (kind) {
        case Grid::Projected:
            return ProjectedGrid{frame, unit_metres, least_px}.make();
        case Grid::Degrees:
            return DegreeGrid{frame, from_wgs84, least_px}.make();
        case Grid::None:
            break;
    }
    return {};
}

}  // namespace jinsha::print
