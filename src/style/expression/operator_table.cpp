#include "style/expression/operator_table.hpp"

#include "style/expression/function_call.hpp"
#include "style/operators/families.hpp"

namespace jinsha::style {

const Operator* OperatorTable::find(std::string_view name) const {
    const auto found = operators_.find(name);
    return found == operators_.end() ? nullptr : &found->second;
}

const OperatorTable& operators() {
    static const OperatorTable table = [] {
        OperatorTable all;
        add_literal_operators(all);
        add_assertions(all);
        add_coercions(all);
        add_color_operators(all);
        add_comparisons(all);
        add_decisions(all);
        add_distance(all);
        add_feature_operators(all);
        add_formatting(all);
        add_locale_operators(all);
        add_logic(all);
        add_lookups(all);
        add_math(all);
        add_ramps(all);
        add_text_operators(all);
        add_variables(all);
        add_within(all);
        return all;
    }();
    return table;
}

ExpressionPtr parse_operator(const Operator& op, const Json& args, ParsingContext& context) {
    if (const auto* parse = std::get_if<ParseOperator>(&op)) return (*parse)(args, context);
    return parse_function_call(std::get<Function>(op), args, context);
}

}  // namespace jinsha::style
