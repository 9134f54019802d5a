#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// Readings of Chinese characters, made when the program is built. For pinyin.cpp alone.
namespace jinsha::search::table {

inline constexpr char32_t kFirstDense = 0x3400, kEndOfDense = 0xA000;  // DENSE of make_pinyin_table.py

extern const std::span<const std::string_view> kSyllables;  // all, in alphabetical order
extern const std::span<const char32_t> kOthers;             // characters outside of the dense range, rising
/// Of each character of the dense range, then of the others, one past its last in kReadings.
extern const std::span<const std::uint32_t> kReadingEnds;
extern const std::span<const std::uint16_t> kReadings;  // places in kSyllables, the usual one first

}  // namespace jinsha::search::table
