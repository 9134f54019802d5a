#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace jinsha::text {

/// The smallest piece of a paragraph that a line can be made of.
struct LinePiece {
    double advance{};
    double gap_after{};     // free room behind it unless it ends a line
    bool is_space{};        // takes no room at the end of a line
    bool may_begin_line{};  // of the first piece without meaning
};

/// Pieces [first, last) of a paragraph.
struct LineRange {
    std::size_t first{}, last{};
    double width{};  // without spaces and gap at the end
    bool operator==(const LineRange&) const = default;
};

/// Breaks a paragraph into lines of at most `max_width` (0: one line): first as little overhang as its words
/// allow, then as few lines as possible, then lines as even as possible (the least sum of squared differences
/// from their mean, as Knuth and Plass 1981 measure looseness). At least one line, also of no pieces.
[[nodiscard]] std::vector<LineRange> choose_lines(std::span<const LinePiece> pieces, double max_width);

}  // namespace jinsha::text
