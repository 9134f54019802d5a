#include "io/column_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace jinsha::io {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

std::size_t count_replacements(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(kReplacement); at != std::string_view::npos;
         at = text.find(kReplacement, at + kReplacement.size()))
        ++count;
    return count;
}

}  // namespace

map::Found decode_texts(std::span<map::AttributeColumn> columns, const DeclaredEncoding& declared,
                        const std::string& where, std::vector<Problem>& problems) {
    std::vector<std::string_view> texts;
    for (const map::AttributeColumn& column : columns)
        texts.insert(texts.end(), column.texts().begin(), column.texts().end());
    const EncodingChoice choice = choose_encoding(declared, texts);
    const auto is_utf8_already = [](std::string_view text) { return kind_of(text) != TextKind::Other; };
    if (choice.found.name == "UTF-8" && std::ranges::all_of(texts, is_utf8_already)) return choice.found;

    std::size_t unreadable = 0;
    const auto decoded = [&](const std::string& text) {
        if (kind_of(text) == TextKind::Ascii) return text;
        std::string result = choice.decoder.decode(text);
        if (count_replacements(result) > count_replacements(text)) ++unreadable;
        return result;
    };
    for (map::AttributeColumn& column : columns) column.change_texts(decoded);
    if (unreadable > 0)
        problems.push_back(
            {Severity::Warning, where,
             fmt::format("{} text{} not valid {}: what cannot be read is shown as {}", unreadable,
                         unreadable == 1 ? " is" : "s are", choice.found.name, kReplacement)});
    return choice.found;
}

}  // namespace jinsha::io
