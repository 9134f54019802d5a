#include "style/expression/operator_table.hpp"
#include "style/operators/families.hpp"
#include "style/utf8.hpp"
#include "style/value_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace jinsha::style {

namespace {

bool is_needle(Kind kind) {
    return kind == Kind::Boolean || kind == Kind::String || kind == Kind::Number || kind == Kind::Null;
}

/// Children: index, array.
class At final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        Evaluated index_value = child(0).evaluate(in);
        if (!index_value) return index_value;
        Evaluated storage;
        const Value* array_value = evaluate_into(storage, child(1), in);
        if (!array_value) return storage;
        const Array& array = *array_value->array();
        const double index = *index_value->number();
        if (index < 0) return error(in, "Array index out of bounds: {} < 0.", number_text(index));
        if (index >= static_cast<double>(array.size())) {
            return error(in, "Array index out of bounds: {} > {}.", number_text(index),
                         number_text(static_cast<double>(array.size()) - 1));
        }
        if (index != std::floor(index)) {
            return error(in, "Array index must be an integer, but found {} instead.", number_text(index));
        }
        return array[static_cast<std::size_t>(index)];
    }
};

ExpressionPtr parse_at(const Json& args, ParsingContext& context) {
    if (args.size() != 3)
        return context.error("Expected 2 arguments, but found {} instead.", args.size() - 1);
    ExpressionPtr index = context.parse_child(args[1], 1, Type{Kind::Number});
    ExpressionPtr array = context.parse_child(args[2], 2, array_type(context.expected().value_or(Type{})));
    if (!index || !array) return nullptr;
    Type type = array->type().item_type();
    return std::make_shared<const At>(
        Expression::Traits{std::move(type), context.key(), {std::move(index), std::move(array)}});
}

/// Where `needle` first is in `haystack` at or after `from` (negative: counted from the end in an array);
/// none when it is not there. Positions in a text count code points.
std::optional<std::size_t> position_of(const Value& needle, const Value& haystack, double from) {
    if (const std::string* text = haystack.text()) {
        const std::size_t start = utf8::offset_of(*text, from > 0 ? static_cast<std::size_t>(from) : 0);
        const std::size_t found = text->find(needle.is_null() ? "null" : to_text(needle), start);
        if (found == std::string::npos) return std::nullopt;
        return utf8::length(std::string_view{*text}.substr(0, found));
    }
    const Array& items = *haystack.array();
    const auto size = static_cast<double>(items.size());
    const auto start = static_cast<std::ptrdiff_t>(std::clamp(from < 0 ? size + from : from, 0.0, size));
    const auto found = std::find_if(items.begin() + start, items.end(),
                                    [&](const Value& item) { return strictly_equal(item, needle); });
    if (found == items.end()) return std::nullopt;
    return static_cast<std::size_t>(found - items.begin());
}

/// Children: needle, haystack, and where to begin when it is given. `in` and `index-of`.
class Search : public Expression {
public:
    using Expression::Expression;

protected:
    [[nodiscard]] bool is_needle_fine(const Value& needle) const { return is_needle(kind_of(needle)); }
    [[nodiscard]] auto needle_error(const EvaluationInput& in, const Value& needle) const {
        return error(
            in,
            "Expected first argument to be of type boolean, string, number or null, but found {} instead.",
            to_string(type_of(needle)));
    }
    [[nodiscard]] auto haystack_error(const EvaluationInput& in, const Value& haystack) const {
        return error(in, "Expected second argument to be of type array or string, but found {} instead.",
                     to_string(type_of(haystack)));
    }
};

class In final : public Search {
public:
    using Search::Search;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        Evaluated needle_storage, haystack_storage;
        const Value* needle = evaluate_into(needle_storage, child(0), in);
        if (!needle) return needle_storage;
        const Value* haystack = evaluate_into(haystack_storage, child(1), in);
        if (!haystack) return haystack_storage;
        if (!is_truthy(*haystack)) return Value{false};
        if (!is_needle_fine(*needle)) return needle_error(in, *needle);
        if (!haystack->text() && !haystack->array()) return haystack_error(in, *haystack);
        return Value{position_of(*needle, *haystack, 0).has_value()};
    }
};

class IndexOf final : public Search {
public:
    using Search::Search;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        Evaluated needle_storage, haystack_storage;
        const Value* needle = evaluate_into(needle_storage, child(0), in);
        if (!needle) return needle_storage;
        const Value* haystack = evaluate_into(haystack_storage, child(1), in);
        if (!haystack) return haystack_storage;
        if (!is_needle_fine(*needle)) return needle_error(in, *needle);
        if (!haystack->text() && !haystack->array()) return haystack_error(in, *haystack);
        double from = 0;
        if (child_count() > 2) {
            Evaluated value = child(2).evaluate(in);
            if (!value) return value;
            from = std::trunc(*value->number());
        }
        const auto position = position_of(*needle, *haystack, from);
        return Value{position ? static_cast<double>(*position) : -1.0};
    }
};

// Parses needle and haystack; empty after an error.
std::vector<ExpressionPtr> parse_search(const Json& args, ParsingContext& context) {
    ExpressionPtr needle = context.parse_child(args[1], 1, Type{Kind::Value});
    ExpressionPtr haystack = context.parse_child(args[2], 2, Type{Kind::Value});
    if (!needle || !haystack) return {};
    if (needle->type().kind != Kind::Value && !is_needle(needle->type().kind)) {
        context.error(
            "Expected first argument to be of type boolean, string, number or null, but found {} instead",
            to_string(needle->type()));
        return {};
    }
    return {std::move(needle), std::move(haystack)};
}

ExpressionPtr parse_in(const Json& args, ParsingContext& context) {
    if (args.size() != 3)
        return context.error("Expected 2 arguments, but found {} instead.", args.size() - 1);
    auto children = parse_search(args, context);
    if (children.empty()) return nullptr;
    return std::make_shared<const In>(
        Expression::Traits{Type{Kind::Boolean}, context.key(), std::move(children)});
}

ExpressionPtr parse_index_of(const Json& args, ParsingContext& context) {
    if (args.size() < 3 || args.size() > 4) {
        return context.error("Expected 2 or 3 arguments, but found {} instead.", args.size() - 1);
    }
    auto children = parse_search(args, context);
    if (children.empty()) return nullptr;
    if (args.size() == 4) {
        children.push_back(context.parse_child(args[3], 3, Type{Kind::Number}));
        if (!children.back()) return nullptr;
    }
    return std::make_shared<const IndexOf>(
        Expression::Traits{Type{Kind::Number}, context.key(), std::move(children)});
}

/// Children: array or text, begin, and end when it is given. Negative indices count from the end.
class Slice final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        Evaluated value = child(0).evaluate(in);
        if (!value) return value;
        std::array<double, 2> bounds{0, std::numeric_limits<double>::infinity()};
        for (std::size_t i = 1; i < child_count(); ++i) {
            Evaluated bound = child(i).evaluate(in);
            if (!bound) return bound;
            bounds[i - 1] = std::trunc(*bound->number());
        }
        if (const std::string* text = value->text()) {
            const auto [begin, end] = range(bounds, utf8::length(*text));
            const std::size_t first = utf8::offset_of(*text, begin), last = utf8::offset_of(*text, end);
            return Value{text->substr(first, last - first)};
        }
        if (const Array* items = value->array()) {
            const auto [begin, end] = range(bounds, items->size());
            return make_array(Array(items->begin() + static_cast<std::ptrdiff_t>(begin),
                                    items->begin() + static_cast<std::ptrdiff_t>(end)));
        }
        return error(in, "Expected first argument to be of type array or string, but found {} instead.",
                     to_string(type_of(*value)));
    }

private:
    static std::pair<std::size_t, std::size_t> range(const std::array<double, 2>& bounds,
                                                     std::size_t length) {
        const auto size = static_cast<double>(length);
        const auto index = [size](double i) { return std::clamp(i < 0 ? size + i : i, 0.0, size); };
        const double begin = index(bounds[0]);
        return {static_cast<std::size_t>(begin), static_cast<std::size_t>(std::max(begin, index(bounds[1])))};
    }
};

ExpressionPtr parse_slice(const Json& args, ParsingContext& context) {
    if (args.size() < 3 || args.size() > 4) {
        return context.error("Expected 2 or 3 arguments, but found {} instead.", args.size() - 1);
    }
    ExpressionPtr input = context.parse_child(args[1], 1, Type{Kind::Value});
    ExpressionPtr begin = context.parse_child(args[2], 2, Type{Kind::Number});
    if (!input || !begin) return nullptr;
    Type type = input->type();
    if (type.kind != Kind::List && type.kind != Kind::String && type.kind != Kind::Value) {
        return context.error("Expected first argument to be of type array or string, but found {} instead",
                             to_string(type));
    }
    std::vector<ExpressionPtr> children{std::move(input), std::move(begin)};
    if (args.size() == 4) {
        children.push_back(context.parse_child(args[3], 3, Type{Kind::Number}));
        if (!children.back()) return nullptr;
    }
    return std::make_shared<const Slice>(
        Expression::Traits{std::move(type), context.key(), std::move(children)});
}

class Length final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        Evaluated value = child(0).evaluate(in);
        if (!value) return value;
        if (const std::string* text = value->text()) return Value{static_cast<double>(utf8::length(*text))};
        if (const Array* items = value->array()) return Value{static_cast<double>(items->size())};
        return error(in, "Expected value to be of type string or array, but found {} instead.",
                     to_string(type_of(*value)));
    }
};

ExpressionPtr parse_length(const Json& args, ParsingContext& context) {
    if (args.size() != 2) return context.error("Expected 1 argument, but found {} instead.", args.size() - 1);
    ExpressionPtr input = context.parse_child(args[1], 1);
    if (!input) return nullptr;
    const Kind kind = input->type().kind;
    if (kind != Kind::List && kind != Kind::String && kind != Kind::Value) {
        return context.error("Expected argument of type string or array, but found {} instead.",
                             to_string(input->type()));
    }
    return std::make_shared<const Length>(
        Expression::Traits{Type{Kind::Number}, context.key(), {std::move(input)}});
}

}  // namespace

void add_lookups(OperatorTable& table) {
    table.add("at", parse_at);
    table.add("in", parse_in);
    table.add("index-of", parse_index_of);
    table.add("slice", parse_slice);
    table.add("length", parse_length);
}

}  // namespace jinsha::style
