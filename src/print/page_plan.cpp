#include "print/page_plan.hpp"

#include "geo/datum.hpp"
#include "geo/geodesic.hpp"
#include "geo/true_north.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jinsha::print {

namespace {

constexpr double kZoomOfAPoint = 14;  // what is one place is shown at the scale of a neighbourhood
// Labels of degrees are long: they need the more room, the larger they are set.
constexpr double kLeastGridPx = px_of_mm(18), kLeastDegreeGridPx = px_of_mm(30);

/// Ground metres in one map unit at a place, the mean of east and north (the projections of maps like these
/// are conformal: there the two are the same).
Result<double> ground_metres_per_unit(const geo::CrsTransform& from_wgs84, geo::MapPoint at,
                                      double unit_metres) {
    const double step = 100 / unit_metres;
    const auto lon_lat = [&](double dx, double dy) {
        const geo::SourcePoint p = from_wgs84.to_source(geo::MapPoint{at.x + dx, at.y + dy});
        return geo::LonLat{p.x, p.y};
    };
    const double east = geo::geodesic_inverse(lon_lat(-step, 0), lon_lat(step, 0)).length_m;
    const double north = geo::geodesic_inverse(lon_lat(0, -step), lon_lat(0, step)).length_m;
    const double metres = (east + north) / (4 * step);
    if (!(metres > 0) || !std::isfinite(metres)) {
        return fail("the middle of the page, {:.0f}, {:.0f}, has no longitude and latitude", at.x, at.y);
    }
    return metres;
}

/// The next round number: of two and a half digits, so that a ruler's length on the page is a length that can
/// be said, for at most a twentieth of the size.
double rounded_up(double denominator) {
    const double step = std::pow(10, std::floor(std::log10(denominator))) / 20;
    return std::ceil(denominator / step - 1e-9) * step;
}

class Planner {
public:
    Planner(PageRequest request, PageMap map, geo::CrsTransform from_wgs84)
        : from_wgs84_{std::move(from_wgs84)} {
        plan_.request = std::move(request);
        plan_.map = std::move(map);
    }

    Result<PagePlan> make() && {
        if (const auto set = set_frame(); !set) return tl::make_unexpected(set.error());
        lay_out_with_legend();
        if (const auto set = set_frame(); !set) return tl::make_unexpected(set.error());
        const auto grid = plan_.request.furniture.grid;
        const double least_px = grid == map::PageFurniture::Grid::Degrees
                                    ? kLeastDegreeGridPx * plan_.layout.type_scale
                                    : kLeastGridPx;
        plan_.grid = coordinate_grid(grid, plan_.frame, from_wgs84_, plan_.map.crs.unit_metres(), least_px);
        return std::move(plan_);
    }

private:
    void lay_out() {
        plan_.layout = lay_out_page(plan_.request, legend_, foot(), *plan_.map.fonts);
        fit_frame();
    }

    void fit_frame() {
        const PageArea& area = plan_.request.area;
        MapFrame& frame = plan_.frame;
        frame.rect = plan_.layout.map;
        frame.center = area.box.center();
        if (area.units_per_px) {
            frame.units_per_px = *area.units_per_px;
            return;
        }
        frame.units_per_px = units_that_show_all();
    }

    /// As few as show all of the box; on a page that tells its scale, those of a round one.
    [[nodiscard]] double units_that_show_all() const {
        const PageArea& area = plan_.request.area;
        const PageRect& rect = plan_.frame.rect;
        const double margin = std::min({area.margin_px, rect.width / 4, rect.height / 4});
        double units = std::max(area.box.width() / (rect.width - 2 * margin),
                                area.box.height() / (rect.height - 2 * margin));
        if (!(units > 0)) units = plan_.map.snapshot->scale.units_per_px(kZoomOfAPoint);
        if (!plan_.request.furniture.scale_bar || !(metres_per_unit_ > 0)) return units;
        const double denominator = units * metres_per_unit_ * kPxPerInch * 1000 / kMmPerInch;
        return units * rounded_up(denominator) / denominator;
    }

    Result<void> set_frame() {
        const auto metres =
            ground_metres_per_unit(from_wgs84_, plan_.request.area.box.center(), plan_.map.crs.unit_metres());
        if (!metres) return tl::make_unexpected(metres.error());
        metres_per_unit_ = *metres;
        lay_out();
        MapFrame& frame = plan_.frame;
        frame.ground_metres_per_px = *metres * frame.units_per_px;
        frame.true_north_deg = geo::true_north_deg(from_wgs84_, frame.center);
        return {};
    }

    /// What the legend lists depends on the frame, and the frame's size on the legend: found by turns.
    void lay_out_with_legend() {
        if (plan_.request.furniture.legend == map::PageFurniture::Legend::None) return;
        constexpr int kMostTurns = 4;  // it settles at the second, as a rule
        scene::MapSnapshot snapshot = *plan_.map.snapshot;
        snapshot.pixel_ratio = 1;
        for (int turn = 0; turn < kMostTurns; ++turn) {
            scene::Legend legend =
                scene::build_legend(snapshot, *plan_.map.document, plan_.frame.units_per_px,
                                    plan_.frame.extent(), plan_.request.words.language);
            if (legend == legend_) return;
            legend_ = std::move(legend);
            lay_out();
        }
    }

    [[nodiscard]] std::string foot() const {
        const map::PageFurniture& on = plan_.request.furniture;
        const PageTexts& texts = plan_.request.texts;
        const PageWords& words = plan_.request.words;
        std::string foot;
        const auto add = [&](bool is_on, const std::string& pattern, const std::string& text) {
            if (!is_on || text.empty()) return;
            if (!foot.empty()) foot += words.language == "en" ? "  ·  " : "　";
            foot += pattern.empty() ? text : fmt::format(fmt::runtime(pattern), fmt::arg("text", text));
        };
        const geo::Crs& crs = plan_.map.crs;
        add(on.crs, words.crs, crs.id().empty() ? crs.name() : fmt::format("{} ({})", crs.name(), crs.id()));
        add(on.crs, words.datum, geo::datum_name(crs));
        add(on.date, words.date, texts.date);
        add(on.source, "", texts.source);
        add(on.approval, words.approval, texts.approval);
        add(on.classification, words.classification, texts.classification);
        return foot;
    }

    geo::CrsTransform from_wgs84_;
    double metres_per_unit_{};  // on the ground, in the middle of the page
    PagePlan plan_;
    scene::Legend legend_;
};

}  // namespace

Result<double> units_per_px_of_scale(double denominator, geo::MapPoint at, const geo::Crs& crs) {
    const auto from_wgs84 = geo::CrsTransform::between(geo::Crs::wgs84(), crs);
    if (!from_wgs84) return tl::make_unexpected(from_wgs84.error());
    const auto metres = ground_metres_per_unit(*from_wgs84, at, crs.unit_metres());
    if (!metres) return tl::make_unexpected(metres.error());
    return denominator * kMmPerInch / 1000 / kPxPerInch / *metres;
}

Result<PagePlan> plan_page(PageRequest request, PageMap map) {
    auto from_wgs84 = geo::CrsTransform::between(geo::Crs::wgs84(), map.crs);
    if (!from_wgs84) return tl::make_unexpected(from_wgs84.error());
    return Planner{std::move(request), std::move(map), std::move(*from_wgs84)}.make();
}

}  // namespace jinsha::print
