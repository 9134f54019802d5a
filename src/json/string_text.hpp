#pragma once

#include <string>
#include <string_view>

namespace jinsha::json {

/// Appends what the text between the quotation marks of a string means. Half of
/// a surrogate pair becomes U+FFFD; what is no escape (\x) stays as it is;
/// bytes are passed on, whatever their encoding.
void append_unescaped(std::string& out, std::string_view text);
[[nodiscard]] std::string unescaped(std::string_view text);

enum class NonAscii { Raw, Escaped };

/// The string token for `text`, quotation marks included. Only what RFC 8259
/// demands is escaped, and, if so wanted, all beyond ASCII as \u91d1. Bytes
/// that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string quoted(std::string_view text, NonAscii non_ascii = NonAscii::Raw);

}  // namespace jinsha::json
