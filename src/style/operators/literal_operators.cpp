#include "style/operators/literal_operators.hpp"

#include "style/expression/literal.hpp"
#include "style/expression/operator_table.hpp"
#include "style/operators/families.hpp"
#include "style/value_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace jinsha::style {

namespace {

Type inferred_type(const Value& value, const std::optional<Type>& expected) {
    Type type = type_of(value);
    const bool is_empty_array = type.kind == Kind::List && type.length == std::size_t{0};
    if (is_empty_array && expected && expected->kind == Kind::List && expected->length.value_or(0) == 0) {
        return *expected;
    }
    return type;
}

ExpressionPtr parse_literal(const Json& args, ParsingContext& context) {
    if (args.size() != 2) {
        return context.error("'literal' expression requires exactly one argument, but found {} instead.",
                             args.size() - 1);
    }
    return parse_bare_literal(args[1], context);
}

/// How many values `value` holds, counted no further than to `most`.
std::size_t size_up_to(const Value& value, std::size_t most) {
    const Array* items = value.array();
    std::size_t size = 1;
    if (!items) return size;
    for (const Value& item : *items) {
        if (size >= most) break;
        size += size_up_to(item, most - size);
    }
    return size;
}

/// An array whose items are expressions.
class ArrayOfExpressions final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        Array items;
        items.reserve(child_count());
        for (const ExpressionPtr& item : children()) {
            Evaluated value = item->evaluate(in);
            if (!value) return value;
            items.push_back(std::move(*value));
        }
        Value array = make_array(std::move(items));
        // Arrays of arrays of variables could double with every level.
        if (size_up_to(array, kMaxSize) >= kMaxSize) {
            return error(in, "The array has more than {} items.", kMaxSize);
        }
        return array;
    }

private:
    static constexpr std::size_t kMaxSize = 100'000;
};

ExpressionPtr parse_semiliteral(const Json& args, ParsingContext& context) {
    if (args.size() != 2) {
        return context.error("'semiliteral' expression requires exactly one argument, but found {} instead.",
                             args.size() - 1);
    }
    if (!args[1].is_array()) return parse_bare_literal(args[1], context);
    const auto& expected = context.expected();
    const bool expects_items = expected && expected->kind == Kind::List && expected->item;
    std::vector<ExpressionPtr> items;
    ParsingContext place = context.at(1);
    for (std::size_t i = 0; i < args[1].size(); ++i) {
        ExpressionPtr item =
            place.parse_child(args[1][i], i, expects_items ? std::optional{*expected->item} : std::nullopt);
        if (!item) return nullptr;
        items.push_back(std::move(item));
    }
    if (items.empty()) return parse_bare_literal(args[1], context);
    const Type first = items.front()->type();
    const bool is_uniform = items.size() == 1 || (first.kind != Kind::List &&
                                                  std::ranges::all_of(items, [&](const ExpressionPtr& item) {
                                                      return item->type().kind == first.kind;
                                                  }));
    const Type type = array_type(is_uniform ? first : Type{}, items.size());
    return std::make_shared<const ArrayOfExpressions>(
        Expression::Traits{type, context.key(), std::move(items)});
}

}  // namespace

ExpressionPtr parse_bare_literal(const Json& json, const ParsingContext& context) {
    Value value = value_from_json(json);
    Type type = inferred_type(value, context.expected());
    return std::make_shared<const Literal>(std::move(type), context.key(), std::move(value));
}

void add_literal_operators(OperatorTable& table) {
    table.add("literal", parse_literal);
    table.add("semiliteral", parse_semiliteral);
}

}  // namespace jinsha::style
