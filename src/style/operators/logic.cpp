#include "style/expression/operator_table.hpp"
#include "style/operators/families.hpp"

namespace jinsha::style {

namespace {

// Evaluates in order and stops at the first child that is `kDecisive`.
template <bool kDecisive>
Evaluated until_decided(const Expression& self, const EvaluationInput& in) {
    for (const ExpressionPtr& child : self.children()) {
        Evaluated value = child->evaluate(in);
        if (!value) return value;
        if (is_truthy(*value) == kDecisive) return Value{kDecisive};
    }
    return Value{!kDecisive};
}

Evaluated negation(const Expression& self, const EvaluationInput& in) {
    Evaluated value = self.child(0).evaluate(in);
    if (!value) return value;
    return Value{!is_truthy(*value)};
}

Function junction(EvaluateFunction evaluate) {
    const Type boolean{Kind::Boolean};
    return {boolean,
            {{{boolean, boolean}, evaluate},
             {.parameters = {boolean}, .evaluate = evaluate, .is_variadic = true}}};
}

}  // namespace

void add_logic(OperatorTable& table) {
    table.add("all", junction(until_decided<false>));
    table.add("any", junction(until_decided<true>));
    table.add("!", Function{Type{Kind::Boolean}, {{{Type{Kind::Boolean}}, negation}}});
}

}  // namespace jinsha::style
