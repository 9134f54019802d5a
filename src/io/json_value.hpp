#pragma once

#include "json/cursor.hpp"
#include "style/value.hpp"

namespace jinsha::io {

/// Any JSON value as an attribute. Numbers that a double cannot hold, NaN and Infinity become null.
[[nodiscard]] style::Value read_value(json::Cursor& cursor);

}  // namespace jinsha::io
