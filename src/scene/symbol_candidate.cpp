#include "scene/symbol_candidate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace jinsha::scene {

namespace {

constexpr std::size_t kMostTextBytes = 1000;
constexpr std::size_t kMostReasons = 20;  // data may name another missing icon with every feature
constexpr double kSpacingOfLengths =
    1.25;  // labels along a line keep at least a quarter of their length apart
constexpr double kLeastSpacingPx = 4;

GridBox around(const PartClaim& part) {
    GridBox all = kNoBox;
    for (std::size_t i = 0; i < part.choice_count(); ++i) {
        for (const GridBox& box : part.choice(i)) all = united(all, box);
    }
    return all;
}

GridBox around(const ClaimParts& parts) {
    return united(around(parts.icon), around(parts.text));
}

bool contains(const GridBox& outer, const GridBox& inner) {
    return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
           inner.bottom <= outer.bottom;
}

bool is_empty(const ClaimParts& parts) {
    return parts.icon.choice_count() == 0 && parts.text.choice_count() == 0;
}

/// Of an icon that is shown whatever becomes of its text.
GridBox fixture_of(const SymbolParts& parts, bool has_text) {
    const bool stands = parts.icon.choice_count() > 0 && parts.icon.overlap == style::Overlap::Always &&
                        !parts.icon.ignore_placement && (!has_text || parts.text.is_optional);
    return stands ? parts.icon_box : kNoBox;
}

Turn turn_of(const LineCourse& course, double along_px, double width_px) {
    const GridPoint a = course.at(along_px - width_px / 2), b = course.at(along_px + width_px / 2);
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    return length > 0 ? Turn{(b.x - a.x) / length, (b.y - a.y) / length} : Turn{};
}

}  // namespace

void SymbolFaults::add(std::string reason) {
    if (reasons_.size() > kMostReasons) return;
    if (reasons_.size() == kMostReasons) reason = "more symbols are left out for reasons like these";
    if (std::ranges::find(reasons_, reason) == reasons_.end()) reasons_.push_back(std::move(reason));
}

SymbolMaker::SymbolMaker(const text::FontSet& fonts, const symbol::IconStore& icons, double pixel_ratio,
                         double reach_px)
    : icons_{icons}, layout_{fonts, pixel_ratio, reach_px} {}

void SymbolMaker::tell_too_large(const std::string& layer, const char* part) {
    faults_.add(fmt::format("layer '{}': {} that reaches more than {:.0f} px from its place is left out",
                            layer, part, layout_.reach_px / layout_.pixel_ratio));
}

bool SymbolMaker::wants_text(const style::SymbolText& text, const std::string& layer) {
    if (!(text.size > 0) || text.text.find_first_not_of(" \n\t\r") == std::string::npos) return false;
    if (text.text.size() > kMostTextBytes) {
        faults_.add(
            fmt::format("layer '{}': a text longer than {} bytes is left out", layer, kMostTextBytes));
        return false;
    }
    if (text.size * layout_.pixel_ratio > 2 * layout_.reach_px) {
        tell_too_large(layer, "text");
        return false;
    }
    return true;
}

std::optional<symbol::IconSize> SymbolMaker::icon_size(const style::SymbolIcon& icon,
                                                       const std::string& layer) {
    if (icon.image.empty() || !(icon.size > 0)) return {};
    const auto known = icon_sizes_.find(icon.image);
    if (known != icon_sizes_.end()) return known->second;
    std::optional<symbol::IconSize> size;
    if (auto found = icons_.size(icon.image)) {
        size = *found;
    } else {
        faults_.add(fmt::format("layer '{}': {}", layer, found.error().message()));
    }
    return icon_sizes_.emplace(icon.image, size).first->second;
}

std::unique_ptr<SymbolParts> SymbolMaker::parts_at_point(const style::SymbolPaint& paint, GridPoint anchor,
                                                         const std::string& layer) {
    auto parts = std::make_unique<SymbolParts>();
    if (const auto size = icon_size(paint.icon, layer)) {
        if (!layout_.add_icon(*parts, paint.icon, *size, anchor, {})) tell_too_large(layer, "icon");
    }
    if (wants_text(paint.text, layer)) {
        if (!layout_.add_text(*parts, paint.text, anchor)) tell_too_large(layer, "text");
    }
    return parts;
}

std::unique_ptr<SymbolCandidate> SymbolMaker::at_point(const style::SymbolPaint& paint, GridPoint anchor,
                                                       const std::string& layer) {
    SymbolParts parts;  // the icon alone; texts cost
    if (const auto size = icon_size(paint.icon, layer)) {
        if (!layout_.add_icon(parts, paint.icon, *size, anchor, {})) tell_too_large(layer, "icon");
    }
    const bool has_icon = parts.icon.choice_count() > 0;
    bool has_text = wants_text(paint.text, layer);
    if (!has_icon && !has_text) return {};

    auto candidate = std::make_unique<SymbolCandidate>();
    candidate->anchor = anchor;
    candidate->reach = candidate->icon_reach = around(parts);
    if (has_text) {
        const auto format = text_format(paint.text, layout_.pixel_ratio, text::Alignment::Center);
        const auto bound = text_bound(paint.text.text, format);
        const GridBox reach = bound ? text_reach(paint.text, *bound, anchor, layout_.pixel_ratio) : GridBox{};
        const GridBox world = GridBox{anchor.x, anchor.y, anchor.x, anchor.y}.grown(layout_.reach_px);
        if (bound && contains(world, reach)) {
            candidate->reach = united(candidate->reach, reach);
            if (paint.text.overlap == style::Overlap::Never && (!has_icon || !paint.text.is_optional)) {
                candidate->core = TextCore{paint.text, format, layout_.pixel_ratio};
            }
        } else {
            auto whole = parts_at_point(paint, anchor, layer);
            if (is_empty(*whole)) return {};
            candidate->reach = around(*whole);
            has_text = whole->text.choice_count() > 0;
            candidate->parts = std::move(whole);
        }
    }
    parts.text.is_optional = paint.text.is_optional;
    candidate->fixture = fixture_of(parts, has_text);
    return candidate;
}

void SymbolMaker::lay_out(SymbolCandidate& candidate, style::SymbolPaint paint, const std::string& layer) {
    if (!candidate.has_text) paint.text.text.clear();
    auto parts = parts_at_point(paint, candidate.anchor, layer);
    if (is_empty(*parts)) return;
    if (!contains(candidate.reach.grown(0.001), around(*parts))) {
        faults_.add(
            fmt::format("layer '{}': a text is left out that is wider than its letters let expect", layer));
        return;
    }
    candidate.parts = std::move(parts);
}

std::optional<SymbolMaker::Line> SymbolMaker::line(style::SymbolPaint paint, const std::string& layer) {
    Line line;
    line.icon = icon_size(paint.icon, layer);
    const double ratio = layout_.pixel_ratio;
    double length = line.icon ? line.icon->width * paint.icon.size * ratio : 0;
    if (wants_text(paint.text, layer)) {
        line.text = layout_.line_setting(paint.text);
        if (line.text->spans.empty()) line.text.reset();
    }
    if (!line.icon && !line.text) return {};
    if (line.text) length = std::max(length, line.text->length_px());
    line.margin_px = line.text ? line.text->length_px() / 2 : 0;
    line.spacing_px = std::max({paint.spacing * ratio, length * kSpacingOfLengths, kLeastSpacingPx});
    if (!line.icon) {
        const double em = paint.text.size * ratio;
        line.slack_px = std::clamp(layout_.reach_px - length / 2 - em - paint.text.padding * ratio, 0.0,
                                   (line.spacing_px - length) / 2);
    }
    line.paint = std::move(paint);
    return line;
}

std::unique_ptr<SymbolCandidate> SymbolMaker::on_line(const Line& line, const LineCourse& course,
                                                      const LineAnchor& anchor, const std::string& layer) {
    auto parts = std::make_unique<SymbolParts>();
    if (line.icon) {
        const double width = line.icon->width * line.paint.icon.size * layout_.pixel_ratio;
        const Turn turn = turn_of(course, anchor.along_px, width);
        if (!layout_.add_icon(*parts, line.paint.icon, *line.icon, anchor.point, turn)) {
            tell_too_large(layer, "icon");
        }
    }
    if (line.text) {
        if (!layout_.add_line_text(*parts, line.paint.text, *line.text, course, anchor, line.slack_px)) {
            tell_too_large(layer, "text");
        }
        // Where the line has no room for a text that is needed, there is none for its icon either.
        if (parts->text.choice_count() == 0 && !line.paint.text.is_optional) return {};
    }
    if (is_empty(*parts)) return {};
    auto candidate = std::make_unique<SymbolCandidate>();
    candidate->anchor = anchor.point;
    candidate->reach = around(*parts);
    candidate->fixture = fixture_of(*parts, parts->text.choice_count() > 0);
    candidate->parts = std::move(parts);
    return candidate;
}

}  // namespace jinsha::scene
