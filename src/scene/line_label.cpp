#include "scene/line_label.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace jinsha::scene {

namespace {

constexpr double kMostTurnBetweenGlyphsDeg = 30;
constexpr double kMostTurnOfTextDeg = 120;
constexpr double kSmoothingEm = 1.0;
constexpr double kNormalsEm = 1.0;
constexpr double kStepEm = 1.5;  // between the places that are tried
constexpr int kMostSteps = 8;    // to either side
// A text moves this far along its line rather than being bent by one degree more in all.
constexpr double kEmPerDegree = 0.1;

double degrees(double radians) {
    return radians * 180 / std::numbers::pi;
}

double direction_deg(GridPoint from, GridPoint to) {
    return degrees(std::atan2(to.y - from.y, to.x - from.x));
}

double turn_deg(double from, double to) {
    return std::remainder(to - from, 360);
}

/// Of the chord under a glyph, which turns more evenly than the course itself.
double direction_under(const SmoothPiece& run, const GlyphSpan& glyph, double em_px) {
    const double half = std::max(glyph.advance_px, em_px / 2) / 2;
    const double middle = run.middle_px + glyph.middle_px;
    return direction_deg(run.course.at(middle - half), run.course.at(middle + half));
}

/// Half of the text's length: its ends may lie at different distances from its middle.
double half_length(std::span<const GlyphSpan> glyphs) {
    double half = 0;
    for (const GlyphSpan& g : glyphs) half = std::max(half, std::abs(g.middle_px) + g.advance_px / 2);
    return half;
}

bool has_room(const SmoothPiece& run, double half_length_px) {
    return run.middle_px - half_length_px >= 0 && run.middle_px + half_length_px <= run.course.length_px();
}

/// Along a course on which the text runs forwards.
std::optional<LineText> set_forwards(const SmoothPiece& run, std::span<const GlyphSpan> glyphs, double em_px,
                                     bool stands) {
    LineText text;
    text.spots.reserve(glyphs.size());
    double previous = 0, total = 0;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const double direction = direction_under(run, glyphs[i], em_px);
        if (i > 0) {
            const double turn = turn_deg(previous, direction);
            total += turn;
            text.bend_deg += std::abs(turn);
            if (std::abs(turn) > kMostTurnBetweenGlyphsDeg || std::abs(total) > kMostTurnOfTextDeg) return {};
        }
        previous = direction;
        text.spots.push_back({run.course.at(run.middle_px + glyphs[i].middle_px),
                              std::remainder(stands ? direction - 90 : direction, 360)});
    }
    return text;
}

}  // namespace

std::optional<LineText> set_along(const LineCourse& course, double along_px,
                                  std::span<const GlyphSpan> glyphs, const LineTextFormat& format) {
    const double half = half_length(glyphs);
    if (glyphs.empty() || !has_room({course, along_px}, half)) return {};
    const GridPoint first = course.at(along_px - half), last = course.at(along_px + half);
    const double dx = last.x - first.x, dy = last.y - first.y;
    const bool stands = format.may_stand && format.keep_upright && std::abs(dy) > std::abs(dx);
    const bool runs_backwards = format.keep_upright && (stands ? dy < 0 : dx < 0);
    SmoothPiece run = runs_backwards ? SmoothPiece{course.reversed(), course.length_px() - along_px}
                                     : SmoothPiece{course, along_px};
    if (format.across_px != 0 && !stands) {
        run = beside(run, format.across_px, half, kNormalsEm * format.em_px);
        if (!has_room(run, half)) return {};
    }
    return set_forwards(run, glyphs, format.em_px, stands);
}

std::vector<LineText> line_texts(const LineCourse& course, double along_px, double slack_px, std::size_t most,
                                 std::span<const GlyphSpan> glyphs, const LineTextFormat& format) {
    const double em = format.em_px;
    const double step = std::max(kStepEm * em, slack_px / kMostSteps);
    const int steps = static_cast<int>(slack_px / step);
    const SmoothPiece piece =
        smoothed(course, along_px, 1.5 * (half_length(glyphs) + slack_px) + 2 * em, kSmoothingEm * em);
    std::vector<std::pair<double, LineText>> found;  // by what speaks against them
    for (int i = 0; i <= 2 * steps; ++i) {
        const double shift = (i % 2 == 1 ? 1 : -1) * ((i + 1) / 2) * step;
        auto text = set_along(piece.course, piece.middle_px + shift, glyphs, format);
        if (text) {
            const double cost = text->bend_deg * kEmPerDegree + std::abs(shift) / em;
            found.emplace_back(cost, std::move(*text));
        }
    }
    std::ranges::stable_sort(found, {}, &std::pair<double, LineText>::first);
    std::vector<LineText> texts;
    for (std::size_t i = 0; i < found.size() && i < most; ++i) texts.push_back(std::move(found[i].second));
    return texts;
}

}  // namespace jinsha::scene
