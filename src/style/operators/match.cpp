#include "style/operators/match.hpp"

#include "style/expression/literal.hpp"
#include "style/operators/borrowed_text.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace jinsha::style {

namespace {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
        return std::hash<std::string_view>{}(text);
    }
};

// From a label to the number of its output.
using TextLabels = std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>>;
using NumberLabels = std::unordered_map<double, std::size_t>;

struct Labels {
    TextLabels texts;  // one of the two is empty
    NumberLabels numbers;
};

/// Children: input, outputs, fallback.
class Match final : public Expression {
public:
    Match(Traits traits, Labels labels) : Expression{std::move(traits)}, labels_{std::move(labels)} {}

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& in) const override {
        if (const auto text = borrowed_text(child(0), in)) return output(labels_.texts, *text, in);
        Evaluated storage;
        const Value* input = evaluate_into(storage, child(0), in);
        if (!input) return storage;
        if (const std::string* text = input->text()) return output(labels_.texts, *text, in);
        if (const double* number = input->number()) return output(labels_.numbers, *number, in);
        return child(child_count() - 1).evaluate(in);
    }

private:
    [[nodiscard]] Evaluated output(const auto& labels, const auto& label, const EvaluationInput& in) const {
        const auto found = labels.find(label);
        return child(found == labels.end() ? child_count() - 1 : found->second + 1).evaluate(in);
    }

    Labels labels_;
};

constexpr double kMaxSafeInteger = 9007199254740991;

// Reads the labels of one branch; false after an error. `type` becomes that of the first label.
class LabelReader {
public:
    [[nodiscard]] bool read(const Json& json, std::size_t output, ParsingContext& place) {
        if (!json.is_array()) return add(json, output, place);
        if (json.empty()) place.error("Expected at least one branch label.");
        for (const Json& label : json) {
            if (!add(label, output, place)) return false;
        }
        return !json.empty();
    }
    [[nodiscard]] const std::optional<Type>& type() const { return type_; }
    [[nodiscard]] Labels take() { return std::move(labels_); }

private:
    [[nodiscard]] bool add(const Json& label, std::size_t output, ParsingContext& place) {
        if (!label.is_number() && !label.is_string()) {
            place.error("Branch labels must be numbers or strings.");
            return false;
        }
        const double number = label.is_number() ? label.get<double>() : 0;
        if (std::abs(number) > kMaxSafeInteger) {
            place.error("Branch labels must be integers no larger than {:.0f}.", kMaxSafeInteger);
            return false;
        }
        if (std::floor(number) != number) {
            place.error("Numeric branch labels must be integer values.");
            return false;
        }
        const Type found{label.is_number() ? Kind::Number : Kind::String};
        if (!type_) type_ = found;
        if (!place.check_subtype(*type_, found)) return false;
        const bool is_new = label.is_number()
                                ? labels_.numbers.emplace(number, output).second
                                : labels_.texts.emplace(label.get<std::string>(), output).second;
        if (!is_new) place.error("Branch labels must be unique.");
        return is_new;
    }

    std::optional<Type> type_;
    Labels labels_;
};

}  // namespace

ExpressionPtr parse_match(const Json& args, ParsingContext& context) {
    if (args.size() < 5) {
        return context.error("Expected at least 4 arguments, but found only {}.", args.size() - 1);
    }
    if (args.size() % 2 != 1) return context.error("Expected an even number of arguments.");
    std::optional<Type> type = context.definite_expected();
    LabelReader labels;
    std::vector<ExpressionPtr> children{nullptr};  // the input is parsed last and goes first
    for (std::size_t i = 2; i + 1 < args.size(); i += 2) {
        ParsingContext place = context.at(i);
        if (!labels.read(args[i], children.size() - 1, place)) return nullptr;
        // The specification's own parser tells errors of an output at the place of its label.
        ExpressionPtr output = context.parse_child(args[i + 1], i, type);
        if (!output) return nullptr;
        if (!type) type = output->type();
        children.push_back(std::move(output));
    }
    children[0] = context.parse_child(args[1], 1, Type{Kind::Value});
    if (!children[0]) return nullptr;
    children.push_back(context.parse_child(args.back(), args.size() - 1, type));
    if (!children.back()) return nullptr;
    if (children[0]->type().kind != Kind::Value &&
        !context.at(1).check_subtype(*labels.type(), children[0]->type())) {
        return nullptr;
    }
    return std::make_shared<const Match>(Expression::Traits{*type, context.key(), std::move(children)},
                                         labels.take());
}

}  // namespace jinsha::style
