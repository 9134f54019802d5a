#include "style/expression/operator_table.hpp"
#include "style/operators/easing.hpp"
#include "style/operators/families.hpp"
#include "style/operators/mixing.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <optional>

namespace jinsha::style {

namespace {

/// Children: the input, then an output for each stop. Stops rise strictly.
class Ramp : public Expression {
public:
    Ramp(Traits traits, std::vector<double> stops)
        : Expression{std::move(traits)}, stops_{std::move(stops)} {}

protected:
    [[nodiscard]] const std::vector<double>& stops() const noexcept { return stops_; }
    [[nodiscard]] const Expression& output(std::size_t stop) const noexcept { return child(stop + 1); }
    /// The last stop that is not above `input`; the first one when all are.
    [[nodiscard]] std::size_t stop_at(double input) const {
        const auto above = std::ranges::upper_bound(stops_, input);
        return above == stops_.begin() ? 0 : static_cast<std::size_t>(above - stops_.begin()) - 1;
    }

private:
    std::vector<double> stops_;
};

class Step final : public Ramp {
public:
    using Ramp::Ramp;

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        if (stops().size() == 1) return output(0).evaluate(in);
        Evaluated input = child(0).evaluate(in);
        if (!input) return input;
        return output(stop_at(*input->number())).evaluate(in);
    }
};

class Interpolate final : public Ramp {
public:
    Interpolate(Traits traits, std::vector<double> stops, Easing easing, ColorSpace space)
        : Ramp{std::move(traits), std::move(stops)}, easing_{easing}, space_{space} {}

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        if (stops().size() == 1) return output(0).evaluate(in);
        Evaluated input_value = child(0).evaluate(in);
        if (!input_value) return input_value;
        const double input = *input_value->number();
        const std::size_t lower = stop_at(input);
        if (input <= stops().front() || lower + 1 == stops().size()) return output(lower).evaluate(in);
        Evaluated from_storage, to_storage;
        const Value* from = evaluate_into(from_storage, output(lower), in);
        if (!from) return from_storage;
        const Value* to = evaluate_into(to_storage, output(lower + 1), in);
        if (!to) return to_storage;
        auto mixed = mix(*from, *to, progress(easing_, input, stops()[lower], stops()[lower + 1]), space_);
        if (!mixed) return error(in, "{}", mixed.error());
        return std::move(*mixed);
    }

private:
    Easing easing_;
    ColorSpace space_;
};

/// Reads the pairs of stop and output of a ramp, whose input is parsed already.
struct Stops {
    std::optional<Type> type;  // that of the outputs, as far as it is known
    std::vector<ExpressionPtr> children;
    std::vector<double> inputs;

    // False after an error.
    [[nodiscard]] bool add(double input, const Json& output, std::size_t index, ParsingContext& context) {
        ExpressionPtr parsed = context.parse_child(output, index, type);
        if (!parsed) return false;
        if (!type) type = parsed->type();
        inputs.push_back(input);
        children.push_back(std::move(parsed));
        return true;
    }

    // Pairs from args[first] on.
    [[nodiscard]] bool read(const Json& args, std::size_t first, std::string_view name,
                            ParsingContext& context) {
        for (std::size_t i = first; i + 1 < args.size(); i += 2) {
            if (!args[i].is_number()) {
                context.at(i).error(
                    "Input/output pairs for \"{}\" expressions must be defined using literal numeric "
                    "values (not computed expressions) for the input values.",
                    name);
                return false;
            }
            const double input = args[i].get<double>();
            if (!inputs.empty() && inputs.back() >= input) {
                context.at(i).error(
                    "Input/output pairs for \"{}\" expressions must be arranged with input values in "
                    "strictly ascending order.",
                    name);
                return false;
            }
            if (!add(input, args[i + 1], i + 1, context)) return false;
        }
        return true;
    }
};

// Null after an error.
std::nullptr_t wrong_count(const Json& args, ParsingContext& context) {
    if (args.size() < 5) {
        return context.error("Expected at least 4 arguments, but found only {}.", args.size() - 1);
    }
    return context.error("Expected an even number of arguments.");
}

bool has_right_count(const Json& args) {
    return args.size() >= 5 && args.size() % 2 == 1;
}

ExpressionPtr parse_step(const Json& args, ParsingContext& context) {
    if (!has_right_count(args)) return wrong_count(args, context);
    ExpressionPtr input = context.parse_child(args[1], 1, Type{Kind::Number});
    if (!input) return nullptr;
    Stops stops{context.definite_expected(), {std::move(input)}, {}};
    if (!stops.add(-std::numeric_limits<double>::infinity(), args[2], 2, context)) return nullptr;
    if (!stops.read(args, 3, "step", context)) return nullptr;
    return std::make_shared<const Step>(
        Expression::Traits{*stops.type, context.key(), std::move(stops.children), Needs{}, Role::Step},
        std::move(stops.inputs));
}

std::optional<Easing> read_bezier(const Json& curve, ParsingContext& place) {
    BezierEasing easing;
    bool is_fine = curve.size() == 5;
    for (std::size_t i = 0; is_fine && i < 4; ++i) {
        is_fine = curve[i + 1].is_number();
        if (is_fine) easing.control[i] = curve[i + 1].get<double>();
        is_fine = is_fine && easing.control[i] >= 0 && easing.control[i] <= 1;
    }
    if (is_fine) return easing;
    place.error("Cubic bezier interpolation requires four numeric arguments with values between 0 and 1.");
    return std::nullopt;
}

// None after an error.
std::optional<Easing> read_easing(const Json& curve, ParsingContext place) {
    if (!curve.is_array() || curve.empty()) {
        place.error("Expected an interpolation type expression.");
        return std::nullopt;
    }
    if (curve[0] == "linear") return ExponentialEasing{1};
    if (curve[0] == "cubic-bezier") return read_bezier(curve, place);
    if (curve[0] != "exponential") {
        place.at(0).error("Unknown interpolation type {}",
                          curve[0].is_string() ? curve[0].get<std::string>() : curve[0].dump());
        return std::nullopt;
    }
    if (curve.size() < 2 || !curve[1].is_number()) {
        place.at(1).error("Exponential interpolation requires a numeric base.");
        return std::nullopt;
    }
    return ExponentialEasing{curve[1].get<double>()};
}

std::optional<Type> expected_output(ColorSpace space, const ParsingContext& context) {
    const bool expects_colors = context.expected() && context.expected()->kind == Kind::ColorArray;
    if (space != ColorSpace::Rgb && !expects_colors) return Type{Kind::Color};
    return context.definite_expected();
}

template <ColorSpace kSpace>
ExpressionPtr parse_interpolate(const Json& args, ParsingContext& context) {
    const auto easing = read_easing(args.size() > 1 ? args[1] : Json{}, context.at(1));
    if (!easing) return nullptr;
    if (!has_right_count(args)) return wrong_count(args, context);
    ExpressionPtr input = context.parse_child(args[2], 2, Type{Kind::Number});
    if (!input) return nullptr;
    Stops stops{expected_output(kSpace, context), {std::move(input)}, {}};
    if (!stops.read(args, 3, "interpolate", context)) return nullptr;
    if (!is_interpolatable(*stops.type)) {
        return context.error("Type {} is not interpolatable.", to_string(*stops.type));
    }
    return std::make_shared<const Interpolate>(
        Expression::Traits{*stops.type, context.key(), std::move(stops.children), Needs{}, Role::Interpolate},
        std::move(stops.inputs), *easing, kSpace);
}

}  // namespace

void add_ramps(OperatorTable& table) {
    table.add("step", parse_step);
    table.add("interpolate", parse_interpolate<ColorSpace::Rgb>);
    table.add("interpolate-hcl", parse_interpolate<ColorSpace::Hcl>);
    table.add("interpolate-lab", parse_interpolate<ColorSpace::Lab>);
}

}  // namespace jinsha::style
