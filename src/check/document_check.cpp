#include "check/document_check.hpp"

#include "json/value.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace jinsha::check {
namespace {

/// "~1" is "/" and "~0" is "~" in a pointer.
std::string unescaped_key(std::string_view token) {
    std::string key;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool is_escape = token[i] == '~' && i + 1 < token.size();
        key += is_escape ? (token[++i] == '1' ? '/' : '~') : token[i];
    }
    return key;
}

std::optional<json::Value> child(const json::Value& value, std::string_view token) {
    if (value.kind() != json::Kind::Array) return value.find(unescaped_key(token));
    std::size_t place = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), place);
    if (error != std::errc{} || end != token.data() + token.size()) return std::nullopt;
    const auto elements = value.elements();
    return place < elements.size() ? std::optional{elements[place]} : std::nullopt;
}

/// What a JSON pointer (RFC 6901) leads to, or as much of the way as there is: a missing member is told at
/// the object that lacks it.
json::Value nearest_to(const json::Value& root, std::string_view pointer) {
    json::Value value = root;
    while (pointer.starts_with('/')) {
        const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
        const auto next = child(value, pointer.substr(1, end - 1));
        if (!next) break;
        value = *next;
        pointer.remove_prefix(end);
    }
    return value;
}

}  // namespace

std::vector<Finding> check_document(const json::Index& index, const map::MapDocument& document) {
    std::vector<Finding> findings;
    const auto root = index.root();
    for (const Problem& problem : document.problems) {
        const std::size_t slash = problem.where.find(": /");
        const std::string_view pointer = slash == std::string::npos
                                             ? std::string_view{}
                                             : std::string_view{problem.where}.substr(slash + 2);
        findings.push_back({problem.severity, "document",
                            pointer.empty() ? problem.message : std::string{pointer} + ": " + problem.message,
                            "see the style specification and the schema of jinsha's own keys", std::nullopt,
                            root ? nearest_to(*root, pointer).range() : json::Range{}, std::nullopt});
    }
    return findings;
}

}  // namespace jinsha::check
