#include "style/expression/parsing_context.hpp"

#include "style/expression/literal.hpp"
#include "style/expression/operator_table.hpp"
#include "style/operators/assertion.hpp"
#include "style/operators/coercion.hpp"
#include "style/operators/literal_operators.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace jinsha::style {

namespace {

bool is_asserted(Kind expected, Kind found) {
    switch (expected) {
        case Kind::String:
        case Kind::Number:
        case Kind::Boolean:
        case Kind::Dictionary:
        case Kind::List:
            return found == Kind::Value;
        default:
            return false;
    }
}

bool is_coerced(Kind expected, Kind found) {
    const auto found_is_one_of = [found](std::initializer_list<Kind> kinds) {
        return std::ranges::find(kinds, found) != kinds.end();
    };
    switch (expected) {
        case Kind::Color:
        case Kind::Formatted:
        case Kind::ResolvedImage:
            return found_is_one_of({Kind::Value, Kind::String});
        case Kind::Padding:
        case Kind::NumberArray:
            return found_is_one_of({Kind::Value, Kind::Number, Kind::List});
        case Kind::ColorArray:
            return found_is_one_of({Kind::Value, Kind::String, Kind::List});
        case Kind::VariableAnchorOffsets:
            return found_is_one_of({Kind::Value, Kind::List});
        case Kind::ProjectionDefinition:
            return found_is_one_of({Kind::Value, Kind::String, Kind::List});
        default:
            return false;
    }
}

}  // namespace

ParsingContext::ParsingContext(const OperatorTable& operators, std::optional<Type> expected,
                               std::vector<ParsingError>& errors)
    : operators_{&operators},
      expected_{std::move(expected)},
      errors_{&errors},
      nodes_left_{std::make_shared<int>(kMaxNodes)} {}

ExpressionPtr ParsingContext::parse(const Json& json, Annotation annotation) {
    if (--*nodes_left_ < 0) return error("The expression is too large.");
    if (json.is_object()) return error(R"(Bare objects invalid. Use ["literal", {{...}}] instead.)");
    if (json.is_array()) return parse_array(json, annotation);
    return with_expected_type(parse_bare_literal(json, *this), annotation);
}

ExpressionPtr ParsingContext::parse_array(const Json& json, Annotation annotation) {
    if (json.empty()) {
        return error(
            "Expected an array with at least one element. If you wanted a literal array, use "
            "[\"literal\", []].");
    }
    if (!json[0].is_string()) {
        return at(0).error(
            "Expression name must be a string, but found {} instead. If you wanted a literal "
            "array, use [\"literal\", [...]].",
            json_type_name(json[0]));
    }
    const auto& name = json[0].get_ref<const std::string&>();
    const Operator* op = operators_->find(name);
    if (!op) {
        return at(0).error(
            "Unknown expression \"{}\". If you wanted a literal array, use [\"literal\", [...]].", name);
    }
    return with_expected_type(parse_operator(*op, json, *this), annotation);
}

ExpressionPtr ParsingContext::with_expected_type(ExpressionPtr parsed, Annotation annotation) {
    if (!parsed) return nullptr;
    if (expected_) {
        const Kind expected = expected_->kind, found = parsed->type().kind;
        const bool asserts = is_asserted(expected, found);
        if (asserts || is_coerced(expected, found)) {
            if (annotation == Annotation::Automatic)
                annotation = asserts ? Annotation::Automatic : Annotation::Coerce;
            if (annotation == Annotation::Coerce) {
                parsed = make_coercion(*expected_, key_, {std::move(parsed)});
            } else if (annotation == Annotation::Automatic) {
                parsed = make_assertion(*expected_, key_, {std::move(parsed)});
            }
        } else if (!check_subtype(*expected_, parsed->type())) {
            return nullptr;
        }
    }
    return folded(std::move(parsed));
}

ExpressionPtr ParsingContext::folded(ExpressionPtr parsed) {
    if (parsed->cost() > kMaxCost) return error("The expression takes too many steps.");
    if (parsed->literal() || !parsed->needs().is_empty()) return parsed;
    Evaluated value = parsed->evaluate(EvaluationInput{.wants_reasons = true});
    if (!value) return add_error(value.error().reason->message);
    return std::make_shared<const Literal>(parsed->type(), key_, std::move(*value));
}

ExpressionPtr ParsingContext::parse_child(const Json& json, std::size_t index, std::optional<Type> expected,
                                          Annotation annotation) {
    ParsingContext child = at(index);
    child.expected_ = std::move(expected);
    return child.parse(json, annotation);
}

ExpressionPtr ParsingContext::parse_within(const Bindings& bindings, const Json& json, std::size_t index) {
    const Scope scope{scope_, &bindings};
    ParsingContext child = at(index);
    child.scope_ = &scope;
    return child.parse(json);
}

ParsingContext ParsingContext::attempt(std::vector<ParsingError>& errors) const {
    ParsingContext copy = *this;
    copy.errors_ = &errors;
    return copy;
}

ParsingContext ParsingContext::at(std::size_t index) const {
    ParsingContext child = *this;
    child.key_ += fmt::format("[{}]", index);
    return child;
}

std::nullptr_t ParsingContext::add_error(std::string message) {
    errors_->push_back({key_, std::move(message)});
    return nullptr;
}

bool ParsingContext::check_subtype(const Type& expected, const Type& found) {
    if (is_subtype(found, expected)) return true;
    add_error(mismatch_message(expected, found));
    return false;
}

std::optional<Type> ParsingContext::definite_expected() const {
    return expected_ && expected_->kind != Kind::Value ? expected_ : std::nullopt;
}

ExpressionPtr ParsingContext::variable(std::string_view name) const {
    for (const Scope* scope = scope_; scope; scope = scope->outer) {
        const auto found = std::ranges::find(scope->bindings->rbegin(), scope->bindings->rend(), name,
                                             &Bindings::value_type::first);
        if (found != scope->bindings->rend()) return found->second;
    }
    return nullptr;
}

std::string_view json_type_name(const Json& json) {
    if (json.is_string()) return "string";
    if (json.is_boolean()) return "boolean";
    return json.is_number() ? "number" : "object";
}

bool is_nested_deeper(const Json& json, int levels) {
    if (!json.is_structured()) return false;
    if (levels == 0) return true;
    return std::ranges::any_of(json,
                               [levels](const Json& item) { return is_nested_deeper(item, levels - 1); });
}

}  // namespace jinsha::style
