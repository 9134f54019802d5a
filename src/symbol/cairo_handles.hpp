#pragma once

#include <cairo.h>

#include <memory>

namespace jinsha::symbol {

template <auto Close>
struct ClosedBy {
    template <class Handle>
    void operator()(Handle* handle) const noexcept {
        Close(handle);
    }
};

using CairoContext = std::unique_ptr<cairo_t, ClosedBy<cairo_destroy>>;
using CairoSurface = std::unique_ptr<cairo_surface_t, ClosedBy<cairo_surface_destroy>>;
using CairoPattern = std::unique_ptr<cairo_pattern_t, ClosedBy<cairo_pattern_destroy>>;

/// Brings a context back to the state it had when this was made.
class SavedContext {
public:
    explicit SavedContext(cairo_t* context) : context_{context} { cairo_save(context_); }
    ~SavedContext() { cairo_restore(context_); }
    SavedContext(const SavedContext&) = delete;
    SavedContext& operator=(const SavedContext&) = delete;

private:
    cairo_t* context_;
};

}  // namespace jinsha::symbol
