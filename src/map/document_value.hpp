#pragma once

#include "error/problem.hpp"
#include "map/localized_text.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jinsha::map {

/// The JSON pointer of a member or an element (RFC 6901: "~" and "/" in keys are escaped).
[[nodiscard]] std::string child_pointer(std::string_view parent, std::string_view key);
[[nodiscard]] std::string child_pointer(std::string_view parent, std::size_t index);

/// A value of the document and its place. Reading it as something that it is not adds a problem ("expected
/// text, found 17") and gives nothing. Borrows the JSON and the list of problems.
class DocumentValue {
public:
    DocumentValue(const nlohmann::ordered_json& json, std::string pointer, std::vector<Problem>& problems)
        : json_{&json}, pointer_{std::move(pointer)}, problems_{&problems} {}

    [[nodiscard]] const nlohmann::ordered_json& json() const noexcept { return *json_; }
    [[nodiscard]] const std::string& pointer() const noexcept { return pointer_; }
    [[nodiscard]] std::vector<Problem>& problems() const noexcept { return *problems_; }

    [[nodiscard]] std::optional<std::string> string() const;
    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] std::optional<bool> boolean() const;
    /// A text, or an object with "zh" or "en" or both.
    [[nodiscard]] std::optional<LocalizedText> localized() const;
    /// The elements of an array, the members of an object; none when it is not one.
    [[nodiscard]] std::vector<DocumentValue> elements() const;
    [[nodiscard]] std::vector<std::pair<std::string, DocumentValue>> members() const;
    /// False, with a problem, when it is no object.
    [[nodiscard]] bool is_object() const;

    /// None, without a problem, when there is no such member (or this is no object).
    [[nodiscard]] std::optional<DocumentValue> member(std::string_view key) const;
    // The member as that; the default when it is missing, and when it is something else, with a problem.
    [[nodiscard]] std::string string_or(std::string_view key, std::string otherwise) const;
    [[nodiscard]] LocalizedText localized_or(std::string_view key, LocalizedText otherwise) const;

    void report(Severity severity, std::string message) const;
    /// "expected `wanted`, found …"
    void report_unexpected(std::string_view wanted) const;
    /// Warns of members that nobody reads, so that a misspelt key is not silently without effect.
    void report_unknown(std::span<const std::string_view> known,
                        std::string_view only_with_prefix = {}) const;

private:
    const nlohmann::ordered_json* json_;
    std::string pointer_;
    std::vector<Problem>* problems_;
};

}  // namespace jinsha::map
