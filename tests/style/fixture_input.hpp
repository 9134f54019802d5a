#pragma once

#include "style/expression/evaluation.hpp"
#include "style/memory_feature.hpp"

#include <nlohmann/json.hpp>

#include <set>
#include <string>

namespace jinsha::style {

/// The owner of what one evaluation of a fixture is given: [globals, feature].
class FixtureInput {
public:
    FixtureInput(const nlohmann::ordered_json& globals, const nlohmann::ordered_json& feature,
                 const nlohmann::ordered_json& state);

    [[nodiscard]] EvaluationInput input() const;

private:
    nlohmann::ordered_json globals_;
    MemoryFeature feature_;
    Object state_;
    std::set<std::string, std::less<>> images_;
};

}  // namespace jinsha::style
