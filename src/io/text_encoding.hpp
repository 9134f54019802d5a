#pragma once

#include "error/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace jinsha::io {

/// What the bytes of a text are.
enum class TextKind {
    Ascii,
    Utf8,
    CutUtf8,  // UTF-8 that ends within a character, as texts in fields of fixed width do
    Other
};
[[nodiscard]] TextKind kind_of(std::string_view bytes) noexcept;
[[nodiscard]] inline bool is_utf8(std::string_view bytes) noexcept {
    const TextKind kind = kind_of(bytes);
    return kind == TextKind::Ascii || kind == TextKind::Utf8;
}

/// Valid UTF-8: each sequence of bytes that is none becomes one U+FFFD, a cut character at the end is
/// dropped.
[[nodiscard]] std::string repaired_utf8(std::string_view bytes);

/// Turns texts of another encoding into UTF-8. Move only; one thread at a time.
class TextDecoder {
public:
    /// `encoding` as files and people write it: "GBK", "CP936", "936", "utf8", "ISO-8859-1", "88591", "Big5"
    /// …
    [[nodiscard]] static Result<TextDecoder> from(std::string_view encoding);
    TextDecoder(TextDecoder&& other) noexcept;
    TextDecoder& operator=(TextDecoder&& other) noexcept;
    ~TextDecoder();

    /// "GBK", "UTF-8"; what people are told.
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] std::string decode(std::string_view bytes) const;
    /// Can all of it be decoded (but for a character cut off at the end)?
    [[nodiscard]] bool can_decode(std::string_view bytes) const;

private:
    struct Decoded {
        std::string text;
        std::size_t bad_bytes{};
    };
    TextDecoder(std::string name, void* handle) : name_{std::move(name)}, handle_{handle} {}
    [[nodiscard]] Decoded run(std::string_view bytes) const;

    std::string name_;
    void* handle_;  // iconv_t; null for UTF-8
};

}  // namespace jinsha::io
