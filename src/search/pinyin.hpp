#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// How Chinese characters are read, after the Unicode Han Database (UAX #38).
namespace jinsha::search {

/// Names of the readings of a character, the usual one first; empty for what is no Chinese character. 重 has
/// two: zhong and chong. Valid for ever.
[[nodiscard]] std::span<const std::uint16_t> readings(char32_t character) noexcept;

/// The syllable of a reading: lower case, without tone, ü as v.
[[nodiscard]] std::string_view syllable(std::uint16_t reading) noexcept;

}  // namespace jinsha::search
