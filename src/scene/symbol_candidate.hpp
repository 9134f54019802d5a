#pragma once

#include "scene/symbol_layout.hpp"
#include "scene/symbol_reach.hpp"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace jinsha::scene {

/// Reasons why symbols were left out that are no want of room, each once.
class SymbolFaults {
public:
    void add(std::string reason);
    [[nodiscard]] const std::vector<std::string>& all() const noexcept { return reasons_; }

private:
    std::vector<std::string> reasons_;
};

/// A symbol of a feature that asks for room. Laid out late: most of a crowd never are.
struct SymbolCandidate final : SymbolClaim {
    GridPoint anchor;
    TextCore core;
    GridBox icon_reach{kNoBox};  // what is left of `reach` without the text
    bool has_text{true};         // false: left out to keep a crowd small

    void leave_text_out() {
        has_text = false;
        reach = icon_reach;
        core = {};
        parts.reset();  // where they were known at once
    }
    void cores(std::vector<GridBox>& out) const override { core.boxes(anchor, out); }
    /// After it was laid out.
    [[nodiscard]] const SymbolParts& drawn() const { return static_cast<const SymbolParts&>(*parts); }
};

/// Makes candidates out of evaluated properties.
class SymbolMaker {
public:
    SymbolMaker(const text::FontSet& fonts, const symbol::IconStore& icons, double pixel_ratio,
                double reach_px);

    /// A line on the grid with what is to be set along it.
    struct Line {
        style::SymbolPaint paint;
        std::optional<symbol::IconSize> icon;
        std::optional<SymbolLayout::LineSetting> text;
        double spacing_px{}, margin_px{}, slack_px{};
    };

    /// A symbol at a point; null when it has nothing to show. `layer` is the name for messages.
    [[nodiscard]] std::unique_ptr<SymbolCandidate> at_point(const style::SymbolPaint& paint, GridPoint anchor,
                                                            const std::string& layer);
    /// Sets `parts` of a candidate that at_point made of the same paint; leaves them null when it turns out
    /// larger than was foreseen.
    void lay_out(SymbolCandidate& candidate, style::SymbolPaint paint, const std::string& layer);

    /// None when there is nothing to set.
    [[nodiscard]] std::optional<Line> line(style::SymbolPaint paint, const std::string& layer);
    /// A symbol on a line; null when it finds no place there.
    [[nodiscard]] std::unique_ptr<SymbolCandidate> on_line(const Line& line, const LineCourse& course,
                                                           const LineAnchor& anchor,
                                                           const std::string& layer);

    [[nodiscard]] SymbolFaults& faults() noexcept { return faults_; }

private:
    [[nodiscard]] bool wants_text(const style::SymbolText& text, const std::string& layer);
    [[nodiscard]] std::optional<symbol::IconSize> icon_size(const style::SymbolIcon& icon,
                                                            const std::string& layer);
    void tell_too_large(const std::string& layer, const char* part);
    [[nodiscard]] std::unique_ptr<SymbolParts> parts_at_point(const style::SymbolPaint& paint,
                                                              GridPoint anchor, const std::string& layer);

    const symbol::IconStore& icons_;
    SymbolLayout layout_;
    SymbolFaults faults_;
    std::unordered_map<std::string, std::optional<symbol::IconSize>> icon_sizes_;
};

}  // namespace jinsha::scene
