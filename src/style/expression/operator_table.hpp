#pragma once

#include "style/expression/expression.hpp"
#include "style/expression/parsing_context.hpp"

#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace jinsha::style {

/// Reads `args` (the whole array, its name first) into a node; null after an error.
using ParseOperator = ExpressionPtr (*)(const Json& args, ParsingContext& context);

/// Computes a function's value from its children.
using EvaluateFunction = Evaluated (*)(const Expression& self, const EvaluationInput& in);

/// One list of parameters that a function takes.
struct Overload {
    std::vector<Type> parameters;  // one, for any number of them, when variadic
    EvaluateFunction evaluate{};
    bool is_variadic{};
    Needs needs{};
    Role role{Role::Plain};
};

/// A function: all arguments are expressions of fixed types, and it has one type of result.
struct Function {
    Type type;
    std::vector<Overload> overloads;
};

using Operator = std::variant<ParseOperator, Function>;

/// The operators of the expression language by name. Asked while parsing, never while evaluating.
class OperatorTable {
public:
    void add(std::string_view name, Operator op) { operators_.emplace(name, std::move(op)); }
    /// Null when there is no such operator.
    [[nodiscard]] const Operator* find(std::string_view name) const;

private:
    std::unordered_map<std::string_view, Operator> operators_;  // names are literals of the program
};

/// All operators that are known.
[[nodiscard]] const OperatorTable& operators();

/// Reads `args` as a call of `op`.
[[nodiscard]] ExpressionPtr parse_operator(const Operator& op, const Json& args, ParsingContext& context);

}  // namespace jinsha::style
