#pragma once

#include "style/feature.hpp"
#include "style/value.hpp"

#include <tl/expected.hpp>

#include <memory>
#include <optional>
#include <set>
#include <string>

namespace jinsha::style {

/// All that an expression may ask for while it is evaluated. What is missing reads as null.
struct EvaluationInput {
    double zoom{};
    const Feature* feature{};
    const Object* global_state{};
    /// The images the style has; null when that is not known, then every image counts as there.
    const std::set<std::string, std::less<>>* available_images{};
    std::optional<double> heatmap_density{}, elevation{}, line_progress{};
    /// Whether errors say what went wrong. Painting only needs to know that something did.
    bool wants_reasons{};
};

/// Why an expression gave no value.
struct EvaluationError {
    struct Reason {
        std::string key;      // of the expression that failed: "[2][1]"
        std::string message;  // "Expected value to be of type number, but found null instead."
    };
    std::unique_ptr<const Reason> reason{};  // null unless EvaluationInput::wants_reasons
};

using Evaluated = tl::expected<Value, EvaluationError>;

}  // namespace jinsha::style
