#include "ui/advances.hpp"

#include "text/label.hpp"
#include "ui/characters.hpp"

#include <fmt/format.h>

#include <utility>

namespace jinsha::ui {
namespace {

constexpr char32_t kThinSpace = 0x2009;
constexpr float kThinSpaceEm = 0.2F;
constexpr double kMeasuredSize = 1000;  // px: so large that rounding does not matter

double width_px(const text::FontSet& fonts, text::FontWeight weight, const std::string& utf8) {
    const text::TextFormat format{
        .weight = weight, .size_px = kMeasuredSize, .line_height_px = kMeasuredSize};
    return text::shape(fonts, utf8, format).width_px;
}

/// Between two letters, as a blank at an end of a line is not counted.
float measured_em(const text::FontSet& fonts, text::FontWeight weight, char32_t character) {
    const double with = width_px(fonts, weight, fmt::format("H{}H", utf8(character)));
    return static_cast<float>((with - width_px(fonts, weight, "HH")) / kMeasuredSize);
}

}  // namespace

Advances::Advances(std::shared_ptr<const text::FontSet> fonts, text::FontWeight weight)
    : fonts_{std::move(fonts)}, weight_{weight} {}

float Advances::em(char32_t character) const {
    if (is_ideograph(character)) return 1;
    if (character == kThinSpace) return kThinSpaceEm;
    const auto [entry, is_new] = known_.try_emplace(character, 0.0F);
    if (is_new) entry->second = measured_em(*fonts_, weight_, character);
    return entry->second;
}

}  // namespace jinsha::ui
