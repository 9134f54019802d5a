#include "style/operators/coercion.hpp"

#include "style/color_text.hpp"
#include "style/expression/operator_table.hpp"
#include "style/operators/conversion.hpp"
#include "style/operators/families.hpp"
#include "style/value_text.hpp"

#include <nlohmann/json.hpp>

namespace jinsha::style {

namespace {

// How a value is told in an error: a text as it is, else as JSON.
std::string shown(const Value& value) {
    return value.text() ? *value.text() : json_text(value);
}

/// A color from an array of three or four numbers, or why it is none.
tl::expected<Color, std::string> color_from_array(const Array& parts) {
    if (parts.size() < 3 || parts.size() > 4) {
        return tl::make_unexpected(fmt::format(
            "Invalid rgba value {}: expected an array containing either three or four numeric values.",
            json_text(make_array(parts))));
    }
    if (auto fault = rgba_fault(parts)) return tl::make_unexpected(std::move(*fault));
    return Color{*parts[0].number() / 255, *parts[1].number() / 255, *parts[2].number() / 255,
                 parts.size() > 3 ? *parts[3].number() : 1};
}

class ToColor final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        std::string fault;
        for (const ExpressionPtr& input : children()) {
            Evaluated value = input->evaluate(in);
            if (!value || value->color()) return value;
            fault.clear();
            if (const std::string* text = value->text()) {
                if (const auto color = parse_color(*text)) return Value{*color};
            } else if (const Array* parts = value->array()) {
                auto color = color_from_array(*parts);
                if (color) return Value{*color};
                fault = std::move(color.error());
            }
            if (fault.empty() && in.wants_reasons) {
                fault = fmt::format("Could not parse color from value '{}'", shown(*value));
            }
        }
        return error(in, "{}", fault);
    }
};

class ToNumber final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        Evaluated value;
        for (const ExpressionPtr& input : children()) {
            value = input->evaluate(in);
            if (!value) return value;
            if (const auto number = to_number(*value)) return Value{*number};
        }
        return error(in, "Could not convert {} to number.", json_text(*value));
    }
};

/// Coercions of one input that cannot fail.
template <Value (*kConvert)(const Value&)>
class Conversion final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        Evaluated storage;
        const Value* value = evaluate_into(storage, child(0), in);
        if (!value) return storage;
        return kConvert(*value);
    }
};

Value text_of(const Value& value) {
    return {to_text(value)};
}
Value truth_of(const Value& value) {
    return {is_truthy(value)};
}
Value formatted_of(const Value& value) {
    if (style_value_as<Formatted>(value)) return value;
    return make_style_value({Formatted{{FormattedSection{.text = to_text(value)}}}});
}

class ToImage final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        Evaluated value = child(0).evaluate(in);
        if (!value || style_value_as<ResolvedImage>(*value)) return value;
        std::string name = to_text(*value);
        if (name.empty()) return Value{};
        return make_style_value({ResolvedImage{std::move(name), !in.available_images}});
    }
};

/// Coercions to what only properties can be.
template <auto kRead>
class ToStyleValue final : public Expression {
public:
    using Expression::Expression;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        Evaluated value;
        for (const ExpressionPtr& input : children()) {
            value = input->evaluate(in);
            if (!value) return value;
            if (auto read = kRead(*value)) return make_style_value({std::move(*read)});
        }
        return error(in, "Could not parse {} from value '{}'", to_string(type()), shown(*value));
    }
};

template <Kind kKind>
ExpressionPtr parse_with_fallbacks(const Json& args, ParsingContext& context) {
    if (args.size() < 2) return context.error("Expected at least one argument.");
    std::vector<ExpressionPtr> inputs;
    for (std::size_t i = 1; i < args.size(); ++i) {
        ExpressionPtr input = context.parse_child(args[i], i, Type{Kind::Value});
        if (!input) return nullptr;
        inputs.push_back(std::move(input));
    }
    return make_coercion(Type{kKind}, context.key(), std::move(inputs));
}

template <Kind kKind>
ExpressionPtr parse_single(const Json& args, ParsingContext& context) {
    if (args.size() > 2) return context.error("Expected one argument.");
    return parse_with_fallbacks<kKind>(args, context);
}

}  // namespace

ExpressionPtr make_coercion(Type type, std::string key, std::vector<ExpressionPtr> inputs) {
    const Kind kind = type.kind;
    Expression::Traits traits{std::move(type), std::move(key), std::move(inputs)};
    switch (kind) {
        case Kind::Boolean:
            return std::make_shared<const Conversion<truth_of>>(std::move(traits));
        case Kind::Color:
            return std::make_shared<const ToColor>(std::move(traits));
        case Kind::Number:
            return std::make_shared<const ToNumber>(std::move(traits));
        case Kind::Formatted:
            return std::make_shared<const Conversion<formatted_of>>(std::move(traits));
        case Kind::ResolvedImage:
            // Which images there are is known only when a picture is drawn.
            traits.needs = {Needs::Surroundings};
            return std::make_shared<const ToImage>(std::move(traits));
        case Kind::Padding:
            return std::make_shared<const ToStyleValue<to_padding>>(std::move(traits));
        case Kind::NumberArray:
            return std::make_shared<const ToStyleValue<to_number_array>>(std::move(traits));
        case Kind::ColorArray:
            return std::make_shared<const ToStyleValue<to_color_array>>(std::move(traits));
        case Kind::VariableAnchorOffsets:
            return std::make_shared<const ToStyleValue<to_anchor_offsets>>(std::move(traits));
        case Kind::ProjectionDefinition:
            return std::make_shared<const ToStyleValue<to_projection>>(std::move(traits));
        default:
            return std::make_shared<const Conversion<text_of>>(std::move(traits));
    }
}

void add_coercions(OperatorTable& table) {
    table.add("to-boolean", parse_single<Kind::Boolean>);
    table.add("to-string", parse_single<Kind::String>);
    table.add("to-number", parse_with_fallbacks<Kind::Number>);
    table.add("to-color", parse_with_fallbacks<Kind::Color>);
}

}  // namespace jinsha::style
