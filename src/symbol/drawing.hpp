#pragma once

#include "error/error.hpp"

typedef struct _cairo cairo_t;  // cairo.h's own, so that users of icons need not include it

namespace jinsha::symbol {

struct IconSize {
    double width{}, height{};  // CSS pixels
    bool operator==(const IconSize&) const = default;
};

/// A symbol as shapes: the one drawing that the pixels of the window, a PNG, the vectors of a PDF and the
/// legend come from. Immutable; any thread, as long as each has a cairo context of its own.
class Drawing {
public:
    Drawing() = default;
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;
    virtual ~Drawing() = default;

    /// What the symbol measures to the eye: for layout and collisions.
    [[nodiscard]] virtual IconSize size() const = 0;
    /// How far, in CSS pixels and on each side alike, it draws beyond its size: room for a shadow.
    [[nodiscard]] virtual double margin() const { return 0; }
    /// Draws from (0, 0) to size() of the context's user space, the margin around that, and leaves the
    /// context as it was. The error says what could not be drawn.
    [[nodiscard]] virtual Result<void> draw(cairo_t* context) const = 0;
};

}  // namespace jinsha::symbol
