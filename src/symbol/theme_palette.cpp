#include "symbol/theme_palette.hpp"

#include <algorithm>

namespace jinsha::symbol {

namespace {

constexpr Theme kThemes[] = {
    {"industry", {0x7A, 0x5C, 0x3E}},        {"logistics", {0xA8, 0x5A, 0x1F}},
    {"energy", {0x94, 0x6C, 0x00}},          {"agriculture", {0x5B, 0x7A, 0x1C}},
    {"water-landscape", {0x1F, 0x73, 0x99}}, {"culture-tourism", {0xB0, 0x45, 0x7B}},
    {"urban-renewal", {0xC2, 0x4A, 0x33}},   {"transport", {0x5B, 0x67, 0x70}},
    {"public-service", {0x3B, 0x6F, 0xB6}},  {"innovation", {0x6A, 0x51, 0xA3}},
    {"ecology", {0x2A, 0x7D, 0x4F}},
};

}  // namespace

std::span<const Theme> themes() noexcept {
    return kThemes;
}

std::optional<Rgb> theme_color(std::string_view id) noexcept {
    const auto* const found = std::ranges::find(kThemes, id, &Theme::id);
    if (found == std::end(kThemes)) return std::nullopt;
    return found->color;
}

}  // namespace jinsha::symbol
