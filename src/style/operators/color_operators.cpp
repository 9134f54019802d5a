#include "style/expression/operator_table.hpp"
#include "style/operators/conversion.hpp"
#include "style/operators/families.hpp"

#include <array>

namespace jinsha::style {

namespace {

// rgb with three children, rgba with four.
Evaluated color_from_parts(const Expression& self, const EvaluationInput& in) {
    std::array<double, 4> parts{0, 0, 0, 1};
    for (std::size_t i = 0; i < self.child_count(); ++i) {
        Evaluated value = self.child(i).evaluate(in);
        if (!value) return value;
        if (const double* number = value->number()) parts[i] = *number;
    }
    const auto [r, g, b, a] = parts;
    const auto is_byte = [](double part) { return part >= 0 && part <= 255; };
    if (is_byte(r) && is_byte(g) && is_byte(b) && a >= 0 && a <= 1) {
        return Value{Color{r / 255, g / 255, b / 255, a}};
    }
    return self.error(in, "{}", rgba_fault({{r}, {g}, {b}, {a}}).value_or("Invalid rgba value."));
}

Evaluated parts_of_color(const Expression& self, const EvaluationInput& in) {
    Evaluated value = self.child(0).evaluate(in);
    if (!value) return value;
    const Color color = value->color() ? *value->color() : Color{};
    return make_array({{color.r * 255}, {color.g * 255}, {color.b * 255}, {color.a}});
}

}  // namespace

void add_color_operators(OperatorTable& table) {
    const Type number{Kind::Number}, color{Kind::Color};
    table.add("rgb", Function{color, {{{number, number, number}, color_from_parts}}});
    table.add("rgba", Function{color, {{{number, number, number, number}, color_from_parts}}});
    table.add("to-rgba", Function{array_type(number, 4), {{{color}, parts_of_color}}});
}

}  // namespace jinsha::style
