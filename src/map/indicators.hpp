#pragma once

#include "error/error.hpp"
#include "error/problem.hpp"
#include "map/localized_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::map {

/// A figure that a report states of a project, such as "213 km of pipes, 2016-2021".
struct Indicator {
    enum class Qualifier { Exact, MoreThan, AtLeast, AtMost };
    std::string id;
    std::string project;  // id of the feature that it belongs to; "": of the whole district
    LocalizedText label;
    double value{};
    std::string unit;    // "km", "%", "schools" …; "": a plain number
    std::string period;  // "2016-2021"; "": not said
    Qualifier qualifier{Qualifier::Exact};
    std::string group;               // "economy", "industry" …; "": none
    bool is_headline{};              // one of those that are told first
    std::optional<double> from, to;  // a change, in the same unit as the value
    bool operator==(const Indicator&) const = default;
};

/// A goal, or one of the transformations that lead to the goals.
struct Aim {
    std::string id;
    LocalizedText title;
    LocalizedText summary{};  // a sentence or two; empty where the file says none in that language
    bool operator==(const Aim&) const = default;
};

struct Indicators {
    std::vector<Indicator> list;  // in the order of the file
    LocalizedText subject;        // what the figures are taken from; may be empty
    std::vector<Aim> goals, transformations;
    std::vector<Problem> problems;  // of figures and aims that were left out, by JSON pointer
};

/// Reads a file of figures: {"indicators": [{"id", "label_zh", "label_en", "value", "unit", "period",
/// "qualifier", "project", "group", "headline", "from", "to"}], "goals" and "transformations": [{"id",
/// "title_zh", "title_en", "summary_zh", "summary_en"}], "meta": {"subject_zh", "subject_en"}}, other members
/// are left alone. An error when it is no JSON (line and column) or has no such list; a figure that cannot be
/// told is left out and is a problem.
[[nodiscard]] Result<Indicators> parse_indicators(std::string_view text);

}  // namespace jinsha::map
