#pragma once

#include "print/page_plan.hpp"
#include "print/page_writing.hpp"

#include <memory>
#include <string>
#include <vector>

namespace jinsha::print {

/// What a PDF says of itself.
struct PdfProperties {
    std::string title;
    std::string created;  // ISO 8601, "2026-11-24T08:00:00Z"
};

/// Writes pages as vectors with real text, its fonts embedded as subsets. The same pages give the same bytes.
class PdfWriter {
public:
    PdfWriter(ByteSink sink, const PdfProperties& properties);
    ~PdfWriter();

    /// Returns why symbols were left out, each reason once. The error is the sink's, or "cancelled".
    [[nodiscard]] Result<std::vector<std::string>> add_page(const PagePlan& plan, const Progress& progress);
    [[nodiscard]] Result<void> finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace jinsha::print
