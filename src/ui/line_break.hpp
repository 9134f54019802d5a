#pragma once

#include "ui/text_metrics.hpp"

#include <string_view>
#include <vector>

namespace jinsha::ui {

/// The lines of `utf8` set in `width_px`: broken between Chinese characters and at blanks, but not before
/// what closes nor after what opens; a word that is wider than a line is broken anywhere. '\n' ends a line
/// always; blanks at a break are left out. The lines are parts of `utf8`. "" is one empty line.
[[nodiscard]] std::vector<std::string_view> break_lines(const TextMetrics& metrics, TextStyle style,
                                                        std::string_view utf8, float width_px);

}  // namespace jinsha::ui
