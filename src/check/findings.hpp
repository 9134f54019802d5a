#pragma once

#include "check/finding.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace jinsha::check {

/// Collects findings, and no more than so many of each code. With `first_told` those of earlier features and
/// of the whole file are left out.
class Findings {
public:
    explicit Findings(std::size_t most_of_a_code, std::optional<std::size_t> first_told = std::nullopt)
        : most_{most_of_a_code}, first_told_{first_told} {}

    /// Those that follow belong to that feature; none: to the whole file.
    void set_feature(std::optional<std::size_t> feature) noexcept { feature_ = feature; }
    void add(Finding finding);
    /// In the order of the text, what was left out summed up behind them.
    [[nodiscard]] std::vector<Finding> take();

private:
    struct Count {
        std::size_t all{};
        Severity severity{};
    };
    std::size_t most_;
    std::optional<std::size_t> first_told_;
    std::optional<std::size_t> feature_;
    std::vector<Finding> findings_;
    std::map<std::string, Count> counts_;
};

}  // namespace jinsha::check
