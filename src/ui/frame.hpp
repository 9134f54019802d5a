#pragma once

#include "ui/canvas.hpp"
#include "ui/commands.hpp"
#include "ui/rect.hpp"
#include "ui/stage.hpp"
#include "ui/translations.hpp"
#include "ui/widgets.hpp"

#include <string>
#include <vector>

namespace jinsha::ui {

using Commands = std::vector<Command>;

/// What every panel is drawn with. Lives for one frame.
struct Frame {
    Canvas canvas;
    Stage& stage;
    Widgets& widgets;
    const Translations& tr;
    Rect window;  // physical pixels, at (0, 0)

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
