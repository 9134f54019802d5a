#pragma once

#include "json/index.hpp"
#include "json/range.hpp"
#include "json/scan.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::json {

enum class Kind : std::uint8_t { Null, Boolean, Number, String, Array, Object };

struct Member;

/// A value in an indexed text: where it is, and what is in it. A handle to
/// copy; valid as long as its index is neither moved nor gone.
class Value {
public:
    Value(const Index& index, Range range) noexcept : index_{&index}, range_{range} {}

    [[nodiscard]] Kind kind() const noexcept;
    [[nodiscard]] Range range() const noexcept { return range_; }
    [[nodiscard]] const Index& index() const noexcept { return *index_; }
    /// As it is written.
    [[nodiscard]] std::string_view text() const noexcept { return range_.of(index_->text()); }
    [[nodiscard]] bool is_true() const noexcept { return text() == "true"; }
    /// What a String means, escapes resolved.
    [[nodiscard]] std::string string() const;
    /// What a Number means; infinite when a double cannot hold it.
    [[nodiscard]] double number() const noexcept;

    // The items of an Array or Object in the order of the text; none of any other
    // kind.
    [[nodiscard]] std::vector<Value> elements() const;
    [[nodiscard]] std::vector<Member> members() const;
    /// The value of the first member with this key; none when there is none, or
    /// when this is no object.
    [[nodiscard]] std::optional<Value> find(std::string_view key) const;
    /// The same without making a list; `visit(value)` and `visit(key_range,
    /// value)`.
    template <class Visit>
    void for_each_element(Visit&& visit) const;
    template <class Visit>
    void for_each_member(Visit&& visit) const;

private:
    /// Calls `visit(begin)` for every item, which gives the item's end.
    template <class Visit>
    void for_each_item(Visit&& visit) const;

    const Index* index_;
    Range range_;
};

/// A member of an object.
struct Member {
    Range key;  // quotation marks included
    Value value;

    [[nodiscard]] Range range() const noexcept { return {key.begin, value.range().end}; }
    /// What the key means.
    [[nodiscard]] std::string name() const;
};

/// The bytes of the elements of an Array, of the members of an Object.
[[nodiscard]] std::vector<Range> item_ranges(const Value& container);

template <class Visit>
void Value::for_each_item(Visit&& visit) const {
    const std::string_view text = index_->text();
    std::size_t at = skip_space(text, range_.begin + 1);
    while (at + 1 < range_.end) {
        at = skip_space(text, visit(at));
        if (text[at] == ',') at = skip_space(text, at + 1);
    }
}

template <class Visit>
void Value::for_each_element(Visit&& visit) const {
    if (kind() != Kind::Array) return;
    for_each_item([&](std::size_t at) {
        const Value value{*index_, {at, index_->end_of_value(at)}};
        visit(value);
        return value.range().end;
    });
}

template <class Visit>
void Value::for_each_member(Visit&& visit) const {
    if (kind() != Kind::Object) return;
    for_each_item([&](std::size_t at) {
        const std::string_view text = index_->text();
        const Range key{at, end_of_string(text, at)};
        const std::size_t begin = skip_space(text, skip_space(text, key.end) + 1);
        const Value value{*index_, {begin, index_->end_of_value(begin)}};
        visit(key, value);
        return value.range().end;
    });
}

}  // namespace jinsha::json
