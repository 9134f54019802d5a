#pragma once

#include <string>

namespace jinsha {

enum class Severity { Warning, Error };

/// A fault that did not stop the work: a property that took its default, a layer left out, features skipped.
/// Shown in the window, on stderr and by `jinsha info`.
struct Problem {
    Severity severity{Severity::Warning};
    std::string where;    // file, layer or JSON pointer: "town.map.json: /layers/2/paint/fill-opacity"
    std::string message;  // "expected a number from 0 to 1, found \"half\""

    bool operator==(const Problem&) const = default;
};

}  // namespace jinsha
