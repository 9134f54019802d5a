#include "style/expression/operator_table.hpp"
#include "style/operators/families.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace jinsha::style {

namespace {

/// Children: the bound expressions, then the result, which alone is evaluated; variables ask for what they
/// need.
class Let final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        return child(child_count() - 1).evaluate(in);
    }
};

/// Stands for an expression that a `let` around it has bound. That is no child: the tree stays a tree.
class Variable final : public Expression {
public:
    Variable(std::string key, ExpressionPtr bound)
        : Expression{{bound->type(), std::move(key), {}, bound->needs()}}, bound_{std::move(bound)} {
        add_cost(bound_->cost());
    }

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        return bound_->evaluate(in);
    }

private:
    ExpressionPtr bound_;
};

bool is_variable_name(const std::string& name) {
    return std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

ExpressionPtr parse_let(const Json& args, ParsingContext& context) {
    if (args.size() < 4)
        return context.error("Expected at least 3 arguments, but found {} instead.", args.size() - 1);
    Bindings bindings;
    std::vector<ExpressionPtr> children;
    for (std::size_t i = 1; i + 1 < args.size(); i += 2) {
        if (!args[i].is_string()) {
            return context.at(i).error("Expected string, but found {} instead.", json_type_name(args[i]));
        }
        auto name = args[i].get<std::string>();
        if (!is_variable_name(name)) {
            return context.at(i).error("Variable names must contain only alphanumeric characters or '_'.");
        }
        ExpressionPtr bound = context.parse_child(args[i + 1], i + 1);
        if (!bound) return nullptr;
        children.push_back(bound);
        bindings.emplace_back(std::move(name), std::move(bound));
    }
    ExpressionPtr result = context.parse_within(bindings, args.back(), args.size() - 1);
    if (!result) return nullptr;
    Type type = result->type();
    children.push_back(std::move(result));
    return std::make_shared<const Let>(
        Expression::Traits{std::move(type), context.key(), std::move(children), Needs{}, Role::Let});
}

ExpressionPtr parse_variable(const Json& args, ParsingContext& context) {
    if (args.size() != 2 || !args[1].is_string()) {
        return context.error("'var' expression requires exactly one string literal argument.");
    }
    const auto& name = args[1].get_ref<const std::string&>();
    ExpressionPtr bound = context.variable(name);
    if (!bound) {
        return context.at(1).error(
            "Unknown variable \"{0}\". Make sure \"{0}\" has been bound in an enclosing \"let\" "
            "expression before using it.",
            name);
    }
    return std::make_shared<const Variable>(context.key(), std::move(bound));
}

}  // namespace

void add_variables(OperatorTable& table) {
    table.add("let", parse_let);
    table.add("var", parse_variable);
}

}  // namespace jinsha::style
