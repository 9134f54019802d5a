#pragma once

#include "check/findings.hpp"
#include "json/value.hpp"
#include "map/map_document.hpp"

#include <span>

namespace jinsha::check {

/// The properties of a feature against what the document says of its fields: required, type, list of values,
/// range, and dates in their order. `properties` is an object, or null.
void check_fields(const json::Value& properties, std::span<const map::FieldSpec> fields, Findings& findings);

}  // namespace jinsha::check
