#include "style/expression/operator_table.hpp"
#include "style/operators/families.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace jinsha::style {

namespace {

// The parser has seen to it that arguments are numbers; NaN stands for whatever is not.
double number_of(const Value& value) {
    const double* number = value.number();
    return number ? *number : std::numeric_limits<double>::quiet_NaN();
}

template <double (*kFunction)(double)>
Evaluated of_one(const Expression& self, const EvaluationInput& in) {
    Evaluated a = self.child(0).evaluate(in);
    if (!a) return a;
    return Value{kFunction(number_of(*a))};
}

template <double (*kFunction)(double, double)>
Evaluated of_two(const Expression& self, const EvaluationInput& in) {
    Evaluated a = self.child(0).evaluate(in);
    if (!a) return a;
    Evaluated b = self.child(1).evaluate(in);
    if (!b) return b;
    return Value{kFunction(number_of(*a), number_of(*b))};
}

/// Joins any number of arguments, beginning with `start`.
struct Fold {
    double start;
    double (*join)(double, double);
};
template <const Fold& kFold>
Evaluated of_many(const Expression& self, const EvaluationInput& in) {
    double result = kFold.start;
    for (const ExpressionPtr& child : self.children()) {
        Evaluated value = child->evaluate(in);
        if (!value) return value;
        result = kFold.join(result, number_of(*value));
    }
    return Value{result};
}

template <const double& kConstant>
Evaluated constant(const Expression& /*self*/, const EvaluationInput& /*in*/) {
    return Value{kConstant};
}

double add(double a, double b) {
    return a + b;
}
double subtract(double a, double b) {
    return a - b;
}
double multiply(double a, double b) {
    return a * b;
}
double divide(double a, double b) {
    return a / b;
}
double remainder_of(double a, double b) {
    return std::fmod(a, b);
}
double power(double a, double b) {
    return std::pow(a, b);
}
double smaller(double a, double b) {
    return std::isnan(b) || b < a ? b : a;
}
double larger(double a, double b) {
    return std::isnan(b) || b > a ? b : a;
}
double negative(double a) {
    return -a;
}
// std::round goes away from zero at halves, as the specification wants it.
double rounded(double a) {
    return std::round(a);
}
double floored(double a) {
    return std::floor(a);
}
double ceiled(double a) {
    return std::ceil(a);
}
double absolute(double a) {
    return std::abs(a);
}
double root(double a) {
    return std::sqrt(a);
}
double sine(double a) {
    return std::sin(a);
}
double cosine(double a) {
    return std::cos(a);
}
double tangent(double a) {
    return std::tan(a);
}
double arcsine(double a) {
    return std::asin(a);
}
double arccosine(double a) {
    return std::acos(a);
}
double arctangent(double a) {
    return std::atan(a);
}
double log_natural(double a) {
    return std::log(a);
}
double log_two(double a) {
    return std::log2(a);
}
double log_ten(double a) {
    return std::log10(a);
}

constexpr Fold kSum{0, add};
constexpr Fold kProduct{1, multiply};
constexpr Fold kMinimum{std::numeric_limits<double>::infinity(), smaller};
constexpr Fold kMaximum{-std::numeric_limits<double>::infinity(), larger};

Type number_type() {
    return {Kind::Number};
}

Function one(EvaluateFunction evaluate) {
    return {number_type(), {{{number_type()}, evaluate}}};
}
Function two(EvaluateFunction evaluate) {
    return {number_type(), {{{number_type(), number_type()}, evaluate}}};
}
Function many(EvaluateFunction evaluate) {
    return {number_type(), {{.parameters = {number_type()}, .evaluate = evaluate, .is_variadic = true}}};
}
Function none(EvaluateFunction evaluate) {
    return {number_type(), {{{}, evaluate}}};
}

}  // namespace

void add_math(OperatorTable& table) {
    table.add("e", none(constant<std::numbers::e_v<double>>));
    table.add("pi", none(constant<std::numbers::pi_v<double>>));
    table.add("ln2", none(constant<std::numbers::ln2_v<double>>));

    table.add("+", many(of_many<kSum>));
    table.add("*", many(of_many<kProduct>));
    table.add("min", many(of_many<kMinimum>));
    table.add("max", many(of_many<kMaximum>));
    table.add("-", Function{number_type(),
                            {{{number_type(), number_type()}, of_two<subtract>},
                             {{number_type()}, of_one<negative>}}});
    table.add("/", two(of_two<divide>));
    table.add("%", two(of_two<remainder_of>));
    table.add("^", two(of_two<power>));

    table.add("abs", one(of_one<absolute>));
    table.add("round", one(of_one<rounded>));
    table.add("floor", one(of_one<floored>));
    table.add("ceil", one(of_one<ceiled>));
    table.add("sqrt", one(of_one<root>));
    table.add("ln", one(of_one<log_natural>));
    table.add("log2", one(of_one<log_two>));
    table.add("log10", one(of_one<log_ten>));
    table.add("sin", one(of_one<sine>));
    table.add("cos", one(of_one<cosine>));
    table.add("tan", one(of_one<tangent>));
    table.add("asin", one(of_one<arcsine>));
    table.add("acos", one(of_one<arccosine>));
    table.add("atan", one(of_one<arctangent>));
}

}  // namespace jinsha::style
