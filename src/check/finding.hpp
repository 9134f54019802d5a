#pragma once

#include "error/problem.hpp"
#include "json/patch.hpp"
#include "json/range.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::check {

/// A change of the text that takes a fault away and nothing else.
struct Fix {
    std::string what;  // "close the ring"
    std::vector<json::Patch> patches;
    bool operator==(const Fix&) const = default;
};

/// Something wrong with a GeoJSON text, and what to do about it.
struct Finding {
    Severity severity{Severity::Error};
    std::string code;                    // for machines: "ring-not-closed"
    std::string message;                 // what is wrong: expected and found
    std::string advice;                  // what to do
    std::optional<std::size_t> feature;  // its place in `features`, from 0
    json::Range range;                   // the bytes it is about
    std::optional<Fix> fix;              // only where it cannot do harm
    bool operator==(const Finding&) const = default;
};

}  // namespace jinsha::check
