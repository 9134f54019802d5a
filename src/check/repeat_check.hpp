#pragma once

#include "check/findings.hpp"
#include "geo/points.hpp"
#include "json/value.hpp"

#include <optional>
#include <string>
#include <unordered_map>

namespace jinsha::check {

/// Remembers what must not come twice in a file.
class RepeatCheck {
public:
    /// The error names the earlier feature, counted from 1 as people do.
    void add_id(const json::Value& id, std::size_t feature, Findings& findings);
    void add_name(const json::Value& name, std::size_t feature, Findings& findings);
    /// Of a feature that is one point.
    void add_position(geo::SourcePoint at, const json::Value& position, std::size_t feature,
                      Findings& findings);

private:
    std::unordered_map<std::string, std::size_t> ids_, names_, positions_;
};

}  // namespace jinsha::check
