#include "ui/import_panel.hpp"

#include "ui/form_choices.hpp"
#include "ui/line_break.hpp"
#include "ui/numbers.hpp"
#include "ui/parts.hpp"
#include "ui/segments.hpp"

#include <algorithm>
#include <numeric>

namespace jinsha::ui {
namespace {

constexpr float kWidth = 336;
constexpr float kHeader = 48;
constexpr float kFooter = 52;
constexpr float kPadding = 16;
constexpr float kLine = 22;
constexpr float kGap = 10;
constexpr std::size_t kMostFields = 8;

std::string number(std::size_t count) {
    return grouped(static_cast<double>(count));
}

/// Lays the panel out, and draws it when asked to: both go through the same lines, so that they cannot
/// differ. A function that sets something at `y` returns its height.
class ImportPanel {
public:
    ImportPanel(Frame& frame, const ImportModel& import)
        : frame_{frame},
          import_{import},
          colors_{frame.canvas.colors()},
          width_{frame.px(kWidth)},
          room_{width_ - 2 * frame.px(kPadding)} {}

    Commands draw(Point corner, float highest) {
        const float wanted = frame_.px(kHeader) + body({}, Mode::Measure) + frame_.px(kFooter);
        const Rect box{corner.x - width_, corner.y, width_, std::min(wanted, highest)};
        const PanelScope scope{frame_, "import", box, floating(frame_, true)};
        frame_.canvas.panel(box);
        take_keys();
        draw_header({box.left, box.top, box.width, frame_.px(kHeader)});
        const Rect viewport{box.left, box.top + frame_.px(kHeader), box.width,
                            box.height - frame_.px(kHeader) - frame_.px(kFooter)};
        const auto scroll =
            frame_.widgets.scroll("body", viewport, body({}, Mode::Measure), frame_.px(kLine));
        frame_.canvas.begin_clip(viewport);
        frame_.widgets.see_only(viewport);
        body({viewport.left + frame_.px(kPadding), viewport.top - scroll.offset_px}, Mode::Draw);
        frame_.widgets.see_all();
        draw_scroll_bar(frame_, scroll);
        frame_.canvas.end_clip();
        draw_footer({box.left, box.bottom() - frame_.px(kFooter), box.width, frame_.px(kFooter)});
        return std::move(commands_);
    }

private:
    enum class Mode { Measure, Draw };

    void take_keys() {
        frame_.widgets.claim_motion();
        const auto& pressed = frame_.widgets.keys().pressed;
        if (!pressed || !pressed->is_down) return;
        if (pressed->key == PressedKey::Escape) commands_.emplace_back(ask_import(GiveUpImport{}));
        if (pressed->key == PressedKey::Enter && can_take_in()) commands_.emplace_back(ask_import(TakeIn{}));
    }

    [[nodiscard]] bool can_take_in() const {
        return import_.is_examined && import_.added + import_.replaced > 0;
    }

    void draw_header(const Rect& area) {
        const float left = area.left + frame_.px(kPadding);
        const std::string title = frame_.tr("import.title", fmt::arg("from", import_.from));
        frame_.canvas.text(TextStyle::Title, left, area.center().y, colors_.text,
                           frame_.canvas.metrics().shortened(TextStyle::Title, title, room_));
    }

    float body(Point at, Mode mode) {
        if (!import_.is_examined) return text({at.x, at.y}, frame_.tr("import.reading"), mode);
        float y = at.y;
        y += text({at.x, y}, count_text(), mode);
        y += heading({at.x, y}, frame_.tr("import.target"), mode);
        y += targets({at.x, y}, mode);
        y += heading({at.x, y}, frame_.tr("import.fields"), mode);
        y += fields({at.x, y}, mode);
        y += duplicates({at.x, y}, mode);
        return y - at.y;
    }

    [[nodiscard]] std::string count_text() const {
        std::string text = frame_.tr("import.count", fmt::arg("count", number(import_.count)));
        if (import_.unplaced > 0)
            text += frame_.tr("import.unplaced", fmt::arg("count", number(import_.unplaced)));
        return text;
    }

    float text(Point at, std::string_view text, Mode mode) {
        const auto lines = break_lines(frame_.canvas.metrics(), TextStyle::Body, text, room_);
        if (mode == Mode::Draw)
            draw_lines(frame_, TextStyle::Body, lines, at, frame_.px(kLine), colors_.text);
        return static_cast<float>(lines.size()) * frame_.px(kLine);
    }

    float heading(Point at, std::string_view text, Mode mode) {
        if (mode == Mode::Draw)
            frame_.canvas.text(TextStyle::Small, at.x, at.y + frame_.px(kGap) + frame_.px(kLine) / 2,
                               colors_.secondary_text, text);
        return frame_.px(kGap) + frame_.px(kLine);
    }

    float targets(Point at, Mode mode) {
        FormField field;
        field.name = "target";
        for (const EditTarget& target : import_.targets)
            field.choices.push_back({std::to_string(target.source), target.title});
        std::vector<std::size_t> all(field.choices.size());
        std::iota(all.begin(), all.end(), std::size_t{});
        const ChoiceChips chips{field, all, room_};
        const std::string chosen = std::to_string(import_.target);
        if (mode == Mode::Draw) {
            if (const auto pressed = chips.draw(frame_, at, {chosen, std::nullopt}))
                commands_.emplace_back(ask_import(ChooseImportTarget{import_.targets[*pressed].source}));
        }
        return chips.height(frame_);
    }

    float fields(Point at, Mode mode) {
        const std::size_t shown = std::min(import_.fields.size(), kMostFields);
        float y = at.y;
        for (std::size_t i = 0; i < shown; ++i) {
            if (mode == Mode::Draw) draw_field(import_.fields[i], {at.x, y, room_, frame_.px(kLine)});
            y += frame_.px(kLine);
        }
        if (import_.fields.empty()) y += text({at.x, y}, frame_.tr("import.no_fields"), mode);
        if (shown < import_.fields.size()) {
            const std::string more =
                frame_.tr("import.more_fields", fmt::arg("count", number(import_.fields.size() - shown)));
            y += text({at.x, y}, more, mode);
        }
        return y - at.y;
    }

    void draw_field(const ImportModel::Field& field, const Rect& area) {
        const float middle = area.center().y;
        const float half = area.width / 2 - frame_.px(12);
        const TextMetrics& metrics = frame_.canvas.metrics();
        frame_.canvas.text(TextStyle::Body, area.left, middle, colors_.text,
                           metrics.shortened(TextStyle::Body, field.from, half));
        frame_.canvas.icon("chevron-right", {area.center().x, middle}, 12, colors_.secondary_text);
        const std::string to = field.is_new ? std::string{frame_.tr("import.new_field")} : field.to;
        frame_.canvas.text(TextStyle::Body, area.center().x + frame_.px(12), middle,
                           field.is_new ? colors_.secondary_text : colors_.text,
                           metrics.shortened(TextStyle::Body, to, half));
    }

    float duplicates(Point at, Mode mode) {
        if (import_.same_id + import_.same_place == 0) return frame_.px(kGap);
        float y = at.y;
        y += heading({at.x, y}, frame_.tr("import.duplicates"), mode);
        if (import_.same_id > 0)
            y += text({at.x, y}, frame_.tr("import.same_id", fmt::arg("count", number(import_.same_id))),
                      mode);
        if (import_.same_place > 0)
            y += text({at.x, y},
                      frame_.tr("import.same_place", fmt::arg("count", number(import_.same_place))), mode);
        const std::vector<std::string> labels{std::string{frame_.tr("import.skip")},
                                              std::string{frame_.tr("import.replace")},
                                              std::string{frame_.tr("import.keep_both")}};
        y += frame_.px(kGap) / 2;
        const float height = frame_.px(Measures::kRow);
        if (mode == Mode::Draw) {
            const float width = std::min(room_, segments_width(frame_, labels));
            if (const auto chosen = segments(frame_, "duplicates", {at.x, y, width, height}, labels,
                                             static_cast<std::size_t>(import_.on_duplicate)))
                commands_.emplace_back(ask_import(ChooseOnDuplicate{static_cast<OnDuplicate>(*chosen)}));
        }
        return y + height + frame_.px(kGap) - at.y;
    }

    void draw_footer(const Rect& area) {
        frame_.canvas.separator(area.left + frame_.px(1), area.right() - frame_.px(1), area.top);
        const std::string take = take_text();
        const float height = frame_.px(Measures::kRow);
        const float top = area.center().y - height / 2;
        const float width = text_button_width(frame_, take) + frame_.px(8);
        const Rect button{area.right() - frame_.px(kPadding) - width, top, width, height};
        if (primary_button(frame_, "take", take, button, can_take_in()))
            commands_.emplace_back(ask_import(TakeIn{}));
        const std::string_view cancel = frame_.tr("import.cancel");
        const float cancel_width = text_button_width(frame_, cancel);
        if (text_button(frame_, "cancel", cancel,
                        {button.left - frame_.px(8) - cancel_width, top, cancel_width, height}))
            commands_.emplace_back(ask_import(GiveUpImport{}));
    }

    [[nodiscard]] std::string take_text() const {
        if (!can_take_in()) return std::string{frame_.tr("import.nothing")};
        if (import_.replaced == 0) return frame_.tr("import.take", fmt::arg("count", number(import_.added)));
        return frame_.tr("import.take_and_replace", fmt::arg("count", number(import_.added)),
                         fmt::arg("replaced", number(import_.replaced)));
    }

    Frame& frame_;
    const ImportModel& import_;
    const Palette& colors_;
    float width_, room_;
    Commands commands_;
};

}  // namespace

Commands draw_import(Frame& frame, const ImportModel& import, Point corner, float highest_px) {
    return ImportPanel{frame, import}.draw(corner, highest_px);
}

}  // namespace jinsha::ui
