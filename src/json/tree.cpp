#include "json/tree.hpp"

namespace jinsha::json {
const Tree* Tree::find(std::string_view key) const noexcept {
    if (const Object* members = object())
        for (const TreeMember& member : *members)
            if (member.key == key) return &member.value;
    return nullptr;
}

Tree tree_of(const Value& value) {
    switch (value.kind()) {
        case Kind::Null:
            return {};
        case Kind::Boolean:
            return {value.is_true()};
        case Kind::Number:
            return {Tree::Number{std::string{value.text()}}};
        case Kind::String:
            return {value.string()};
        case Kind::Array: {
            Tree::Array array;
            value.for_each_element([&](const Value& element) { array.push_back(tree_of(element)); });
            return {std::move(array)};
        }
        case Kind::Object:
            break;
    }
    Tree::Object object;
    for (const Member& member : value.members()) object.push_back({member.name(), tree_of(member.value)});
    return {std::move(object)};
}

}  // namespace jinsha::json
