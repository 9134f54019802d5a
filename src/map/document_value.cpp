#include "map/document_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace jinsha::map {
namespace {

using Json = nlohmann::ordered_json;

/// The value in a few words for a message.
std::string described(const Json& json) {
    switch (json.type()) {
        case Json::value_t::object:
            return json.empty() ? "an empty object" : "an object";
        case Json::value_t::array:
            return json.empty() ? "an empty list" : "a list";
        case Json::value_t::string: {
            constexpr std::size_t kShown = 60;
            std::string text = json.get<std::string>();
            if (text.size() > kShown) {
                std::size_t end = kShown;
                while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
                    --end;  // not inside a character
                text = text.substr(0, end) + "…";
            }
            return Json(text).dump();
        }
        default:
            return json.dump();
    }
}

}  // namespace

std::string child_pointer(std::string_view parent, std::string_view key) {
    std::string pointer{parent};
    pointer += '/';
    for (const char c : key) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

std::string child_pointer(std::string_view parent, std::size_t index) {
    return fmt::format("{}/{}", parent, index);
}

std::optional<std::string> DocumentValue::string() const {
    if (json_->is_string()) return json_->get<std::string>();
    report_unexpected("text");
    return std::nullopt;
}

std::optional<double> DocumentValue::number() const {
    if (json_->is_number() && std::isfinite(json_->get<double>())) return json_->get<double>();
    report_unexpected("a number");
    return std::nullopt;
}

std::optional<bool> DocumentValue::boolean() const {
    if (json_->is_boolean()) return json_->get<bool>();
    report_unexpected("true or false");
    return std::nullopt;
}

std::optional<LocalizedText> DocumentValue::localized() const {
    constexpr std::string_view kWanted = R"(text, or {"zh": …, "en": …})";
    if (json_->is_string()) return LocalizedText::of(json_->get<std::string>());
    if (!json_->is_object() || json_->empty()) {
        report_unexpected(kWanted);
        return std::nullopt;
    }
    LocalizedText text;
    for (const auto& [language, value] : members()) {
        if (language == "zh" || language == "en") {
            (language == "zh" ? text.zh : text.en) = value.string().value_or("");
        } else {
            value.report(Severity::Warning, "only zh and en are languages here");
        }
    }
    return text.is_empty() ? std::nullopt : std::optional{text};
}

std::vector<DocumentValue> DocumentValue::elements() const {
    std::vector<DocumentValue> elements;
    if (!json_->is_array()) {
        report_unexpected("a list");
        return elements;
    }
    for (std::size_t i = 0; i < json_->size(); ++i) {
        elements.emplace_back((*json_)[i], child_pointer(pointer_, i), *problems_);
    }
    return elements;
}

std::vector<std::pair<std::string, DocumentValue>> DocumentValue::members() const {
    std::vector<std::pair<std::string, DocumentValue>> members;
    if (!is_object()) return members;
    for (const auto& [key, value] : json_->items()) {
        members.emplace_back(key, DocumentValue{value, child_pointer(pointer_, key), *problems_});
    }
    return members;
}

bool DocumentValue::is_object() const {
    if (json_->is_object()) return true;
    report_unexpected("an object");
    return false;
}

std::optional<DocumentValue> DocumentValue::member(std::string_view key) const {
    if (!json_->is_object()) return std::nullopt;
    const auto found = json_->find(key);
    if (found == json_->end()) return std::nullopt;
    return DocumentValue{*found, child_pointer(pointer_, key), *problems_};
}

std::string DocumentValue::string_or(std::string_view key, std::string otherwise) const {
    const auto value = member(key);
    return value ? value->string().value_or(std::move(otherwise)) : otherwise;
}

LocalizedText DocumentValue::localized_or(std::string_view key, LocalizedText otherwise) const {
    const auto value = member(key);
    return value ? value->localized().value_or(std::move(otherwise)) : otherwise;
}

void DocumentValue::report(Severity severity, std::string message) const {
    problems_->push_back({severity, pointer_, std::move(message)});
}

void DocumentValue::report_unexpected(std::string_view wanted) const {
    report(Severity::Error, fmt::format("expected {}, found {}", wanted, described(*json_)));
}

void DocumentValue::report_unknown(std::span<const std::string_view> known,
                                   std::string_view only_with_prefix) const {
    for (const auto& [key, value] : members()) {
        if (key.starts_with(only_with_prefix) && std::ranges::find(known, key) == known.end()) {
            value.report(Severity::Warning, "this key is not known and has no effect");
        }
    }
}

}  // namespace jinsha::map
