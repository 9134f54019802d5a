#include "ui/translations.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

namespace jinsha::ui {
namespace {

std::string file_name(Language language) {
    return language == Language::Chinese ? "zh.json" : "en.json";
}

Result<Translations::Texts> texts_of(const nlohmann::json& document) {
    if (!document.is_object()) return fail("expected an object of keys and texts");
    Translations::Texts texts;
    for (const auto& [key, text] : document.items()) {
        if (!text.is_string()) return fail("'{}': expected a text, found {}", key, text.dump());
        texts.emplace(key, text.get<std::string>());
    }
    return texts;
}

}  // namespace

Result<Translations> Translations::load(const std::filesystem::path& folder, Language language) {
    const std::filesystem::path path = folder / file_name(language);
    std::ifstream file{path, std::ios::binary};
    if (!file) return fail("{}: cannot be read", path.string());
    const auto document = nlohmann::json::parse(file, nullptr, false);
    if (document.is_discarded()) return fail("{}: is no JSON", path.string());
    auto texts = texts_of(document);
    if (!texts) return tl::make_unexpected(texts.error().in(path.string()));
    Translations result;
    result.language_ = language;
    result.texts_ = *std::move(texts);
    return result;
}

std::string_view Translations::operator()(std::string_view key) const {
    const auto found = texts_.find(key);
    return found != texts_.end() ? std::string_view{found->second} : key;
}

std::string Translations::word(std::string_view group, std::string_view word) const {
    const auto found = texts_.find(fmt::format("{}.{}", group, word));
    return found != texts_.end() ? found->second : std::string{word};
}

std::string Translations::formatted(std::string_view pattern, fmt::format_args args) {
    try {
        return fmt::vformat(pattern, args);
    } catch (const fmt::format_error&) {
        return std::string{
            pattern};  // a translator's slip shall not end the program; the test of the patterns finds it
    }
}

}  // namespace jinsha::ui
