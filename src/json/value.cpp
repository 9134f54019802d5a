#include "json/value.hpp"

#include "json/number_text.hpp"
#include "json/string_text.hpp"

namespace jinsha::json {

Kind Value::kind() const noexcept {
    switch (index_->text()[range_.begin]) {
        case '{':
            return Kind::Object;
        case '[':
            return Kind::Array;
        case '"':
            return Kind::String;
        case 't':
        case 'f':
            return Kind::Boolean;
        case 'n':
            return Kind::Null;
        default:
            return Kind::Number;
    }
}

std::string Value::string() const {
    const std::string_view token = text();
    return kind() == Kind::String ? unescaped(token.substr(1, token.size() - 2)) : std::string{};
}

double Value::number() const noexcept {
    return number_of(text());
}

std::vector<Value> Value::elements() const {
    std::vector<Value> values;
    for_each_element([&](const Value& value) { values.push_back(value); });
    return values;
}

std::vector<Member> Value::members() const {
    std::vector<Member> members;
    for_each_member([&](Range key, const Value& value) { members.push_back({key, value}); });
    return members;
}

std::string Member::name() const {
    return unescaped(Range{key.begin + 1, key.end - 1}.of(value.index().text()));
}

std::vector<Range> item_ranges(const Value& container) {
    std::vector<Range> ranges;
    container.for_each_element([&](const Value& value) { ranges.push_back(value.range()); });
    container.for_each_member([&](Range key, const Value& value) {
        ranges.push_back({key.begin, value.range().end});
    });
    return ranges;
}

std::optional<Value> Value::find(std::string_view key) const {
    std::optional<Value> found;
    for_each_member([&](Range token, const Value& value) {
        if (found) return;
        const std::string_view text = Range{token.begin + 1, token.end - 1}.of(index_->text());
        if (text == key || (text.find('\\') != std::string_view::npos && unescaped(text) == key))
            found = value;
    });
    return found;
}

}  // namespace jinsha::json
