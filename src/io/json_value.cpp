#include "io/json_value.hpp"

#include <cmath>
#include <string>
#include <utility>

namespace jinsha::io {

style::Value read_value(json::Cursor& cursor) {
    switch (cursor.peek()) {
        case '{': {
            style::Object object;
            cursor.members([&](std::string_view key) {
                std::string name{key};
                object.insert_or_assign(std::move(name), read_value(cursor));
            });
            return style::make_object(std::move(object));
        }
        case '[': {
            style::Array array;
            cursor.elements([&] { array.push_back(read_value(cursor)); });
            return style::make_array(std::move(array));
        }
        case '"':
            return {std::string{cursor.string()}};
        case 't':
        case 'f':
            return {cursor.boolean()};
        case 'n':
            cursor.null();
            return {};
        default: {
            const double number = cursor.number();
            return std::isfinite(number) ? style::Value{number} : style::Value{};
        }
    }
}

}  // namespace jinsha::io
