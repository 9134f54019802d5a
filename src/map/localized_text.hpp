#pragma once

#include <string>
#include <string_view>

namespace jinsha::map {

/// Words for people in the languages of the interface. A document may give one text for all.
struct LocalizedText {
    std::string zh, en;
    bool operator==(const LocalizedText&) const = default;

    /// The same words in every language.
    [[nodiscard]] static LocalizedText of(std::string text) { return {text, text}; }

    [[nodiscard]] bool is_empty() const noexcept { return zh.empty() && en.empty(); }
    /// "en": English, anything else: Chinese; the other one where that is empty.
    [[nodiscard]] const std::string& in(std::string_view language) const noexcept {
        const bool is_english = language == "en";
        const std::string& wanted = is_english ? en : zh;
        return wanted.empty() ? (is_english ? zh : en) : wanted;
    }
};

}  // namespace jinsha::map
