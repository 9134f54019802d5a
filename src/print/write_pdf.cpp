#include "print/write_pdf.hpp"

#include "print/cairo_canvas.hpp"
#include "print/furniture.hpp"
#include "print/map_vectors.hpp"
#include "symbol/cairo_handles.hpp"

#include <cairo-pdf.h>

#include <optional>
#include <utility>

namespace jinsha::print {

namespace {

constexpr double kPointsPerPx = 72 / kPxPerInch;

}  // namespace

struct PdfWriter::State {
    ByteSink sink;
    std::optional<Error> error;  // of the sink
    symbol::CairoSurface surface;
    symbol::CairoContext context;
    std::optional<CairoFonts> fonts;

    static cairo_status_t write(void* self, const unsigned char* bytes, unsigned length) {
        auto& state = *static_cast<State*>(self);
        if (state.error) return CAIRO_STATUS_WRITE_ERROR;
        const auto written = state.sink({reinterpret_cast<const char*>(bytes), length});
        if (written) return CAIRO_STATUS_SUCCESS;
        state.error = written.error();
        return CAIRO_STATUS_WRITE_ERROR;
    }

    [[nodiscard]] Result<void> result() const {
        if (error) return tl::make_unexpected(*error);
        const cairo_status_t status = cairo_surface_status(surface.get());
        if (status != CAIRO_STATUS_SUCCESS) return fail("PDF: {}", cairo_status_to_string(status));
        return {};
    }
};

PdfWriter::PdfWriter(ByteSink sink, const PdfProperties& properties) : state_{std::make_unique<State>()} {
    state_->sink = std::move(sink);
    state_->surface.reset(cairo_pdf_surface_create_for_stream(&State::write, state_.get(), 1, 1));
    cairo_surface_t* const surface = state_->surface.get();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, properties.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Jinsha");
    // cairo would take the time of day, whatever SOURCE_DATE_EPOCH says.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, properties.created.c_str());
}

PdfWriter::~PdfWriter() = default;

Result<std::vector<std::string>> PdfWriter::add_page(const PagePlan& plan, const Progress& progress) {
    cairo_surface_t* const surface = state_->surface.get();
    cairo_pdf_surface_set_size(surface, plan.layout.page.width * kPointsPerPx,
                               plan.layout.page.height * kPointsPerPx);
    if (!state_->context) {
        state_->context.reset(cairo_create(surface));
        cairo_scale(state_->context.get(), kPointsPerPx, kPointsPerPx);
        state_->fonts.emplace(plan.map.fonts);
    }
    cairo_t* const context = state_->context.get();
    CairoCanvas canvas{context, *state_->fonts, *plan.map.icons};
    std::vector<std::string> faults = draw_map_vectors(plan, canvas, progress.flag());
    if (progress.is_cancelled()) return fail_cancelled();
    if (plan.has_surround()) {
        draw_paper(plan, canvas);
        draw_furniture(plan, canvas);
    }
    cairo_show_page(context);
    faults.insert(faults.end(), canvas.faults().begin(), canvas.faults().end());
    if (const auto written = state_->result(); !written) return tl::make_unexpected(written.error());
    return faults;
}

Result<void> PdfWriter::finish() {
    state_->context.reset();
    cairo_surface_finish(state_->surface.get());
    return state_->result();
}

}  // namespace jinsha::print
