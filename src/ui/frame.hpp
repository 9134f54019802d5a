#pragma once

#include "ui/canvas.hpp"
#include "ui/commands.hpp"
#include "ui/rect.hpp"
#include "ui/stage.hpp"
#include "ui/translations.hpp"
#include "ui/widgets.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jinsha::ui {

using Commands = std::vector<Command>;

/// What a button says of itself while the pointer is over it.
struct Tooltip {
    std::string text;
    Rect area;  // of the button
};

/// What every panel is drawn with. Lives for one frame.
struct Frame {
    Canvas canvas;
    Stage& stage;
    Widgets& widgets;
    const Translations& tr;
    Rect window;                       // physical pixels, at (0, 0)
    std::optional<Tooltip> tooltip{};  // of the button under the pointer; drawn over all panels

    [[nodiscard]] float px(float css_px) const { return canvas.px(css_px); }
    [[nodiscard]] float width(TextStyle style, std::string_view utf8) const {
        return canvas.metrics().width(style, utf8);
    }
};

/// A panel on the stage for as long as this lives.
class PanelScope {
public:
    PanelScope(Frame& frame, const std::string& name, const Rect& box, PanelTraits traits)
        : stage_{frame.stage} {
        stage_.open(name, box, traits);
    }
    PanelScope(const PanelScope&) = delete;
    PanelScope& operator=(const PanelScope&) = delete;
    ~PanelScope() { stage_.close(); }

private:
    Stage& stage_;
};

}  // namespace jinsha::ui
