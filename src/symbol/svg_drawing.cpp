#include "symbol/svg_drawing.hpp"

#include "symbol/cairo_handles.hpp"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <mutex>
#include <string>
#include <utility>

namespace jinsha::symbol {

namespace {

constexpr double kLargestSide = 1024;  // CSS pixels
constexpr double kCssDpi = 96;

using Handle = std::unique_ptr<RsvgHandle, ClosedBy<g_object_unref>>;

/// What GLib reports, taken over and freed.
class GlibError {
public:
    GlibError() = default;
    ~GlibError() { g_clear_error(&error_); }
    GlibError(const GlibError&) = delete;
    GlibError& operator=(const GlibError&) = delete;

    [[nodiscard]] GError** out() { return &error_; }
    [[nodiscard]] std::string words() const { return error_ != nullptr ? error_->message : "unknown fault"; }

private:
    GError* error_{};
};

Result<IconSize> size_of(RsvgHandle* handle) {
    IconSize size;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height) != 0) return size;
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength width{}, height{};
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_box, &box);
    if (has_box != 0) return IconSize{box.width, box.height};
    RsvgRectangle ink{};
    GlibError error;
    if (rsvg_handle_get_geometry_for_element(handle, nullptr, &ink, nullptr, error.out()) == 0)
        return fail("has no size: {}", error.words());
    return IconSize{ink.width, ink.height};
}

}  // namespace

struct SvgDrawing::State {
    Handle handle;
    IconSize size;
    std::mutex mutex;  // librsvg draws an image from one thread at a time
};

Result<std::shared_ptr<const SvgDrawing>> SvgDrawing::parse(std::string_view svg, std::optional<Rgb> tint) {
    GlibError error;
    // Data without a base address: librsvg then loads nothing that the image refers to.
    Handle handle{
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), error.out())};
    if (!handle) return fail("is no valid SVG image: {}", error.words());
    rsvg_handle_set_dpi(handle.get(), kCssDpi);
    if (tint) {
        const std::string sheet =
            fmt::format("svg {{ color: #{:02x}{:02x}{:02x} !important }}", tint->r, tint->g, tint->b);
        if (rsvg_handle_set_stylesheet(handle.get(), reinterpret_cast<const guint8*>(sheet.data()),
                                       sheet.size(), error.out()) == 0)
            return fail("cannot be tinted: {}", error.words());
    }
    const auto size = size_of(handle.get());
    if (!size) return tl::make_unexpected(size.error());
    if (!(size->width > 0 && size->height > 0)) return fail("has no size and draws nothing");
    if (!(std::max(size->width, size->height) <= kLargestSide))
        return fail("is {} × {} px large, an icon may have {} px at most", size->width, size->height,
                    kLargestSide);
    auto state = std::make_unique<State>();
    state->handle = std::move(handle);
    state->size = *size;
    return std::shared_ptr<const SvgDrawing>{new SvgDrawing{std::move(state)}};
}

SvgDrawing::SvgDrawing(std::unique_ptr<State> state) : state_{std::move(state)} {}

SvgDrawing::~SvgDrawing() = default;

IconSize SvgDrawing::size() const {
    return state_->size;
}

Result<void> SvgDrawing::draw(cairo_t* context) const {
    const std::scoped_lock lock{state_->mutex};
    const SavedContext saved{context};
    const RsvgRectangle viewport{0, 0, state_->size.width, state_->size.height};
    GlibError error;
    if (rsvg_handle_render_document(state_->handle.get(), context, &viewport, error.out()) == 0)
        return fail("cannot be drawn: {}", error.words());
    return {};
}

}  // namespace jinsha::symbol
