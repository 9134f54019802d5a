#include "symbol/cluster_drawing.hpp"

#include "symbol/badge_parts.hpp"
#include "symbol/cairo_handles.hpp"
#include "symbol/count_figures.hpp"
#include "symbol/theme_palette.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>

namespace jinsha::symbol {

namespace {

// CSS pixels.
constexpr double kRimWidth = 1.2;  // white, around all
constexpr double kRingWidth = 4.6;
constexpr double kGapWidth = 1.1;  // white, between arcs
constexpr double kFigureHeight = 9.2, kFigureWeight = 1.75;
constexpr double kRoomForFigures = 0.74;  // of the inner disc's diameter

constexpr Rgb kFigureColor{0x22, 0x30, 0x2E};

double radius_for(std::uint64_t count) {
    if (count < 10) return 17;
    if (count < 100) return 19;
    return count < 1000 ? 21 : 23;
}

std::size_t place_of(std::string_view theme) {
    const auto all = themes();
    return static_cast<std::size_t>(std::ranges::find(all, theme, &Theme::id) - all.begin());
}

Result<ClusterArc> read_arc(std::string_view part) {
    const std::size_t colon = part.rfind(':');
    ClusterArc arc;
    if (colon != std::string_view::npos) {
        const char* const end = part.data() + part.size();
        const auto [read_to, fault] = std::from_chars(part.data() + colon + 1, end, arc.count);
        if (fault == std::errc{} && read_to == end && arc.count > 0) {
            arc.color = theme_color(part.substr(0, colon)).value_or(kUnknownThemeColor);
            return arc;
        }
    }
    return fail("expected <theme>:<count>, found '{}'", part);
}

}  // namespace

std::string cluster_name(std::span<const ThemeCount> counts) {
    std::vector<std::uint32_t> by_place(themes().size() + 1);
    for (const ThemeCount& count : counts) by_place[place_of(count.theme)] += count.count;
    std::string name{kClusterPrefix.substr(0, kClusterPrefix.size() - 1)};
    for (std::size_t i = 0; i < by_place.size(); ++i) {
        if (by_place[i] == 0) continue;
        name += fmt::format("/{}:{}", i < themes().size() ? themes()[i].id : "", by_place[i]);
    }
    return name;
}

Result<std::vector<ClusterArc>> read_cluster_name(std::string_view name) {
    std::vector<ClusterArc> arcs;
    std::string_view rest = name.substr(std::min(kClusterPrefix.size(), name.size()));
    do {
        const std::size_t end = std::min(rest.find('/'), rest.size());
        auto arc = read_arc(rest.substr(0, end));
        if (!arc) return tl::make_unexpected(arc.error().in(fmt::format("icon '{}'", name)));
        arcs.push_back(*arc);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    } while (!rest.empty());
    return arcs;
}

ClusterDrawing::ClusterDrawing(std::vector<ClusterArc> arcs) : arcs_{std::move(arcs)} {
    for (const ClusterArc& arc : arcs_) count_ += arc.count;
}

IconSize ClusterDrawing::size() const {
    return {2 * radius_for(count_), 2 * radius_for(count_)};
}

double ClusterDrawing::margin() const {
    return kShadowReach;
}

Result<void> ClusterDrawing::draw(cairo_t* context) const {
    const SavedContext saved{context};
    const double radius = radius_for(count_);
    cairo_translate(context, radius, radius);
    draw_shadow(context, radius);
    set_color(context, kWhite);
    fill_circle(context, radius);
    draw_arcs(context, radius - kRimWidth - kRingWidth / 2);
    draw_count(context, radius - kRimWidth - kRingWidth);
    return {};
}

void ClusterDrawing::draw_arcs(cairo_t* context, double radius) const {
    cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_width(context, kRingWidth);
    const double gap = arcs_.size() > 1 ? kGapWidth / radius : 0;
    double from = kTop;
    for (const ClusterArc& arc : arcs_) {
        const double to = from + kFullTurn * arc.count / static_cast<double>(count_);
        // A share too small for gaps at both its ends is still seen as a line.
        const double inset = std::min(gap, (to - from) / 2) / 2;
        set_color(context, arc.color);
        cairo_new_path(context);
        cairo_arc(context, 0, 0, radius, from + inset, to - inset);
        cairo_stroke(context);
        from = to;
    }
}

void ClusterDrawing::draw_count(cairo_t* context, double radius) const {
    const std::string figures = short_count(count_);
    const double room = 2 * radius * kRoomForFigures;
    const double scale = std::min(1.0, room / figures_width(figures, kFigureHeight));
    set_color(context, kFigureColor);
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_width(context, kFigureWeight * std::max(scale, 0.8));
    cairo_new_path(context);
    add_figures(context, figures, kFigureHeight * scale);
    cairo_stroke(context);
}

}  // namespace jinsha::symbol
