#pragma once

#include "symbol/drawing.hpp"
#include "symbol/rgb.hpp"

#include <memory>
#include <optional>
#include <string_view>

namespace jinsha::symbol {

/// An SVG image. Nothing outside of its own text is loaded: references to files and addresses stay empty.
class SvgDrawing final : public Drawing {
public:
    /// `tint` is what currentColor means in the image, instead of its own `color`. An image without a size
    /// takes that of its viewBox, one without either that of what it draws. The error says what is wrong with
    /// the image: no XML, no size, more than 1,024 CSS pixels.
    [[nodiscard]] static Result<std::shared_ptr<const SvgDrawing>> parse(std::string_view svg,
                                                                         std::optional<Rgb> tint);
    ~SvgDrawing() override;

    [[nodiscard]] IconSize size() const override;
    [[nodiscard]] Result<void> draw(cairo_t* context) const override;

private:
    struct State;
    explicit SvgDrawing(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace jinsha::symbol
