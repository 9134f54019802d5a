#include "io/text_encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

namespace jinsha::io {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

struct Sequence {
    std::size_t length{};  // bytes that belong together
    bool is_valid{};
    bool is_cut{};  // the bytes end before the character does
};

/// The first character of `bytes` (not empty), by table 3-7 of the Unicode standard 15.0.
Sequence first_sequence(std::string_view bytes) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {1, true, false};
    if (lead < 0xC2 || lead > 0xF4) return {1, false, false};
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    unsigned low = 0x80, high = 0xBF;  // of the second byte: no overlong forms, surrogates or beyond U+10FFFF
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
    for (std::size_t i = 1; i < length; ++i) {
        if (i == bytes.size()) return {i, false, true};
        if (byte(i) < low || byte(i) > high) return {i, false, false};
        low = 0x80;
        high = 0xBF;
    }
    return {length, true, false};
}

/// How many bytes at the start are ASCII; eight at a time.
std::size_t ascii_prefix(std::string_view bytes) noexcept {
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, 8);
        if ((word & 0x8080808080808080U) != 0) break;
    }
    while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80) ++i;
    return i;
}

/// "CP-936" → "cp936", so that spellings can be compared.
std::string bare(std::string_view name) {
    std::string result;
    for (const char c : name)
        if (std::isalnum(static_cast<unsigned char>(c)))
            result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

struct Spelling {
    std::string_view bare, name, iconv_name;
};
// GBK and GB2312 are read as GB18030, which contains them and more.
constexpr std::array kSpellings{
    Spelling{"utf8", "UTF-8", ""},
    Spelling{"65001", "UTF-8", ""},
    Spelling{"cp65001", "UTF-8", ""},
    Spelling{"ascii", "UTF-8", ""},
    Spelling{"gbk", "GBK", "GB18030"},
    Spelling{"gb2312", "GBK", "GB18030"},
    Spelling{"936", "GBK", "GB18030"},
    Spelling{"cp936", "GBK", "GB18030"},
    Spelling{"oem936", "GBK", "GB18030"},
    Spelling{"ansi936", "GBK", "GB18030"},
    Spelling{"ms936", "GBK", "GB18030"},
    Spelling{"windows936", "GBK", "GB18030"},
    Spelling{"euccn", "GBK", "GB18030"},
    Spelling{"gb18030", "GB18030", "GB18030"},
    Spelling{"54936", "GB18030", "GB18030"},
    Spelling{"big5", "Big5", "BIG5-HKSCS"},
    Spelling{"950", "Big5", "BIG5-HKSCS"},
    Spelling{"cp950", "Big5", "BIG5-HKSCS"},
    Spelling{"88591", "ISO-8859-1", "CP1252"},
    Spelling{"iso88591", "ISO-8859-1", "CP1252"},
    Spelling{"latin1", "ISO-8859-1", "CP1252"},
    Spelling{"1252", "CP1252", "CP1252"},
    Spelling{"ansi1252", "CP1252", "CP1252"},
};

}  // namespace

TextKind kind_of(std::string_view bytes) noexcept {
    bytes.remove_prefix(ascii_prefix(bytes));
    if (bytes.empty()) return TextKind::Ascii;
    while (!bytes.empty()) {
        const Sequence sequence = first_sequence(bytes);
        if (sequence.is_cut) return TextKind::CutUtf8;
        if (!sequence.is_valid) return TextKind::Other;
        bytes.remove_prefix(sequence.length);
        bytes.remove_prefix(ascii_prefix(bytes));
    }
    return TextKind::Utf8;
}

std::string repaired_utf8(std::string_view bytes) {
    std::string result;
    result.reserve(bytes.size());
    while (!bytes.empty()) {
        const Sequence sequence = first_sequence(bytes);
        if (sequence.is_valid)
            result += bytes.substr(0, sequence.length);
        else if (!sequence.is_cut)
            result += kReplacement;
        bytes.remove_prefix(sequence.length);
    }
    return result;
}

Result<TextDecoder> TextDecoder::from(std::string_view encoding) {
    std::string name{encoding}, iconv_name{encoding};
    const std::string wanted = bare(encoding);
    const auto known = std::find_if(kSpellings.begin(), kSpellings.end(),
                                    [&](const Spelling& spelling) { return spelling.bare == wanted; });
    if (known != kSpellings.end()) {
        name = known->name;
        iconv_name = known->iconv_name;
        if (iconv_name.empty()) return TextDecoder{std::move(name), nullptr};
    }
    iconv_t handle = iconv_open("UTF-8", iconv_name.c_str());
    const bool is_number =
        std::all_of(wanted.begin(), wanted.end(), [](unsigned char c) { return std::isdigit(c); });
    if (handle == iconv_t(-1) && is_number) handle = iconv_open("UTF-8", ("CP" + wanted).c_str());
    if (handle == iconv_t(-1))
        return fail("encoding '{}' is not known; expected a name such as UTF-8, GBK or GB18030", encoding);
    return TextDecoder{std::move(name), handle};
}

TextDecoder::TextDecoder(TextDecoder&& other) noexcept
    : name_{std::move(other.name_)}, handle_{std::exchange(other.handle_, nullptr)} {}

TextDecoder& TextDecoder::operator=(TextDecoder&& other) noexcept {
    std::swap(name_, other.name_);
    std::swap(handle_, other.handle_);
    return *this;
}

TextDecoder::~TextDecoder() {
    if (handle_ != nullptr) iconv_close(handle_);
}

TextDecoder::Decoded TextDecoder::run(std::string_view bytes) const {
    Decoded result;
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    std::string input{bytes};  // iconv wants it writable, though it does not write
    char* in = input.data();
    std::size_t in_left = input.size();
    std::array<char, 1024> buffer{};
    while (in_left > 0) {
        char* out = buffer.data();
        std::size_t out_left = buffer.size();
        const std::size_t status = iconv(handle_, &in, &in_left, &out, &out_left);
        const int reason = errno;
        result.text.append(buffer.data(), buffer.size() - out_left);
        if (status != std::size_t(-1) || reason == E2BIG) continue;
        if (reason == EINVAL) break;  // a character cut off at the end
        result.text += kReplacement;
        ++result.bad_bytes;
        ++in;
        --in_left;
    }
    return result;
}

std::string TextDecoder::decode(std::string_view bytes) const {
    return handle_ == nullptr ? repaired_utf8(bytes) : run(bytes).text;
}

bool TextDecoder::can_decode(std::string_view bytes) const {
    return handle_ == nullptr ? kind_of(bytes) != TextKind::Other : run(bytes).bad_bytes == 0;
}

}  // namespace jinsha::io
