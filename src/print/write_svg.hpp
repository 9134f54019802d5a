#pragma once

#include "print/page_plan.hpp"
#include "print/page_writing.hpp"

#include <string>
#include <vector>

namespace jinsha::print {

/// Writes the page as SVG with texts as <text>. The same page gives the same bytes. Returns why symbols were
/// left out, each reason once. The error is the sink's, or "cancelled".
[[nodiscard]] Result<std::vector<std::string>> write_svg(const PagePlan& plan, const std::string& title,
                                                         const ByteSink& sink, const Progress& progress);

}  // namespace jinsha::print
