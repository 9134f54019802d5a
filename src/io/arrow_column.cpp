#include "io/arrow_column.hpp"

#include "io/text_encoding.hpp"

#include <fmt/format.h>
#include <ogr_recordbatch.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

namespace jinsha::io {
namespace {

constexpr double kExactIntegers = 9'007'199'254'740'992;  // 2^53

bool bit(const void* bits, std::size_t i) noexcept {
    return (static_cast<const std::uint8_t*>(bits)[i / 8] >> (i % 8) & 1) != 0;
}

bool is_null(const ArrowArray& array, std::size_t i) noexcept {
    return array.buffers[0] != nullptr && !bit(array.buffers[0], i);
}

template <class T>
T value_at(const ArrowArray& array, std::size_t i) noexcept {
    return static_cast<const T*>(array.buffers[1])[i];
}

template <class Offset>
std::span<const unsigned char> bytes_at(const ArrowArray& array, std::size_t i) noexcept {
    const auto begin = value_at<Offset>(array, i), end = value_at<Offset>(array, i + 1);
    return {static_cast<const unsigned char*>(array.buffers[2]) + begin,
            static_cast<std::size_t>(end - begin)};
}

template <class T>
void push_number(T value, bool is_boolean, map::AttributeColumn& column) {
    const auto number = static_cast<double>(value);
    if (is_boolean)
        column.push_boolean(number != 0);
    else if (!std::isfinite(number))
        column.push_absent();
    else if (std::is_integral_v<T> && std::abs(number) >= kExactIntegers)
        column.push_text(fmt::format("{}", value));
    else
        column.push_number(number);
}

}  // namespace

std::optional<ArrowKind> arrow_kind(std::string_view format) noexcept {
    constexpr std::array kFormats{std::pair{"b", ArrowKind::Boolean},    std::pair{"c", ArrowKind::Int8},
                                  std::pair{"s", ArrowKind::Int16},      std::pair{"i", ArrowKind::Int32},
                                  std::pair{"l", ArrowKind::Int64},      std::pair{"C", ArrowKind::UInt8},
                                  std::pair{"S", ArrowKind::UInt16},     std::pair{"I", ArrowKind::UInt32},
                                  std::pair{"L", ArrowKind::UInt64},     std::pair{"f", ArrowKind::Float},
                                  std::pair{"g", ArrowKind::Double},     std::pair{"u", ArrowKind::Text},
                                  std::pair{"U", ArrowKind::LargeText},  std::pair{"z", ArrowKind::Binary},
                                  std::pair{"Z", ArrowKind::LargeBinary}};
    for (const auto& [known, kind] : kFormats)
        if (format == known) return kind;
    return std::nullopt;
}

std::span<const unsigned char> bytes_of(const ArrowArray& array, ArrowKind kind, std::size_t i) noexcept {
    const std::size_t place = i + static_cast<std::size_t>(array.offset);
    if (is_null(array, place)) return {};
    const bool is_large = kind == ArrowKind::LargeText || kind == ArrowKind::LargeBinary;
    return is_large ? bytes_at<std::int64_t>(array, place) : bytes_at<std::int32_t>(array, place);
}

map::AttributeColumn attributes_of(const ArrowArray& array, ArrowKind kind, bool is_boolean,
                                   std::size_t& repaired) {
    map::AttributeColumn column;
    for (std::size_t i = 0; i < static_cast<std::size_t>(array.length); ++i) {
        const std::size_t place = i + static_cast<std::size_t>(array.offset);
        if (is_null(array, place)) {
            column.push_absent();
            continue;
        }
        const auto number = [&]<class T>(T value) { push_number(value, is_boolean, column); };
        switch (kind) {
            case ArrowKind::Boolean:
                column.push_boolean(bit(array.buffers[1], place));
                break;
            case ArrowKind::Int8:
                number(value_at<std::int8_t>(array, place));
                break;
            case ArrowKind::Int16:
                number(value_at<std::int16_t>(array, place));
                break;
            case ArrowKind::Int32:
                number(value_at<std::int32_t>(array, place));
                break;
            case ArrowKind::Int64:
                number(value_at<std::int64_t>(array, place));
                break;
            case ArrowKind::UInt8:
                number(value_at<std::uint8_t>(array, place));
                break;
            case ArrowKind::UInt16:
                number(value_at<std::uint16_t>(array, place));
                break;
            case ArrowKind::UInt32:
                number(value_at<std::uint32_t>(array, place));
                break;
            case ArrowKind::UInt64:
                number(value_at<std::uint64_t>(array, place));
                break;
            case ArrowKind::Float:
                number(value_at<float>(array, place));
                break;
            case ArrowKind::Double:
                number(value_at<double>(array, place));
                break;
            case ArrowKind::Text:
            case ArrowKind::LargeText: {
                const auto bytes = bytes_of(array, kind, i);
                const std::string_view text{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
                if (is_utf8(text)) {
                    column.push_text(text);
                } else {
                    column.push_text(repaired_utf8(text));
                    ++repaired;
                }
                break;
            }
            case ArrowKind::Binary:
            case ArrowKind::LargeBinary:
                column.push_absent();
                break;
        }
    }
    return column;
}

}  // namespace jinsha::io
