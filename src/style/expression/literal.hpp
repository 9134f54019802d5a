#pragma once

#include "style/expression/expression.hpp"

namespace jinsha::style {

/// A value written in the style, or what a constant expression was folded into.
class Literal final : public Expression {
public:
    Literal(Type type, std::string key, Value value)
        : Expression{{std::move(type), std::move(key)}}, value_{std::move(value)} {}

    [[nodiscard]] Evaluated evaluate(const EvaluationInput& /*in*/) const override { return value_; }
    [[nodiscard]] const Value* literal() const noexcept override { return &value_; }

private:
    Value value_;
};

}  // namespace jinsha::style
