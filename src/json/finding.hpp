#pragma once

#include "json/range.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace jinsha::json {

/// A fault of a JSON text.
struct Finding {
    enum class Code : std::uint8_t {
        Syntax,            // the text is no JSON; nothing behind this place was read
        TrailingText,      // something stands behind the outermost value
        NotUtf8,           // bytes that are no UTF-8
        DuplicateKey,      // a key that an earlier member of the same object has
        BadEscape,         // \x and the like in a string
        ControlCharacter,  // a raw line end, tab … in a string
        BadNumber          // 01, 1., .5, +1, NaN, Infinity
    };
    Code code{};
    Range range;          // the bytes it is about; of a duplicate key the later one
    std::string message;  // "expected ',' or ']', found the end of the text"

    bool operator==(const Finding&) const = default;
};

/// "syntax", "trailing-text", "not-utf8" …: names for machines.
[[nodiscard]] std::string_view name_of(Finding::Code code) noexcept;

}  // namespace jinsha::json
