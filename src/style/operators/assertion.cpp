#include "style/operators/assertion.hpp"

#include "style/expression/operator_table.hpp"
#include "style/operators/families.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <optional>

namespace jinsha::style {

namespace {

class Assertion final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        for (std::size_t i = 0; i + 1 < child_count(); ++i) {
            Evaluated value = child(i).evaluate(in);
            if (!value || has_type(*value, type())) return value;
        }
        Evaluated value = child(child_count() - 1).evaluate(in);
        if (!value || has_type(*value, type())) return value;
        return error(in, "Expected value to be of type {}, but found {} instead.", to_string(type()),
                     to_string(type_of(*value)));
    }
};

// Parses args[first] and all after it.
ExpressionPtr parse_inputs(Type type, const Json& args, std::size_t first, ParsingContext& context) {
    std::vector<ExpressionPtr> inputs;
    for (std::size_t i = first; i < args.size(); ++i) {
        ExpressionPtr input = context.parse_child(args[i], i, Type{Kind::Value});
        if (!input) return nullptr;
        inputs.push_back(std::move(input));
    }
    return make_assertion(std::move(type), context.key(), std::move(inputs));
}

template <Kind kKind>
ExpressionPtr parse_simple(const Json& args, ParsingContext& context) {
    if (args.size() < 2) return context.error("Expected at least one argument.");
    return parse_inputs(Type{kKind}, args, 1, context);
}

std::optional<Type> item_type_named(const Json& name) {
    if (name == "string") return Type{Kind::String};
    if (name == "number") return Type{Kind::Number};
    if (name == "boolean") return Type{Kind::Boolean};
    return std::nullopt;
}

bool is_length(const Json& json) {
    return json.is_number() && json.get<double>() >= 0 && json.get<double>() <= 1e15 &&
           std::floor(json.get<double>()) == json.get<double>();
}

// ["array", value], ["array", item type, value], ["array", item type, length, value, fallback…]
ExpressionPtr parse_array_assertion(const Json& args, ParsingContext& context) {
    if (args.size() < 2) return context.error("Expected at least one argument.");
    if (args.size() == 2) return parse_inputs(array_type(), args, 1, context);
    const auto item = item_type_named(args[1]);
    if (!item) {
        return context.at(1).error(
            "The item type argument of \"array\" must be one of string, number, boolean");
    }
    if (args.size() == 3) return parse_inputs(array_type(*item), args, 2, context);
    std::optional<std::size_t> length;
    if (!args[2].is_null()) {
        if (!is_length(args[2])) {
            return context.at(2).error("The length argument to \"array\" must be a positive integer literal");
        }
        length = static_cast<std::size_t>(args[2].get<double>());
    }
    return parse_inputs(array_type(*item, length), args, 3, context);
}

}  // namespace

ExpressionPtr make_assertion(Type type, std::string key, std::vector<ExpressionPtr> inputs) {
    return std::make_shared<const Assertion>(
        Expression::Traits{std::move(type), std::move(key), std::move(inputs)});
}

void add_assertions(OperatorTable& table) {
    table.add("string", parse_simple<Kind::String>);
    table.add("number", parse_simple<Kind::Number>);
    table.add("boolean", parse_simple<Kind::Boolean>);
    table.add("object", parse_simple<Kind::Dictionary>);
    table.add("array", parse_array_assertion);
}

}  // namespace jinsha::style
