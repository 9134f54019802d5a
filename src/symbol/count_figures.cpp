#include "symbol/count_figures.hpp"

#include "symbol/badge_parts.hpp"
#include "symbol/cairo_handles.hpp"

#include <fmt/format.h>

namespace jinsha::symbol {

namespace {

// Figures are drawn 10 high from their upper left corner, y down.
constexpr double kHeight = 10;
constexpr double kGap = 3.2;  // between the middles of the lines of two figures

constexpr double turn(double degrees) {
    return degrees * kFullTurn / 360;
}

double width_of(char figure) {
    switch (figure) {
        case '1':
            return 2.6;
        case '4':
            return 6;
        case 'k':
            return 4.4;
        case 'M':
            return 7;
        default:
            return 5.4;
    }
}

void add_six(cairo_t* context) {
    cairo_move_to(context, 4.3, 0);
    cairo_curve_to(context, 2.4, 1.6, 0, 4.2, 0, 7.2);
    cairo_new_sub_path(context);
    cairo_arc(context, 2.7, 7.2, 2.75, turn(180), turn(540));
    cairo_close_path(context);
}

void add_figure(cairo_t* context, char figure) {
    const auto to = [context](double x, double y) { cairo_line_to(context, x, y); };
    const auto arc = [context](double x, double y, double radius, double from_deg, double to_deg) {
        cairo_arc(context, x, y, radius, turn(from_deg), turn(to_deg));
    };
    cairo_new_sub_path(context);
    switch (figure) {
        case '0':
            arc(2.7, 2.7, 2.7, 180, 360);
            arc(2.7, 7.3, 2.7, 0, 180);
            return cairo_close_path(context);
        case '1':
            return to(0, 2.1), to(2.6, 0), to(2.6, 10);
        case '2':
            arc(2.7, 2.75, 2.7, 190, 400);
            return to(0, 10), to(5.4, 10);
        case '3':
            arc(2.6, 2.45, 2.4, 200, 450);
            cairo_new_sub_path(context);
            return arc(2.6, 7.25, 2.75, 270, 520);
        case '4':
            return to(4.4, 10), to(4.4, 0), to(0, 7), to(6, 7);
        case '5':
            to(4.9, 0), to(0.8, 0), to(0.4, 4.9);
            return arc(2.5, 6.9, 2.95, 224, 508);
        case '6':
            return add_six(context);
        case '7':
            return to(0, 0), to(5.4, 0), to(1.9, 10);
        case '8':
            arc(2.7, 2.4, 2.35, 90, 450);
            cairo_close_path(context);
            cairo_new_sub_path(context);
            arc(2.7, 7.3, 2.7, 270, 630);
            return cairo_close_path(context);
        case '9': {
            const SavedContext saved{context};
            cairo_translate(context, 5.4, kHeight);
            cairo_rotate(context, turn(180));
            return add_six(context);
        }
        case 'k':
            to(0, 0), to(0, 10);
            cairo_move_to(context, 4.2, 3.4);
            return to(0.2, 7), to(1.6, 5.8), to(4.4, 10);
        case 'M':
            return to(0, 10), to(0, 0), to(3.5, 6), to(7, 0), to(7, 10);
        default:
            return;
    }
}

}  // namespace

std::string short_count(std::uint64_t count) {
    if (count < 10'000) return fmt::format("{}", count);
    if (count < 1'000'000) return fmt::format("{}k", count / 1000);
    return fmt::format("{}M", count / 1'000'000);
}

double figures_width(const std::string& figures, double height) noexcept {
    double width = figures.empty() ? 0 : -kGap;
    for (const char figure : figures) width += width_of(figure) + kGap;
    return width * height / kHeight;
}

void add_figures(cairo_t* context, const std::string& figures, double height) {
    const SavedContext saved{context};
    cairo_translate(context, -figures_width(figures, height) / 2, -height / 2);
    cairo_scale(context, height / kHeight, height / kHeight);
    for (const char figure : figures) {
        add_figure(context, figure);
        cairo_translate(context, width_of(figure) + kGap, 0);
    }
}

}  // namespace jinsha::symbol
