#include "print/legend_block.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace jinsha::print {

namespace {

// Page pixels at type scale 1.
constexpr double kTextSize = 11.5, kHeadingSize = 11.5, kTitleSize = 15, kNoteSize = 9.5;
constexpr double kSwatchWidth = 26, kSwatchHeight = 15, kSwatchGap = 8;
constexpr double kRowHeight = 21, kGapAboveHeading = 7, kColumnGap = 22;
constexpr double kLongestLine = 190;

struct Line {
    enum class Kind { Title, Heading, Entry, Note } kind{};
    TextBlock text;
    std::vector<scene::LegendLook> looks;
    double indent{}, height{}, gap_above{};  // the gap is left out at the top of a column
    bool needs_next{};                       // the next line stands below it, in the same column

    [[nodiscard]] double width() const noexcept { return indent + text.box.width; }
};

/// Which lines of a group stay together: a heading with what it is the heading of, all of a small group, and
/// of a large one no line is left alone at either end.
void keep_together(std::span<Line> group) {
    constexpr std::size_t kSmall = 5;  // with its heading
    for (std::size_t i = 0; i + 1 < group.size(); ++i) {
        group[i].needs_next = group.size() <= kSmall || i < 2 || i + 2 == group.size();
    }
}

class LineMaker {
public:
    LineMaker(const text::FontSet& fonts, double scale) : fonts_{fonts}, scale_{scale} {}

    std::vector<Line> lines(const scene::Legend& legend, const LegendText& text) {
        if (!text.title.empty()) {
            add_text(Line::Kind::Title, text.title, kTitleSize, 0);
            lines_.back().needs_next = true;
        }
        for (const scene::LegendGroup& group : legend.groups) {
            const std::size_t first = lines_.size();
            if (!group.title.empty())
                add_text(Line::Kind::Heading, group.title, kHeadingSize, kGapAboveHeading);
            for (const scene::LegendEntry& entry : group.entries) add_entry(entry, text.has_counts);
            keep_together(std::span{lines_}.subspan(first));
        }
        if (!text.note.empty()) add_text(Line::Kind::Note, text.note, kNoteSize, kGapAboveHeading);
        return std::move(lines_);
    }

    void add_text(Line::Kind kind, const std::string& words, double size, double gap_above) {
        const auto weight = kind == Line::Kind::Note ? text::FontWeight::Regular : text::FontWeight::Bold;
        add({kind,
             set_text(fonts_, words, {size * scale_, weight}, kLongestLine * scale_),
             {},
             0,
             0,
             gap_above * scale_,
             false});
    }

    std::vector<Line> take() { return std::move(lines_); }

private:
    void add_entry(const scene::LegendEntry& entry, bool has_counts) {
        const std::string words = has_counts ? fmt::format("{}  {}", entry.label, entry.count) : entry.label;
        const double indent = (kSwatchWidth + kSwatchGap) * scale_;
        add({Line::Kind::Entry, set_text(fonts_, words, {kTextSize * scale_}, kLongestLine * scale_ - indent),
             entry.looks, indent, 0, 0, false});
    }

    void add(Line line) {
        line.height = std::max(kRowHeight * scale_, line.text.box.height + 4 * scale_);
        lines_.push_back(std::move(line));
    }

    const text::FontSet& fonts_;
    double scale_;
    std::vector<Line> lines_;
};

/// How lines fall into columns.
struct Columns {
    struct Place {
        std::size_t column{};
        double top{};
    };
    std::vector<Place> places;
    std::vector<double> lefts;
    double width{}, height{};
    bool is_within{true};  // false: a line (with what it must stay with) is higher than a column
};

struct ColumnRules {
    double max_height{}, gap{};
    bool has_title_above{};  // the title stands above all columns, not in the first
};

Columns columns_of(const std::vector<Line>& lines, const ColumnRules& rules) {
    Columns columns;
    std::size_t i = 0;
    double top = 0;  // of all columns
    if (rules.has_title_above && !lines.empty() && lines.front().kind == Line::Kind::Title) {
        columns.places.push_back({0, 0});
        top = lines.front().height;
        ++i;
    }
    double y = top, left = 0, width = 0;
    std::size_t column = 0;
    while (i < lines.size()) {
        std::size_t last = i;  // of those that stay together
        double height = lines[i].height;
        while (last + 1 < lines.size() && lines[last].needs_next) {
            ++last;
            height += lines[last].gap_above + lines[last].height;
        }
        const double gap = y > top ? lines[i].gap_above : 0;
        if (y > top && y + gap + height > rules.max_height) {
            columns.lefts.push_back(left);
            left += width + rules.gap;
            y = top;
            width = 0;
            ++column;
        }
        for (; i <= last; ++i) {
            if (y > top) y += lines[i].gap_above;
            columns.places.push_back({column, y});
            y += lines[i].height;
            width = std::max(width, lines[i].width());
        }
        columns.height = std::max(columns.height, y);
        columns.is_within = columns.is_within && y <= rules.max_height;
    }
    columns.lefts.push_back(left);
    columns.width = left + width;
    if (top > 0) columns.width = std::max(columns.width, lines.front().width());
    return columns;
}

/// The columns for this room; is_within says whether they fit.
Columns fit_columns(const std::vector<Line>& lines, const LegendRoom& room, double scale) {
    const double gap = kColumnGap * scale;
    const auto tried = [&](double height) {
        Columns columns = columns_of(lines, {height, gap, room.is_wide});
        columns.is_within = columns.is_within && columns.width <= room.max_width;
        return columns;
    };
    if (!room.is_wide) return tried(room.max_height);
    const double step = kRowHeight * scale / 2;
    for (double height = 2 * step; height < room.max_height; height += step) {
        if (Columns columns = tried(height); columns.is_within) return columns;
    }
    return tried(room.max_height);
}

LegendBlock placed(std::vector<Line> lines, const Columns& columns, double scale) {
    LegendBlock block;
    block.type_scale = scale;
    block.size = {columns.width, columns.height};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Line& line = lines[i];
        const Columns::Place& place = columns.places[i];
        const double left = columns.lefts[place.column];
        LegendRow row;
        row.looks = std::move(line.looks);
        if (!row.looks.empty()) {
            row.swatch = {left, place.top + (line.height - kSwatchHeight * scale) / 2, kSwatchWidth * scale,
                          kSwatchHeight * scale};
        }
        row.text = moved(std::move(line.text), left + line.indent,
                         place.top + (line.height - line.text.box.height) / 2);
        block.rows.push_back(std::move(row));
    }
    return block;
}

}  // namespace

LegendBlock set_legend(const scene::Legend& legend, const LegendText& text, const LegendRoom& room,
                       const text::FontSet& fonts) {
    if (legend.is_empty()) return {};
    constexpr double kScales[]{1, 0.9, 0.8, 0.7};
    std::vector<Line> lines;
    double scale = room.type_scale;
    for (const double smaller : kScales) {
        scale = room.type_scale * smaller;
        lines = LineMaker{fonts, scale}.lines(legend, text);
        const Columns columns = fit_columns(lines, room, scale);
        if (columns.is_within) return placed(std::move(lines), columns, scale);
    }
    LineMaker ellipsis{fonts, scale};
    ellipsis.add_text(Line::Kind::Note, "…", kNoteSize, 0);
    lines.push_back(ellipsis.take().front());
    while (lines.size() > 2) {
        lines.erase(lines.end() - 2);
        while (lines.size() > 1 && lines[lines.size() - 2].needs_next) lines.erase(lines.end() - 2);
        const Columns columns = fit_columns(lines, room, scale);
        if (!columns.is_within || lines.size() < 2) continue;
        LegendBlock block = placed(std::move(lines), columns, scale);
        block.is_complete = false;
        return block;
    }
    return {{}, {}, scale, false};
}

}  // namespace jinsha::print
