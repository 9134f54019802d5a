#include "style/expression/operator_table.hpp"
#include "style/operators/families.hpp"
#include "style/operators/number_format.hpp"
#include "style/style_value.hpp"
#include "style/value_text.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>

namespace jinsha::style {

namespace {

/// The children of an expression that come from an object of options: which option, if given, is which child.
template <std::size_t kCount>
using OptionPlaces = std::array<std::optional<std::size_t>, kCount>;

struct Option {
    const char* name;
    Kind kind;
};

// Parses the options that are given and appends them to `children`; false after an error. Errors are told at
// the place of the first argument, as the specification's own parser does.
template <std::size_t kCount>
bool parse_options(const Json& json, const std::array<Option, kCount>& options, ParsingContext& context,
                   std::vector<ExpressionPtr>& children, OptionPlaces<kCount>& places) {
    for (std::size_t i = 0; i < kCount; ++i) {
        const auto found = json.find(options[i].name);
        if (found == json.end() || found->is_null()) continue;
        ExpressionPtr option = context.parse_child(*found, 1, Type{options[i].kind});
        if (!option) return false;
        places[i] = children.size();
        children.push_back(std::move(option));
    }
    return true;
}

constexpr std::array<Option, 3> kCollatorOptions{
    {{"case-sensitive", Kind::Boolean}, {"diacritic-sensitive", Kind::Boolean}, {"locale", Kind::String}}};

class CollatorOf final : public Expression {
public:
    CollatorOf(Traits traits, OptionPlaces<3> places) : Expression{std::move(traits)}, places_{places} {}

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        std::array<Value, 3> values;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!places_[i]) continue;
            Evaluated value = child(*places_[i]).evaluate(in);
            if (!value) return value;
            values[i] = std::move(*value);
        }
        return make_style_value({Collator{is_truthy(values[0]), is_truthy(values[1]), to_text(values[2])}});
    }

private:
    OptionPlaces<3> places_;
};

ExpressionPtr parse_collator(const Json& args, ParsingContext& context) {
    if (args.size() != 2) return context.error("Expected one argument.");
    if (!args[1].is_object()) return context.error("Collator options argument must be an object.");
    Expression::Traits traits{Type{Kind::Collator}, context.key(), {}, Needs{Needs::Folding}};
    OptionPlaces<3> places;
    if (!parse_options(args[1], kCollatorOptions, context, traits.children, places)) return nullptr;
    return std::make_shared<const CollatorOf>(std::move(traits), places);
}

Evaluated resolved_locale(const Expression& self, const EvaluationInput& in) {
    Evaluated value = self.child(0).evaluate(in);
    if (!value) return value;
    const auto* collator = style_value_as<Collator>(*value);
    return Value{collator && !collator->locale.empty() ? collator->locale : std::string{"en"}};
}

constexpr std::array<Option, 5> kNumberOptions{{{"locale", Kind::String},
                                                {"currency", Kind::String},
                                                {"unit", Kind::String},
                                                {"min-fraction-digits", Kind::Number},
                                                {"max-fraction-digits", Kind::Number}}};

class NumberFormat final : public Expression {
public:
    NumberFormat(Traits traits, OptionPlaces<5> places) : Expression{std::move(traits)}, places_{places} {}

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        Evaluated number = child(0).evaluate(in);
        if (!number) return number;
        std::array<Value, 5> values;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!places_[i]) continue;
            Evaluated value = child(*places_[i]).evaluate(in);
            if (!value) return value;
            values[i] = std::move(*value);
        }
        const NumberStyle style{.locale = to_text(values[0]),
                                .currency = to_text(values[1]),
                                .unit = to_text(values[2]),
                                .min_fraction_digits = digits(values[3]),
                                .max_fraction_digits = digits(values[4])};
        return Value{formatted_number(*number->number(), style)};
    }

private:
    static std::optional<int> digits(const Value& value) {
        const double* number = value.number();
        if (!number || !(*number >= 0 && *number <= 100)) return std::nullopt;
        return static_cast<int>(*number);
    }

    OptionPlaces<5> places_;
};

ExpressionPtr parse_number_format(const Json& args, ParsingContext& context) {
    if (args.size() != 3) return context.error("Expected two arguments.");
    ExpressionPtr number = context.parse_child(args[1], 1, Type{Kind::Number});
    if (!number) return nullptr;
    if (!args[2].is_object()) return context.error("NumberFormat options argument must be an object.");
    Expression::Traits traits{Type{Kind::String}, context.key(), {std::move(number)}};
    OptionPlaces<5> places;
    if (!parse_options(args[2], kNumberOptions, context, traits.children, places)) return nullptr;
    if (places[1] && places[2]) {
        return context.error("NumberFormat options `currency` and `unit` are mutually exclusive");
    }
    return std::make_shared<const NumberFormat>(std::move(traits), places);
}

}  // namespace

void add_locale_operators(OperatorTable& table) {
    table.add("collator", parse_collator);
    table.add("resolved-locale", Function{Type{Kind::String}, {{{Type{Kind::Collator}}, resolved_locale}}});
    table.add("number-format", parse_number_format);
}

}  // namespace jinsha::style
