#pragma once

#include "style/color.hpp"

#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace jinsha::style {

struct Value;
using Array = std::vector<Value>;
using Object = std::map<std::string, Value, std::less<>>;

/// What an expression or a property of a feature can be. Arrays and objects are shared and never changed once
/// made.
struct Value {
    std::variant<std::nullptr_t, bool, double, std::string, Color, std::shared_ptr<const Array>,
                 std::shared_ptr<const Object>>
        data{nullptr};

    [[nodiscard]] bool is_null() const noexcept { return std::holds_alternative<std::nullptr_t>(data); }
};

}  // namespace jinsha::style
