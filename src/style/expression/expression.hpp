#pragma once

#include "style/expression/evaluation.hpp"
#include "style/expression/type.hpp"

#include <fmt/format.h>

#include <cassert>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace jinsha::style {

class Expression;
using ExpressionPtr = std::shared_ptr<const Expression>;

/// What an expression's value depends on: bits that can be joined.
struct Needs {
    enum Bit : std::uint8_t {
        Nothing = 0,
        Feature = 1,  // id, geometry type or properties of the feature
        Zoom = 2,
        Surroundings = 4,  // else that is known when a picture is drawn: state, density, elevation, images
        Folding = 8,       // nothing, and yet it must not be evaluated while it is read
    };
    std::uint8_t bits{Nothing};

    [[nodiscard]] bool has(Bit bit) const noexcept { return (bits & bit) != 0; }
    [[nodiscard]] bool is_empty() const noexcept { return bits == Nothing; }
    Needs& operator|=(Needs other) noexcept {
        bits |= other.bits;
        return *this;
    }
};

/// What the search for the zoom ramp has to tell apart (zoom_curve.hpp).
enum class Role : std::uint8_t { Plain, Let, Coalesce, Step, Interpolate, Zoom, PropertyByName };

/// A node of a typed expression tree. Made by parsing alone, never changed after it; may be evaluated by any
/// number of threads at once.
class Expression {
public:
    struct Traits {
        Type type;
        std::string key;  // where it stands in the whole expression: "[1][2]", "" for the root
        std::vector<ExpressionPtr> children{};
        Needs needs{};  // of its own; its children's are added
        Role role{Role::Plain};
    };

    explicit Expression(Traits traits);
    virtual ~Expression() = default;
    Expression(const Expression&) = delete;
    Expression& operator=(const Expression&) = delete;

    [[nodiscard]] virtual Evaluated evaluate(const EvaluationInput& in) const = 0;
    /// The value of a literal, else null.
    [[nodiscard]] virtual const Value* literal() const noexcept { return nullptr; }

    [[nodiscard]] const Type& type() const noexcept { return traits_.type; }
    [[nodiscard]] const std::string& key() const noexcept { return traits_.key; }
    [[nodiscard]] const std::vector<ExpressionPtr>& children() const noexcept { return traits_.children; }
    [[nodiscard]] const Expression& child(std::size_t i) const noexcept { return *traits_.children[i]; }
    [[nodiscard]] std::size_t child_count() const noexcept { return traits_.children.size(); }
    [[nodiscard]] Role role() const noexcept { return traits_.role; }

    [[nodiscard]] Needs needs() const noexcept { return traits_.needs; }
    [[nodiscard]] bool is_feature_constant() const noexcept { return !needs().has(Needs::Feature); }
    [[nodiscard]] bool is_zoom_constant() const noexcept { return !needs().has(Needs::Zoom); }
    /// How many nodes one evaluation may visit, bound variables counted at each use.
    [[nodiscard]] double cost() const noexcept { return cost_; }

    /// `return error(in, "Array index out of bounds: {} < 0.", index);`
    template <class... Args>
    [[nodiscard]] tl::unexpected<EvaluationError> error(const EvaluationInput& in,
                                                        fmt::format_string<Args...> format,
                                                        Args&&... args) const {
        if (!in.wants_reasons) return tl::make_unexpected(EvaluationError{});
        return tl::make_unexpected(EvaluationError{std::make_unique<const EvaluationError::Reason>(
            EvaluationError::Reason{key(), fmt::format(format, std::forward<Args>(args)...)})});
    }

protected:
    void add_cost(double cost) noexcept { cost_ += cost; }

private:
    Traits traits_;
    double cost_{1};
};

/// The value of `expression` without a copy when it is a literal; else it is evaluated into `storage`. Null
/// when that fails, the error then in `storage`.
[[nodiscard]] inline const Value* evaluate_into(Evaluated& storage, const Expression& expression,
                                                const EvaluationInput& in) {
    if (const Value* literal = expression.literal()) return literal;
    storage = expression.evaluate(in);
    return storage ? &*storage : nullptr;
}

}  // namespace jinsha::style
