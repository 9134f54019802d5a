#include "text/clean_text.hpp"
#include "text/faces.hpp"
#include "text/glyph_run.hpp"
#include "text/label.hpp"
#include "text/line_breaks.hpp"
#include "text/line_choice.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jinsha::text {

namespace {

constexpr std::size_t kMostCharacters = 2000;
constexpr double kLargestSize_px = 1024;
constexpr double kUsualLineHeightEm = 1.2;
constexpr double kGapBetweenScriptsEm = 0.125;

/// Glyphs [first, last) that share a cluster, with what the breaking of lines needs to know about them.
struct Cluster {
    std::size_t first{}, last{};
    LinePiece piece;
};

/// What is shaped in one go: the text between two line feeds, as glyphs and clusters.
struct Paragraph {
    std::vector<RunGlyph> glyphs;
    std::vector<Cluster> clusters;
};

/// A line ready to be set: clusters of one paragraph.
struct Line {
    std::size_t paragraph{};
    LineRange range;
};

bool meet_as_chinese_and_latin(char32_t a, char32_t b) {
    const ScriptSide first = script_side(a);
    const ScriptSide second = script_side(b);
    return first != second && first != ScriptSide::Neither && second != ScriptSide::Neither;
}

std::vector<Cluster> clusters_of(std::span<const RunGlyph> glyphs, std::u32string_view text,
                                 const std::vector<bool>& breaks) {
    std::vector<Cluster> clusters;
    std::size_t furthest = 0;  // a right-to-left piece goes back; no line begins where it does
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const std::size_t character = glyphs[i].character;
        if (i == 0 || glyphs[i - 1].character != character) {
            Cluster& cluster = clusters.emplace_back();
            cluster.first = i;
            cluster.piece.is_space = is_line_space(text[character]);
            cluster.piece.may_begin_line = character >= furthest && breaks[character];
        }
        furthest = std::max(furthest, character);
        clusters.back().last = i + 1;
        clusters.back().piece.advance += glyphs[i].advance;
    }
    return clusters;
}

bool can_be_set(const TextFormat& format) {
    return format.size_px > 0 && std::isfinite(format.letter_spacing_px) &&
           std::isfinite(format.max_width_px) && std::isfinite(format.line_height_px);
}

/// Sets the room between clusters: letter spacing, and what lies between Chinese and Latin.
void add_gaps(Paragraph& paragraph, std::u32string_view text, const TextFormat& format) {
    auto& clusters = paragraph.clusters;
    for (std::size_t i = 0; i + 1 < clusters.size(); ++i) {
        if (clusters[i].piece.advance > 0) clusters[i].piece.gap_after = format.letter_spacing_px;
        const std::size_t next = paragraph.glyphs[clusters[i + 1].first].character;
        if (next > 0 && meet_as_chinese_and_latin(text[next - 1], text[next]))
            clusters[i].piece.gap_after += kGapBetweenScriptsEm * format.size_px;
    }
}

std::vector<Paragraph> shape_paragraphs(const FontSet& fonts, std::u32string_view text,
                                        const TextFormat& format) {
    const std::vector<bool> breaks = line_breaks(text);
    const RunFormat run{format.weight, format.size_px, format.letter_spacing_px == 0};
    std::vector<Paragraph> paragraphs;
    for (std::size_t first = 0; first <= text.size();) {
        const std::size_t last = std::min(text.find(U'\n', first), text.size());
        Paragraph paragraph;
        paragraph.glyphs = shape_run(fonts, text, first, last, run);
        paragraph.clusters = clusters_of(paragraph.glyphs, text, breaks);
        add_gaps(paragraph, text, format);
        paragraphs.push_back(std::move(paragraph));
        first = last + 1;
    }
    return paragraphs;
}

std::vector<Line> break_lines(std::span<const Paragraph> paragraphs, double max_width_px) {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        std::vector<LinePiece> pieces;
        for (const Cluster& cluster : paragraphs[i].clusters) pieces.push_back(cluster.piece);
        for (const LineRange& range : choose_lines(pieces, max_width_px)) lines.push_back({i, range});
    }
    return lines;
}

double left_of_line(double line_width, double box_width, Alignment alignment) {
    switch (alignment) {
        case Alignment::Left:
            return -box_width / 2;
        case Alignment::Center:
            return -line_width / 2;
        case Alignment::Right:
            break;
    }
    return box_width / 2 - line_width;
}

/// Appends the glyphs of a line whose left end and baseline are at (x, baseline_y).
void set_line(ShapedText& shaped, const CleanText& clean, const Paragraph& paragraph, const LineRange& range,
              double x, double baseline_y) {
    for (std::size_t c = range.first; c < range.last; ++c) {
        const Cluster& cluster = paragraph.clusters[c];
        for (std::size_t g = cluster.first; g < cluster.last; ++g) {
            const RunGlyph& glyph = paragraph.glyphs[g];
            shaped.glyphs.push_back({glyph.glyph_id, x + glyph.offset_x, baseline_y + glyph.offset_y,
                                     glyph.advance, clean.bytes[glyph.character], glyph.font});
            x += glyph.advance;
        }
        x += cluster.piece.gap_after;
    }
}

/// The part of the text that glyphs of this cluster stand for.
std::string characters_of(const ShapedText& shaped, std::size_t cluster) {
    std::size_t end = shaped.text.find('\n', cluster);
    if (end == std::string::npos) end = shaped.text.size();
    for (const PlacedGlyph& glyph : shaped.glyphs)
        if (glyph.cluster > cluster) end = std::min<std::size_t>(end, glyph.cluster);
    return shaped.text.substr(cluster, end - cluster);
}

}  // namespace

ShapedText shape(const FontSet& fonts, std::string_view utf8, const TextFormat& wished_format) {
    CleanText clean = clean_text(utf8, kMostCharacters);
    TextFormat format = wished_format;
    format.size_px = std::min(format.size_px, kLargestSize_px);
    const double line_height =
        format.line_height_px > 0 ? format.line_height_px : kUsualLineHeightEm * format.size_px;
    ShapedText shaped;
    shaped.format = format;
    shaped.baseline_px = fonts.faces().typeface(format.weight).middle_em() * format.size_px;
    shaped.line_count = 0;
    if (clean.characters.empty() || !can_be_set(format)) return shaped;

    const auto paragraphs = shape_paragraphs(fonts, clean.characters, format);
    const auto lines = break_lines(paragraphs, format.max_width_px);
    shaped.line_count = static_cast<int>(lines.size());
    shaped.height_px = line_height * shaped.line_count;
    for (const Line& line : lines) shaped.width_px = std::max(shaped.width_px, line.range.width);
    double middle_y = (line_height - shaped.height_px) / 2;
    for (const Line& line : lines) {
        const double x = left_of_line(line.range.width, shaped.width_px, format.alignment);
        set_line(shaped, clean, paragraphs[line.paragraph], line.range, x, middle_y + shaped.baseline_px);
        middle_y += line_height;
    }
    shaped.text = std::move(clean.utf8);
    return shaped;
}

std::vector<GlyphGroup> glyph_groups(const ShapedText& shaped) {
    std::vector<GlyphGroup> groups;
    for (std::size_t i = 0; i < shaped.glyphs.size(); ++i) {
        if (i == 0 || shaped.glyphs[i].cluster != shaped.glyphs[i - 1].cluster) groups.push_back({i, i});
        groups.back().last = i + 1;
        groups.back().advance += shaped.glyphs[i].advance;
    }
    for (GlyphGroup& group : groups) group.middle_x = shaped.glyphs[group.first].x + group.advance / 2;
    return groups;
}

ShapedText group_text(const ShapedText& shaped, const GlyphGroup& group) {
    const double line_height = shaped.height_px / shaped.line_count;
    const double first_middle_y = (line_height - shaped.height_px) / 2;
    const PlacedGlyph& leader = shaped.glyphs[group.first];
    const double line = std::round((leader.y - shaped.baseline_px - first_middle_y) / line_height);
    const double middle_y = first_middle_y + line * line_height;

    ShapedText text;
    text.text = characters_of(shaped, leader.cluster);
    text.format = shaped.format;
    text.baseline_px = shaped.baseline_px;
    text.width_px = group.advance;
    text.height_px = line_height;
    for (std::size_t i = group.first; i < group.last; ++i) {
        PlacedGlyph glyph = shaped.glyphs[i];
        glyph.x -= group.middle_x;
        glyph.y -= middle_y;
        glyph.cluster = 0;
        text.glyphs.push_back(glyph);
    }
    return text;
}

}  // namespace jinsha::text
