#include "style/expression/operator_table.hpp"
#include "style/operators/assertion.hpp"
#include "style/operators/borrowed_text.hpp"
#include "style/operators/collation.hpp"
#include "style/operators/families.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <string_view>

namespace jinsha::style {

namespace {

struct Equal {
    static constexpr std::string_view kName{"=="};
    static constexpr bool kOrders = false;
    static bool of_values(const Value& a, const Value& b) { return strictly_equal(a, b); }
    static bool of_order(int order) { return order == 0; }
};
struct NotEqual {
    static constexpr std::string_view kName{"!="};
    static constexpr bool kOrders = false;
    static bool of_values(const Value& a, const Value& b) { return !strictly_equal(a, b); }
    static bool of_order(int order) { return order != 0; }
};

// Both are texts or both are numbers, which parsing or evaluation has made sure of.
template <class Compare>
bool ordered(const Value& a, const Value& b) {
    if (a.number() && b.number()) return Compare{}(*a.number(), *b.number());
    return a.text() && b.text() && Compare{}(*a.text(), *b.text());
}

struct Less {
    static constexpr std::string_view kName{"<"};
    static constexpr bool kOrders = true;
    static bool of_values(const Value& a, const Value& b) { return ordered<std::less<>>(a, b); }
    static bool of_order(int order) { return order < 0; }
};
struct LessOrEqual {
    static constexpr std::string_view kName{"<="};
    static constexpr bool kOrders = true;
    static bool of_values(const Value& a, const Value& b) { return ordered<std::less_equal<>>(a, b); }
    static bool of_order(int order) { return order <= 0; }
};
struct Greater {
    static constexpr std::string_view kName{">"};
    static constexpr bool kOrders = true;
    static bool of_values(const Value& a, const Value& b) { return ordered<std::greater<>>(a, b); }
    static bool of_order(int order) { return order > 0; }
};
struct GreaterOrEqual {
    static constexpr std::string_view kName{">="};
    static constexpr bool kOrders = true;
    static bool of_values(const Value& a, const Value& b) { return ordered<std::greater_equal<>>(a, b); }
    static bool of_order(int order) { return order >= 0; }
};

/// Children: left, right, and the collator when there is one.
template <class Op>
class Comparison final : public Expression {
public:
    explicit Comparison(Traits traits)
        : Expression{std::move(traits)},
          has_untyped_{child(0).type().kind == Kind::Value || child(1).type().kind == Kind::Value} {}

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        if constexpr (!Op::kOrders) {
            if (const auto equal = text_equality(in)) return Value{Op::of_order(*equal ? 0 : 1)};
        }
        Evaluated left_storage, right_storage;
        const Value* left = evaluate_into(left_storage, child(0), in);
        if (!left) return left_storage;
        const Value* right = evaluate_into(right_storage, child(1), in);
        if (!right) return right_storage;
        const bool are_texts = left->text() && right->text();
        if (Op::kOrders && has_untyped_ && !are_texts && !(left->number() && right->number())) {
            return error(
                in,
                "Expected arguments for \"{}\" to be (string, string) or (number, number), but found ({}, "
                "{}) instead.",
                Op::kName, to_string({kind_of(*left)}), to_string({kind_of(*right)}));
        }
        if (child_count() < 3 || !are_texts) return Value{Op::of_values(*left, *right)};
        Evaluated collator = child(2).evaluate(in);
        if (!collator) return collator;
        return Value{
            Op::of_order(compare(*left->text(), *right->text(), *style_value_as<Collator>(*collator)))};
    }

private:
    // A text property against a literal, by far the most common comparison, without a copy of the property.
    [[nodiscard]] std::optional<bool> text_equality(const EvaluationInput& in) const {
        if (child_count() > 2) return std::nullopt;
        const Value* literal = child(1).literal();
        if (!literal || !literal->text()) return std::nullopt;
        const auto text = borrowed_text(child(0), in);
        if (!text) return std::nullopt;
        return *text == *literal->text();
    }

    bool has_untyped_;
};

bool is_comparable(bool orders, Kind kind) {
    switch (kind) {
        case Kind::String:
        case Kind::Number:
        case Kind::Value:
            return true;
        case Kind::Boolean:
        case Kind::Null:
            return !orders;
        default:
            return false;
    }
}

template <class Op>
ExpressionPtr parse_side(const Json& args, std::size_t index, ParsingContext& context) {
    ExpressionPtr side = context.parse_child(args[index], index, Type{Kind::Value});
    if (side && !is_comparable(Op::kOrders, side->type().kind)) {
        return context.at(index).error("\"{}\" comparisons are not supported for type '{}'.", Op::kName,
                                       to_string(side->type()));
    }
    return side;
}

template <class Op>
ExpressionPtr parse_comparison(const Json& args, ParsingContext& context) {
    if (args.size() != 3 && args.size() != 4) return context.error("Expected two or three arguments.");
    ExpressionPtr left = parse_side<Op>(args, 1, context);
    if (!left) return nullptr;
    ExpressionPtr right = parse_side<Op>(args, 2, context);
    if (!right) return nullptr;
    const Type left_type = left->type(), right_type = right->type();
    const bool left_is_untyped = left_type.kind == Kind::Value,
               right_is_untyped = right_type.kind == Kind::Value;
    if (left_type.kind != right_type.kind && !left_is_untyped && !right_is_untyped) {
        return context.error("Cannot compare types '{}' and '{}'.", to_string(left_type),
                             to_string(right_type));
    }
    if (Op::kOrders && left_is_untyped && !right_is_untyped) {
        left = make_assertion(right_type, context.key(), {std::move(left)});
    } else if (Op::kOrders && right_is_untyped && !left_is_untyped) {
        right = make_assertion(left_type, context.key(), {std::move(right)});
    }
    Expression::Traits traits{Type{Kind::Boolean}, context.key(), {std::move(left), std::move(right)}};
    if (args.size() == 4) {
        const auto may_be_text = [](Kind kind) { return kind == Kind::String || kind == Kind::Value; };
        if (!may_be_text(left_type.kind) && !may_be_text(right_type.kind)) {
            return context.error("Cannot use collator to compare non-string types.");
        }
        ExpressionPtr collator = context.parse_child(args[3], 3, Type{Kind::Collator});
        if (!collator) return nullptr;
        traits.children.push_back(std::move(collator));
    }
    return std::make_shared<const Comparison<Op>>(std::move(traits));
}

}  // namespace

void add_comparisons(OperatorTable& table) {
    table.add("==", parse_comparison<Equal>);
    table.add("!=", parse_comparison<NotEqual>);
    table.add("<", parse_comparison<Less>);
    table.add("<=", parse_comparison<LessOrEqual>);
    table.add(">", parse_comparison<Greater>);
    table.add(">=", parse_comparison<GreaterOrEqual>);
}

}  // namespace jinsha::style
