#include "style/expression/function_call.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace jinsha::style {

namespace {

class FunctionCall final : public Expression {
public:
    FunctionCall(Traits traits, EvaluateFunction function)
        : Expression{std::move(traits)}, function_{function} {}

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        return function_(*this, in);
    }

private:
    EvaluateFunction function_;
};

bool takes(const Overload& overload, std::size_t argument_count) {
    return overload.is_variadic || overload.parameters.size() == argument_count;
}

std::optional<std::vector<ExpressionPtr>> parse_arguments(const Overload& overload, const Json& args,
                                                          ParsingContext& context) {
    std::vector<ExpressionPtr> parsed;
    parsed.reserve(args.size() - 1);
    for (std::size_t i = 1; i < args.size(); ++i) {
        const Type& expected = overload.parameters[overload.is_variadic ? 0 : i - 1];
        ExpressionPtr argument = context.parse_child(args[i], i, expected);
        if (!argument) return std::nullopt;
        parsed.push_back(std::move(argument));
    }
    return parsed;
}

std::string signature(const Overload& overload) {
    if (overload.is_variadic) return fmt::format("({}...)", to_string(overload.parameters[0]));
    std::string list;
    for (const Type& type : overload.parameters) list += (list.empty() ? "" : ", ") + to_string(type);
    return "(" + list + ")";
}

// Names what was expected and what was found. The arguments are parsed again without any expectation, so that
// their own types are told.
std::nullptr_t report_mismatch(const std::vector<const Overload*>& candidates, const Json& args,
                               ParsingContext& context) {
    std::string expected;
    for (const Overload* overload : candidates) {
        expected += (expected.empty() ? "" : " | ") + signature(*overload);
    }
    std::string found;
    for (std::size_t i = 1; i < args.size(); ++i) {
        const ExpressionPtr argument = context.parse_child(args[i], i);
        if (!argument) return nullptr;
        found += (i == 1 ? "" : ", ") + to_string(argument->type());
    }
    return context.error("Expected arguments of type {}, but found ({}) instead.", expected, found);
}

}  // namespace

ExpressionPtr parse_function_call(const Function& function, const Json& args, ParsingContext& context) {
    std::vector<const Overload*> candidates;
    for (const Overload& overload : function.overloads) {
        if (takes(overload, args.size() - 1)) candidates.push_back(&overload);
    }
    std::vector<ParsingError> errors;
    for (const Overload* overload : candidates) {
        errors.clear();
        ParsingContext attempt = context.attempt(errors);
        if (auto arguments = parse_arguments(*overload, args, attempt)) {
            return std::make_shared<const FunctionCall>(
                Expression::Traits{function.type, context.key(), std::move(*arguments), overload->needs,
                                   overload->role},
                overload->evaluate);
        }
    }
    if (candidates.size() == 1) {
        context.errors().insert(context.errors().end(), errors.begin(), errors.end());
        return nullptr;
    }
    if (candidates.empty()) {
        for (const Overload& overload : function.overloads) candidates.push_back(&overload);
    }
    return report_mismatch(candidates, args, context);
}

}  // namespace jinsha::style
