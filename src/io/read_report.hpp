#pragma once

#include "error/problem.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jinsha::io {

/// What may be wrong with a feature.
enum class Fault {
    // Such a feature is skipped.
    TooFewPoints,
    NotANumber,
    TooLarge,
    OutsideOfDegrees,
    CannotTransform,
    BadStructure,
    // Such a feature is taken, and people are told.
    PartLeftOut,
    NoGeometry,
    MixedGeometry,
    CrossesAntimeridian,
    UnreadableText
};

/// A fault of one feature, in words: "exterior ring has 2 points, needs at least 4".
struct Finding {
    Fault fault{};
    std::string words;
};

/// Counts the faults of a layer, so that people get a line for each kind and not for each feature.
class ReadReport {
public:
    /// `number` is the feature's place in the file, from 1.
    void add(const Finding& finding, std::size_t number);

    /// Adds what another one counted in another part of the same layer.
    void add(const ReadReport& other);

    /// How many features were skipped.
    [[nodiscard]] std::size_t skipped() const noexcept;
    /// "3 features skipped: exterior ring has 2 points, needs at least 4 (first: feature 17)"
    [[nodiscard]] std::vector<Problem> problems(const std::string& where) const;

private:
    struct Entry {
        Finding first;
        std::size_t first_number{}, count{};
    };
    std::vector<Entry> entries_;
};

}  // namespace jinsha::io
