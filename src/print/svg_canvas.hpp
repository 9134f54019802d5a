#pragma once

#include "print/canvas.hpp"
#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"

#include <map>
#include <memory>
#include <string>

namespace jinsha::print {

/// Writes SVG 1.1: shapes as paths, labels as <text>, icons as shapes that are defined once and used often.
class SvgCanvas final : public Canvas {
public:
    /// Borrows the icons.
    SvgCanvas(std::shared_ptr<const text::FontSet> fonts, const symbol::IconStore& icons)
        : fonts_{std::move(fonts)}, icons_{icons} {}

    void fill(const PagePath& path, const style::Color& color) override;
    void stroke(const PagePath& path, const PageStroke& stroke) override;
    void disc(PagePoint center, double radius, const style::Color& color) override;
    void label(const text::Label& label, PagePoint origin, double scale, double opacity) override;
    void icon(const std::string& name, const IconPose& pose) override;
    void begin_clip(const PageRect& rect) override;
    void end_clip() override;

    /// What was drawn since the last call.
    [[nodiscard]] std::string take() { return std::exchange(body_, {}); }

private:
    [[nodiscard]] std::string icon_id(const std::string& name);

    std::shared_ptr<const text::FontSet> fonts_;
    const symbol::IconStore& icons_;
    std::string body_;
    std::map<std::string, std::string> icon_ids_;  // "" for one that cannot be drawn
    int clip_count_{};
};

/// Text for use in XML, between tags and in attributes.
[[nodiscard]] std::string escaped_xml(std::string_view text);

}  // namespace jinsha::print
