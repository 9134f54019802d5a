#include "ui/line_break.hpp"

#include "ui/characters.hpp"

#include <cstddef>

namespace jinsha::ui {
namespace {

/// `text` from `begin` to `end` without the blanks at its end.
std::string_view line(std::string_view text, std::size_t begin, std::size_t end) {
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\r')) --end;
    return text.substr(begin, end - begin);
}

/// Breaks one paragraph (no '\n' in it).
void break_paragraph(const TextMetrics& metrics, TextStyle style, std::string_view paragraph, float width_px,
                     std::vector<std::string_view>& lines) {
    std::size_t line_begin = 0;
    while (true) {
        std::string_view rest = paragraph.substr(line_begin);
        std::size_t break_at = 0;  // the last place in this line where it may end; 0: none yet
        float width = 0;
        char32_t previous = 0;
        while (!rest.empty()) {
            const std::size_t at = paragraph.size() - rest.size();
            const char32_t c = take_character(rest);
            if (previous != 0 && may_break(previous, c)) break_at = at;
            width += metrics.advance(style, c);
            if (previous != 0) width += metrics.space_between(style, previous, c);
            // A blank may stand out of the line: it will not be seen.
            if (width > width_px && previous != 0 && !is_breaking_space(c)) {
                if (break_at == 0) break_at = at;
                break;
            }
            previous = c;
            if (rest.empty()) break_at = 0;
        }
        if (break_at == 0) {
            lines.push_back(line(paragraph, line_begin, paragraph.size()));
            return;
        }
        lines.push_back(line(paragraph, line_begin, break_at));
        line_begin = break_at;
    }
}

}  // namespace

std::vector<std::string_view> break_lines(const TextMetrics& metrics, TextStyle style, std::string_view utf8,
                                          float width_px) {
    std::vector<std::string_view> lines;
    while (true) {
        const std::size_t end = utf8.find('\n');
        break_paragraph(metrics, style, utf8.substr(0, end), width_px, lines);
        if (end == std::string_view::npos) return lines;
        utf8.remove_prefix(end + 1);
    }
}

}  // namespace jinsha::ui
