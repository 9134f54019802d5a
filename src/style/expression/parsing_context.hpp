#pragma once

#include "style/expression/expression.hpp"

#include <fmt/format.h>
#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jinsha::style {

using Json = nlohmann::ordered_json;

class OperatorTable;

/// What is wrong with an expression's text, and at which part: "[3][1]", "" for the whole.
struct ParsingError {
    std::string key;
    std::string message;
    bool operator==(const ParsingError&) const = default;
};

/// What is done when a value of unknown type stands where a type is expected.
enum class Annotation {
    Automatic,  // assert strings, numbers, booleans, objects and arrays; coerce to colours, formatted and the
                // like
    Coerce,
    Omit,
};

using Bindings = std::vector<std::pair<std::string, ExpressionPtr>>;

/// The place in an expression that is being parsed: its key, the type that is expected there, the variables
/// it may use, and where errors are collected. Functions that return an ExpressionPtr return null after an
/// error.
class ParsingContext {
public:
    /// For a whole expression. `operators` and `errors` must outlive the context.
    ParsingContext(const OperatorTable& operators, std::optional<Type> expected,
                   std::vector<ParsingError>& errors);

    /// Parses what stands at this place, checks its type, and folds what is constant.
    [[nodiscard]] ExpressionPtr parse(const Json& json, Annotation annotation = Annotation::Automatic);
    /// Parses what stands at `index` of this place.
    [[nodiscard]] ExpressionPtr parse_child(const Json& json, std::size_t index,
                                            std::optional<Type> expected = std::nullopt,
                                            Annotation annotation = Annotation::Automatic);
    /// The same for what may use `bindings` as variables; expects what is expected here.
    [[nodiscard]] ExpressionPtr parse_within(const Bindings& bindings, const Json& json, std::size_t index);

    /// This place with a list of errors of its own, for an attempt that may fail.
    [[nodiscard]] ParsingContext attempt(std::vector<ParsingError>& errors) const;
    [[nodiscard]] ParsingContext at(std::size_t index) const;

    /// `return context.error("Expected {} arguments.", n);`
    template <class... Args>
    std::nullptr_t error(fmt::format_string<Args...> format, Args&&... args) {
        return add_error(fmt::format(format, std::forward<Args>(args)...));
    }
    std::nullptr_t add_error(std::string message);
    /// False, and an error, unless every value of `found` is one of `expected`.
    [[nodiscard]] bool check_subtype(const Type& expected, const Type& found);

    [[nodiscard]] const std::string& key() const noexcept { return key_; }
    /// None when anything goes.
    [[nodiscard]] const std::optional<Type>& expected() const noexcept { return expected_; }
    /// The expected type where it says something: not when it is none or `value`.
    [[nodiscard]] std::optional<Type> definite_expected() const;
    [[nodiscard]] ExpressionPtr variable(std::string_view name) const;  // null when it is not bound
    [[nodiscard]] std::vector<ParsingError>& errors() noexcept { return *errors_; }

private:
    struct Scope {
        const Scope* outer{};
        const Bindings* bindings{};
    };
    /// Overloads are tried one after the other, so the work could double with every level of a hostile text.
    static constexpr int kMaxNodes = 500'000;
    static constexpr double kMaxCost = 1e6;

    [[nodiscard]] ExpressionPtr parse_array(const Json& json, Annotation annotation);
    [[nodiscard]] ExpressionPtr with_expected_type(ExpressionPtr parsed, Annotation annotation);
    [[nodiscard]] ExpressionPtr folded(ExpressionPtr parsed);

    const OperatorTable* operators_;
    std::string key_;
    std::optional<Type> expected_;
    std::vector<ParsingError>* errors_;
    const Scope* scope_{};
    std::shared_ptr<int> nodes_left_;  // shared by all places of one expression
};

/// What JavaScript's typeof says of JSON: null and arrays are "object".
[[nodiscard]] std::string_view json_type_name(const Json& json);

/// Whether `json` is nested more than `levels` deep.
[[nodiscard]] bool is_nested_deeper(const Json& json, int levels);

}  // namespace jinsha::style
