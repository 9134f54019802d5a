#include "io/encoding_choice.hpp"

#include <algorithm>
#include <optional>

namespace jinsha::io {
namespace {

constexpr const char* kUtf8 = "UTF-8";
constexpr const char* kChinese = "GB18030";

struct Tally {
    std::size_t ascii{}, utf8{}, other{};
};

Tally tally(std::span<const std::string_view> texts) {
    Tally result;
    for (const std::string_view text : texts) {
        const TextKind kind = kind_of(text);
        ++(kind == TextKind::Ascii ? result.ascii : kind == TextKind::Other ? result.other : result.utf8);
    }
    return result;
}

bool can_decode_most(const TextDecoder& decoder, std::span<const std::string_view> texts) {
    std::size_t bad = 0;
    for (const std::string_view text : texts)
        if (!decoder.can_decode(text)) ++bad;
    return bad * 20 <= texts.size();
}

EncodingChoice choice(const char* name, std::string how) {
    return {{name, std::move(how)}, TextDecoder::from(name).value()};
}

/// "declared as GBK in the .cpg, but the texts are UTF-8"
std::string contradiction(const DeclaredEncoding& declared, const char* found) {
    return fmt::format("{} as {}, but the texts are {}", declared.how, declared.name, found);
}

}  // namespace

EncodingChoice choose_encoding(const DeclaredEncoding& declared, std::span<const std::string_view> texts) {
    auto declared_decoder =
        declared.name.empty() ? tl::make_unexpected(Error{""}) : TextDecoder::from(declared.name);
    if (declared_decoder && declared.is_binding) {
        const std::string name = declared_decoder->name();
        return {{name, declared.how}, *std::move(declared_decoder)};
    }
    const bool declares_utf8 = declared_decoder && declared_decoder->name() == kUtf8;
    const Tally counts = tally(texts);

    if (counts.other == 0 && counts.utf8 == 0) {
        if (!declared_decoder) return choice(kUtf8, "none declared: all texts are plain ASCII");
        const std::string name = declared_decoder->name();
        return {{name, declared.how}, *std::move(declared_decoder)};
    }
    if (counts.utf8 > counts.other) {
        if (declares_utf8) return choice(kUtf8, declared.how);
        if (!declared_decoder) return choice(kUtf8, "none declared: the texts are valid UTF-8");
        return choice(kUtf8, contradiction(declared, kUtf8));
    }
    if (declared_decoder && !declares_utf8 && can_decode_most(*declared_decoder, texts)) {
        const std::string name = declared_decoder->name();
        return {{name, declared.how}, *std::move(declared_decoder)};
    }
    auto chinese = TextDecoder::from(kChinese).value();
    if (can_decode_most(chinese, texts))
        return choice(kChinese, declared_decoder
                                    ? contradiction(declared, kChinese)
                                    : "none declared, and the texts are no UTF-8: taken as GB18030");
    return choice(kUtf8, "neither UTF-8 nor GB18030 fits the texts");
}

}  // namespace jinsha::io
