#pragma once

#include "error/error.hpp"
#include "ui/model.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace jinsha::ui {

/// The strings of the interface in one language, read from `<folder>/zh.json` or `en.json`: one JSON object
/// of keys and texts. Call it `tr`, so that `tr("layers.title")` can be found by the test that looks for keys
/// which are missing or not used.
class Translations {
public:
    /// The error names the file, and the key whose text is no string or no good pattern.
    [[nodiscard]] static Result<Translations> load(const std::filesystem::path& folder, Language language);

    [[nodiscard]] Language language() const noexcept { return language_; }
    /// The text of `key`, valid as long as these translations; `key` itself when there is none, so that the
    /// fault is seen.
    [[nodiscard]] std::string_view operator()(std::string_view key) const;
    /// With `{name}` in the text replaced: tr("notes.skipped", fmt::arg("count", 3)).
    template <class... Args>
    requires(sizeof...(Args) > 0) [[nodiscard]] std::string operator()(std::string_view key,
                                                                       const Args&... args) const {
        return formatted((*this)(key), fmt::make_format_args(args...));
    }
    /// The text of `<group>.<word>` for a word that stands in the data ("theme", "industry"); the word as it
    /// is when it is none of ours.
    [[nodiscard]] std::string word(std::string_view group, std::string_view word) const;

    using Texts = std::map<std::string, std::string, std::less<>>;
    [[nodiscard]] const Texts& texts() const noexcept { return texts_; }

private:
    [[nodiscard]] static std::string formatted(std::string_view pattern, fmt::format_args args);

    Language language_{};
    Texts texts_;
};

}  // namespace jinsha::ui
