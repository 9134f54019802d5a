#include "text/line_choice.hpp"

#include <algorithm>
#include <compare>
#include <limits>

namespace jinsha::text {

namespace {

constexpr double kRounding = 1e-6;  // sums of advances are not exact

/// Says how wide lines are without adding up their pieces again.
class Ruler {
public:
    explicit Ruler(std::span<const LinePiece> pieces) : pieces_{pieces} {
        before_.reserve(pieces.size() + 1);
        shown_.reserve(pieces.size() + 1);
        for (const LinePiece& piece : pieces) {
            before_.push_back(before_.back() + piece.advance + piece.gap_after);
            shown_.push_back(piece.is_space ? shown_.back() : shown_.size());
        }
    }

    [[nodiscard]] LineRange line(std::size_t first, std::size_t last) const {
        const std::size_t shown = shown_[last];
        if (shown <= first) return {first, last, 0};
        return {first, last, before_[shown] - before_[first] - pieces_[shown - 1].gap_after};
    }

private:
    std::span<const LinePiece> pieces_;
    std::vector<double> before_{0};      // room of all pieces before this one
    std::vector<std::size_t> shown_{0};  // of the pieces before this one, how many until the last no space
};

/// What a way of breaking costs; the earlier member decides.
struct Cost {
    double overhang{};
    int lines{};
    double unevenness{};
    auto operator<=>(const Cost&) const = default;
};

struct BestBreak {
    Cost cost{std::numeric_limits<double>::infinity(), 0, 0};
    LineRange line;
};

/// The best way to break before each piece and at the end, `target` being the width wished for.
std::vector<BestBreak> best_breaks(std::span<const LinePiece> pieces, const Ruler& ruler, double max_width,
                                   double target) {
    std::vector<BestBreak> best(pieces.size() + 1);
    best[0].cost = {};
    for (std::size_t end = 1; end <= pieces.size(); ++end) {
        if (end < pieces.size() && !pieces[end].may_begin_line) continue;
        for (std::size_t first = end; first-- > 0;) {
            if (first > 0 && !pieces[first].may_begin_line) continue;
            const LineRange line = ruler.line(first, end);
            const double overhang = std::max(0.0, line.width - max_width - kRounding);
            const double off = line.width - target;
            const Cost& before = best[first].cost;
            const Cost cost{before.overhang + overhang, before.lines + 1, before.unevenness + off * off};
            if (cost < best[end].cost) best[end] = {cost, line};
            if (overhang > 0) break;  // a line that begins still earlier only hangs over further
        }
    }
    return best;
}

}  // namespace

std::vector<LineRange> choose_lines(std::span<const LinePiece> pieces, double max_width) {
    const Ruler ruler{pieces};
    const LineRange whole = ruler.line(0, pieces.size());
    if (max_width <= 0 || whole.width <= max_width + kRounding) return {whole};
    // Without a target the fewest lines come out; their mean is the target of the second round.
    const int line_count = best_breaks(pieces, ruler, max_width, 0).back().cost.lines;
    const auto best = best_breaks(pieces, ruler, max_width, std::min(max_width, whole.width / line_count));
    std::vector<LineRange> lines;
    for (std::size_t end = pieces.size(); end > 0; end = lines.back().first) lines.push_back(best[end].line);
    std::ranges::reverse(lines);
    return lines;
}

}  // namespace jinsha::text
