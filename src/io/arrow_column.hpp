#pragma once

#include "map/attribute_column.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

struct ArrowArray;

namespace jinsha::io {

/// The kinds of Arrow arrays that become attributes or hold geometry (Arrow C data interface, format
/// strings).
enum class ArrowKind {
    Boolean,
    Int8,
    Int16,
    Int32,
    Int64,
    UInt8,
    UInt16,
    UInt32,
    UInt64,
    Float,
    Double,
    Text,
    LargeText,
    Binary,
    LargeBinary
};
[[nodiscard]] std::optional<ArrowKind> arrow_kind(std::string_view format) noexcept;

/// The values of an array as GdalFields would give them: null is absent, a number that a double would change
/// is a text, one that is not finite is absent. Texts that are no UTF-8 are repaired and counted in
/// `repaired`.
[[nodiscard]] map::AttributeColumn attributes_of(const ArrowArray& array, ArrowKind kind, bool is_boolean,
                                                 std::size_t& repaired);

/// The bytes of value `i` of an array of texts or binaries; empty for null.
[[nodiscard]] std::span<const unsigned char> bytes_of(const ArrowArray& array, ArrowKind kind,
                                                      std::size_t i) noexcept;

}  // namespace jinsha::io
