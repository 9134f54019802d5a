#include "style/expression/operator_table.hpp"
#include "style/operators/families.hpp"
#include "style/operators/match.hpp"
#include "style/style_value.hpp"

#include <nlohmann/json.hpp>

namespace jinsha::style {

namespace {

/// Children: test, output, test, output, …, the output when no test holds.
class Case final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        for (std::size_t i = 0; i + 1 < child_count(); i += 2) {
            Evaluated test = child(i).evaluate(in);
            if (!test) return test;
            if (is_truthy(*test)) return child(i + 1).evaluate(in);
        }
        return child(child_count() - 1).evaluate(in);
    }
};

ExpressionPtr parse_case(const Json& args, ParsingContext& context) {
    if (args.size() < 4) {
        return context.error("Expected at least 3 arguments, but found only {}.", args.size() - 1);
    }
    if (args.size() % 2 != 0) return context.error("Expected an odd number of arguments.");
    std::optional<Type> type = context.definite_expected();
    std::vector<ExpressionPtr> children;
    for (std::size_t i = 1; i < args.size(); ++i) {
        const bool is_test = i % 2 == 1 && i + 1 < args.size();
        ExpressionPtr child = context.parse_child(args[i], i, is_test ? Type{Kind::Boolean} : type);
        if (!child) return nullptr;
        if (!is_test && !type) type = child->type();
        children.push_back(std::move(child));
    }
    return std::make_shared<const Case>(Expression::Traits{*type, context.key(), std::move(children)});
}

/// The first child that is not null. An image that the style lacks counts as null, unless all are lacking:
/// then it is the first.
class Coalesce final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        Value missing_image;
        for (const ExpressionPtr& child : children()) {
            Evaluated value = child->evaluate(in);
            if (!value) return value;
            const auto* image = style_value_as<ResolvedImage>(*value);
            if (image && !image->is_available) {
                if (missing_image.is_null()) missing_image = std::move(*value);
            } else if (!value->is_null()) {
                return value;
            }
        }
        return missing_image;
    }
};

ExpressionPtr parse_coalesce(const Json& args, ParsingContext& context) {
    if (args.size() < 2) return context.error("Expected at least one argument.");
    std::optional<Type> type = context.definite_expected();
    std::vector<ExpressionPtr> children;
    bool all_are_expected = true;
    for (std::size_t i = 1; i < args.size(); ++i) {
        // An assertion here would fail for the very null that should be passed over; it goes around the
        // whole.
        ExpressionPtr child = context.parse_child(args[i], i, type, Annotation::Omit);
        if (!child) return nullptr;
        if (!type) type = child->type();
        all_are_expected =
            all_are_expected && (!context.expected() || is_subtype(child->type(), *context.expected()));
        children.push_back(std::move(child));
    }
    return std::make_shared<const Coalesce>(Expression::Traits{all_are_expected ? *type : Type{Kind::Value},
                                                               context.key(), std::move(children), Needs{},
                                                               Role::Coalesce});
}

}  // namespace

void add_decisions(OperatorTable& table) {
    table.add("case", parse_case);
    table.add("coalesce", parse_coalesce);
    table.add("match", parse_match);
}

}  // namespace jinsha::style
