#pragma once

#include "scene/line_course.hpp"

#include <optional>
#include <span>
#include <vector>

namespace jinsha::scene {

/// A glyph (or glyphs that stay together) of a text in one line, in pixels along it from the text's middle.
struct GlyphSpan {
    double middle_px{}, advance_px{};
};

/// How a text is bent along a line.
struct LineTextFormat {
    double em_px{16};
    double across_px{};       // middle of the text from the line, downwards as seen by the reader
    bool keep_upright{true};  // turn the text round where it would stand on its head
    bool may_stand{};         // Chinese: where the line is steep, characters stand one below the other
};

/// Where a glyph goes: its middle, and its turn clockwise.
struct GlyphSpot {
    GridPoint middle;
    double rotate_deg{};
};

/// A text along a line.
struct LineText {
    std::vector<GlyphSpot> spots;  // one for each GlyphSpan
    double bend_deg{};             // sum of the turns from glyph to glyph
};

/// Sets the glyphs along the course with the text's middle at `along_px`; their distances are kept where they
/// stand, not on the line. None when the line, or the course beside it, ends before the text does, when two
/// neighbouring glyphs would be turned by more than 30° against each other, or all together by more than
/// 120°.
[[nodiscard]] std::optional<LineText> set_along(const LineCourse& course, double along_px,
                                                std::span<const GlyphSpan> glyphs,
                                                const LineTextFormat& format);

/// The places for a text on `course` whose anchor is at `along_px`: there and up to `slack_px` before and
/// after it, the straightest and nearest first, at most `most`. The course is smoothed.
[[nodiscard]] std::vector<LineText> line_texts(const LineCourse& course, double along_px, double slack_px,
                                               std::size_t most, std::span<const GlyphSpan> glyphs,
                                               const LineTextFormat& format);

}  // namespace jinsha::scene
