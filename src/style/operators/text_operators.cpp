#include "style/expression/operator_table.hpp"
#include "style/operators/families.hpp"
#include "style/style_value.hpp"
#include "style/utf8.hpp"
#include "style/value_text.hpp"

namespace jinsha::style {

namespace {

// Texts of nested variables could double with every level.
constexpr std::size_t kMaxBytes = 1 << 20;

auto too_long(const Expression& self, const EvaluationInput& in) {
    return self.error(in, "The text is longer than {} bytes.", kMaxBytes);
}

std::string text_of(const Value& value) {
    return value.text() ? *value.text() : std::string{};
}

Evaluated concat(const Expression& self, const EvaluationInput& in) {
    std::string result;
    for (const ExpressionPtr& child : self.children()) {
        Evaluated storage;
        const Value* value = evaluate_into(storage, *child, in);
        if (!value) return storage;
        result += to_text(*value);
        if (result.size() > kMaxBytes) return too_long(self, in);
    }
    return Value{std::move(result)};
}

template <std::string (*kMap)(std::string_view)>
Evaluated mapped(const Expression& self, const EvaluationInput& in) {
    Evaluated value = self.child(0).evaluate(in);
    if (!value) return value;
    return Value{kMap(text_of(*value))};
}

Evaluated split(const Expression& self, const EvaluationInput& in) {
    Evaluated text_value = self.child(0).evaluate(in);
    if (!text_value) return text_value;
    Evaluated separator_value = self.child(1).evaluate(in);
    if (!separator_value) return separator_value;
    const std::string text = text_of(*text_value), separator = text_of(*separator_value);
    Array parts;
    if (separator.empty()) {
        for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
            static_cast<void>(utf8::next(text, end));
            parts.push_back({text.substr(begin, end - begin)});
        }
        return make_array(std::move(parts));
    }
    std::size_t begin = 0;
    for (std::size_t end = text.find(separator); end != std::string::npos;
         end = text.find(separator, begin)) {
        parts.push_back({text.substr(begin, end - begin)});
        begin = end + separator.size();
    }
    parts.push_back({text.substr(begin)});
    return make_array(std::move(parts));
}

Evaluated join(const Expression& self, const EvaluationInput& in) {
    Evaluated array = self.child(0).evaluate(in);
    if (!array) return array;
    Evaluated separator = self.child(1).evaluate(in);
    if (!separator) return separator;
    std::string result;
    bool is_first = true;
    for (const Value& item : *array->array()) {
        if (!is_first) result += text_of(*separator);
        is_first = false;
        result += text_of(item);
        if (result.size() > kMaxBytes) return too_long(self, in);
    }
    return Value{std::move(result)};
}

Evaluated type_name(const Expression& self, const EvaluationInput& in) {
    Evaluated value = self.child(0).evaluate(in);
    if (!value) return value;
    return Value{to_string(type_of(*value))};
}

// HarfBuzz shapes every script that the fonts have.
Evaluated is_supported_script(const Expression& self, const EvaluationInput& in) {
    Evaluated value = self.child(0).evaluate(in);
    if (!value) return value;
    return Value{true};
}

Evaluated fail_with_message(const Expression& self, const EvaluationInput& in) {
    Evaluated message = self.child(0).evaluate(in);
    if (!message) return message;
    return self.error(in, "{}", text_of(*message));
}

}  // namespace

void add_text_operators(OperatorTable& table) {
    const Type string{Kind::String}, value{Kind::Value};
    table.add("concat", Function{string, {{.parameters = {value}, .evaluate = concat, .is_variadic = true}}});
    table.add("upcase", Function{string, {{{string}, mapped<utf8::upper>}}});
    table.add("downcase", Function{string, {{{string}, mapped<utf8::lower>}}});
    table.add("split", Function{array_type(string), {{{string, string}, split}}});
    table.add("join", Function{string, {{{array_type(string), string}, join}}});
    table.add("typeof", Function{string, {{{value}, type_name}}});
    table.add(
        "is-supported-script",
        Function{Type{Kind::Boolean},
                 {{.parameters = {string}, .evaluate = is_supported_script, .needs = {Needs::Folding}}}});
    table.add("error",
              Function{Type{Kind::Error},
                       {{.parameters = {string}, .evaluate = fail_with_message, .needs = {Needs::Folding}}}});
}

}  // namespace jinsha::style
