#include "style/expression/operator_table.hpp"
#include "style/operators/families.hpp"

#include <nlohmann/json.hpp>

#include <string_view>

namespace jinsha::style {

namespace {

// Calls `read` with the name that child 0 gives; a literal one is not copied.
Evaluated with_name(const Expression& self, const EvaluationInput& in, const auto& read) {
    Evaluated storage;
    const Value* name = evaluate_into(storage, self.child(0), in);
    if (!name) return storage;
    return read(name->text() ? std::string_view{*name->text()} : std::string_view{});
}

// Calls `read` with the name and the object that children 0 and 1 give.
Evaluated with_name_and_object(const Expression& self, const EvaluationInput& in, const auto& read) {
    Evaluated storage;
    const Value* value = evaluate_into(storage, self.child(1), in);
    if (!value) return storage;
    static const Object kNoMembers;
    const Object& object = value->object() ? *value->object() : kNoMembers;
    return with_name(self, in, [&](std::string_view name) { return read(object, name); });
}

Evaluated property(const Expression& self, const EvaluationInput& in) {
    return with_name(
        self, in, [&](std::string_view name) { return in.feature ? in.feature->property(name) : Value{}; });
}

Evaluated has_property(const Expression& self, const EvaluationInput& in) {
    return with_name(
        self, in, [&](std::string_view name) { return Value{in.feature && in.feature->has_property(name)}; });
}

Evaluated member(const Expression& self, const EvaluationInput& in) {
    return with_name_and_object(self, in, [](const Object& object, std::string_view name) {
        const auto found = object.find(name);
        return found == object.end() ? Value{} : found->second;
    });
}

Evaluated has_member(const Expression& self, const EvaluationInput& in) {
    return with_name_and_object(
        self, in, [](const Object& object, std::string_view name) { return Value{object.contains(name)}; });
}

Evaluated properties(const Expression& /*self*/, const EvaluationInput& in) {
    return make_object(in.feature ? in.feature->properties() : Object{});
}

Evaluated id(const Expression& /*self*/, const EvaluationInput& in) {
    return in.feature ? in.feature->id() : Value{};
}

Evaluated geometry_type(const Expression& /*self*/, const EvaluationInput& in) {
    switch (in.feature ? in.feature->geometry_type() : geo::GeometryType::None) {
        case geo::GeometryType::Point:
            return Value{"Point"};
        case geo::GeometryType::Line:
            return Value{"LineString"};
        case geo::GeometryType::Polygon:
            return Value{"Polygon"};
        case geo::GeometryType::None:
            break;
    }
    return Value{};
}

Evaluated zoom(const Expression& /*self*/, const EvaluationInput& in) {
    return Value{in.zoom};
}

// Features have no state here that is not among their properties.
Evaluated feature_state(const Expression& /*self*/, const EvaluationInput& /*in*/) {
    return Value{};
}

template <std::optional<double> EvaluationInput::*kNumber>
Evaluated number_of_place(const Expression& /*self*/, const EvaluationInput& in) {
    return in.*kNumber ? Value{*(in.*kNumber)} : Value{};
}

Evaluated accumulated(const Expression& /*self*/, const EvaluationInput& /*in*/) {
    return Value{};
}

/// A value that is set for the whole map from outside.
class GlobalState final : public Expression {
public:
    GlobalState(std::string key, std::string name)
        : Expression{{Type{Kind::Value}, std::move(key), {}, Needs{Needs::Surroundings}}},
          name_{std::move(name)} {}

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        if (!in.global_state) return Value{};
        const auto found = in.global_state->find(name_);
        return found == in.global_state->end() ? Value{} : found->second;
    }

private:
    std::string name_;
};

ExpressionPtr parse_global_state(const Json& args, ParsingContext& context) {
    if (args.size() != 2) return context.error("Expected 1 argument, but found {} instead.", args.size() - 1);
    if (args[1].is_null()) return context.error("Global state property must be defined.");
    if (!args[1].is_string()) {
        return context.error("Global state property must be string, but found {} instead.",
                             json_type_name(args[1]));
    }
    return std::make_shared<const GlobalState>(context.key(), args[1].get<std::string>());
}

Function without_arguments(Kind kind, EvaluateFunction evaluate, Needs::Bit needs, Role role = Role::Plain) {
    return {Type{kind}, {{.parameters = {}, .evaluate = evaluate, .needs = {needs}, .role = role}}};
}

}  // namespace

void add_feature_operators(OperatorTable& table) {
    const Type string{Kind::String}, object{Kind::Dictionary};
    table.add("get", Function{Type{Kind::Value},
                              {{.parameters = {string},
                                .evaluate = property,
                                .needs = {Needs::Feature},
                                .role = Role::PropertyByName},
                               {.parameters = {string, object}, .evaluate = member}}});
    table.add("has", Function{Type{Kind::Boolean},
                              {{.parameters = {string}, .evaluate = has_property, .needs = {Needs::Feature}},
                               {.parameters = {string, object}, .evaluate = has_member}}});
    table.add("feature-state",
              Function{Type{Kind::Value},
                       {{.parameters = {string}, .evaluate = feature_state, .needs = {Needs::Feature}}}});
    table.add("properties", without_arguments(Kind::Dictionary, properties, Needs::Feature));
    table.add("id", without_arguments(Kind::Value, id, Needs::Feature));
    table.add("geometry-type", without_arguments(Kind::String, geometry_type, Needs::Feature));
    table.add("zoom", without_arguments(Kind::Number, zoom, Needs::Zoom, Role::Zoom));
    table.add("heatmap-density",
              without_arguments(Kind::Number, number_of_place<&EvaluationInput::heatmap_density>,
                                Needs::Surroundings));
    table.add("elevation", without_arguments(Kind::Number, number_of_place<&EvaluationInput::elevation>,
                                             Needs::Surroundings));
    table.add("line-progress",
              without_arguments(Kind::Number, number_of_place<&EvaluationInput::line_progress>,
                                Needs::Surroundings));
    table.add("accumulated", without_arguments(Kind::Value, accumulated, Needs::Surroundings));
    table.add("global-state", parse_global_state);
}

}  // namespace jinsha::style
