#pragma once

#include "style/expression/expression.hpp"
#include "style/layer/property_reader.hpp"
#include "style/layer/property_value.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace jinsha::style {

/// A property of a layer as a T: a constant, or an expression that is asked for each feature or zoom. Where
/// the expression fails the property takes its default, or the fallback that its spec names.
template <class T>
class Property {
public:
    /// The property at its default.
    explicit Property(const PropertySpec& spec) : spec_{&spec} { take(default_of(spec)); }

    /// Takes the value from a document; the problem when it is malformed, default or fallback stand then.
    [[nodiscard]] std::optional<Problem> read(const Json& json, std::string_view pointer) {
        take(fallback_of(*spec_));
        auto parsed = read_property(json, *spec_, pointer);
        if (!parsed) return std::move(parsed.error());
        if ((*parsed)->is_feature_constant() && (*parsed)->is_zoom_constant()) {
            return take_constant(**parsed, json, pointer);
        }
        expression_ = std::move(*parsed);
        return std::nullopt;
    }

    [[nodiscard]] const PropertySpec& spec() const noexcept { return *spec_; }
    [[nodiscard]] T at(const EvaluationInput& in) const {
        return expression_ ? evaluated(*expression_, in).value_or(constant_) : constant_;
    }
    [[nodiscard]] Dependence dependence() const noexcept {
        if (!expression_) return Dependence::Constant;
        if (expression_->is_feature_constant()) return Dependence::Zoom;
        return expression_->is_zoom_constant() ? Dependence::Feature : Dependence::ZoomAndFeature;
    }
    /// Makes a constant of what depends on zoom alone.
    void fix_zoom(const EvaluationInput& in) {
        if (dependence() != Dependence::Zoom) return;
        constant_ = at(in);
        expression_.reset();
    }

private:
    void take(const ExpressionPtr& value) {
        if (value) constant_ = evaluated(*value, {}).value_or(T{});
    }

    [[nodiscard]] std::optional<T> evaluated(const Expression& expression, const EvaluationInput& in) const {
        Evaluated storage;
        const Value* value = evaluate_into(storage, expression, in);
        if (!value) return std::nullopt;
        auto read = ValueReader<T>::read(*value);
        if constexpr (std::is_same_v<T, double>) {
            if (read) read = std::clamp(*read, spec_->range.minimum, spec_->range.maximum);
        }
        return read;
    }

    std::optional<Problem> take_constant(const Expression& expression, const Json& json,
                                         std::string_view pointer) {
        const Evaluated value = expression.evaluate({.wants_reasons = true});
        if (!value) {
            const auto& reason = *value.error().reason;
            return Problem{Severity::Error, pointer_with_key(pointer, reason.key), reason.message};
        }
        if (value->is_null()) return std::nullopt;  // the image without a name is no image
        auto read = ValueReader<T>::read(*value);
        if (!read || !fits(*value, spec_->range)) {
            return Problem{Severity::Error, std::string{pointer}, unexpected_value(*spec_, json)};
        }
        constant_ = std::move(*read);
        return std::nullopt;
    }

    const PropertySpec* spec_;
    T constant_{};  // the value when there is no expression, what stands where it fails
    ExpressionPtr expression_;
};

}  // namespace jinsha::style
