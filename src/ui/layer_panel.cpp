#include "ui/layer_panel.hpp"

#include "ui/layer_opacity.hpp"
#include "ui/numbers.hpp"
#include "ui/parts.hpp"
#include "ui/problems_panel.hpp"
#include "ui/table_model.hpp"

#include <algorithm>

namespace jinsha::ui {
namespace {

constexpr float kHeader = 40;
constexpr float kPadding = 8;  // left and right of the rows
constexpr float kButton = 28;  // eye, chevron
constexpr float kSwatch = 16;
constexpr float kGroupHeight = 30;
constexpr float kFooterLine = 28;

float line_height(const Frame& frame, const LayerLine& line) {
    if (line.kind == LayerLine::Kind::Opacity) return frame.px(kOpacityHeight);
    return frame.px(line.kind == LayerLine::Kind::Group ? kGroupHeight : Measures::kRow);
}

float lines_height(const Frame& frame, const std::vector<LayerLine>& lines) {
    float height = frame.px(kPadding);  // below the last one
    for (const LayerLine& line : lines) height += line_height(frame, line);
    return height;
}

bool has_estimates(const Model& model) {
    return model.estimated_count > 0;
}

float footer_height(const Frame& frame, const Model& model) {
    const int lines = (has_estimates(model) ? 1 : 0) + (problem_count(model) == 0 ? 0 : 1);
    return lines == 0 ? 0 : static_cast<float>(lines) * frame.px(kFooterLine) + frame.px(2 * kPadding);
}

/// The rows of the group that begins at `first`.
std::span<const LayerRow> group_at(std::span<const LayerRow> layers, std::size_t first) {
    std::size_t end = first;
    while (end < layers.size() && layers[end].group == layers[first].group) ++end;
    return layers.subspan(first, end - first);
}

/// Draws the panel's parts; holds what they share.
class LayerPanel {
public:
    LayerPanel(Frame& frame, const Model& model, LayerPanelState& state)
        : frame_{frame}, model_{model}, state_{state}, colors_{frame.canvas.colors()} {}

    Commands draw(const Rect& box) {
        const PanelScope scope{frame_, "layers", box, floating(frame_)};
        frame_.canvas.panel(box);
        draw_header({box.left, box.top, box.width, frame_.px(kHeader)});
        if (state_.is_folded) return std::move(commands_);
        const float footer = footer_height(frame_, model_);
        draw_list(
            {box.left, box.top + frame_.px(kHeader), box.width, box.height - frame_.px(kHeader) - footer});
        draw_footer({box.left, box.bottom() - footer, box.width, footer});
        return std::move(commands_);
    }

private:
    void draw_header(const Rect& area) {
        frame_.canvas.text(TextStyle::Title, area.left + frame_.px(14), area.center().y, colors_.text,
                           frame_.tr("layers.title"));
        const float side = frame_.px(kButton);
        const Rect button{area.right() - frame_.px(kPadding) - side, area.center().y - side / 2, side, side};
        if (icon_button(frame_, "fold", state_.is_folded ? "chevron-down" : "chevron-up", button)) {
            state_.is_folded = !state_.is_folded;
            state_.follows_room = false;
        }
    }

    void draw_list(const Rect& viewport) {
        const std::vector<LayerLine> lines = layer_lines(model_.layers, state_.folded_groups, state_.faded);
        const auto scroll =
            frame_.widgets.scroll("list", viewport, lines_height(frame_, lines), frame_.px(Measures::kRow));
        frame_.canvas.begin_clip(viewport);
        frame_.widgets.see_only(viewport);
        float y = viewport.top - scroll.offset_px;
        for (const LayerLine& line : lines) {
            const Rect area{viewport.left + frame_.px(kPadding), y, viewport.width - 2 * frame_.px(kPadding),
                            line_height(frame_, line)};
            const bool is_seen = area.bottom() > viewport.top && area.top < viewport.bottom();
            if (is_seen && line.kind == LayerLine::Kind::Group) draw_group(line.row, area);
            if (is_seen && line.kind == LayerLine::Kind::Layer) draw_layer(line.row, area);
            if (is_seen && line.kind == LayerLine::Kind::Opacity) draw_line_of_opacity(line.row, area);
            y = area.bottom();
        }
        frame_.widgets.see_all();
        draw_scroll_bar(frame_, scroll);
        frame_.canvas.end_clip();
    }

    void draw_group(std::size_t first, const Rect& area) {
        const auto rows = group_at(model_.layers, first);
        const std::string& name = rows.front().group;
        const bool is_folded = state_.folded_groups.contains(name);
        const bool is_any_visible = std::ranges::any_of(rows, &LayerRow::is_visible);
        const float side = frame_.px(kButton);
        const Rect eye{area.left, area.bottom() - side, side, side};
        if (icon_button(frame_, "group eye " + name, is_any_visible ? "eye" : "eye-off", eye)) {
            for (const LayerRow& row : rows) commands_.emplace_back(ShowLayer{row.id, !is_any_visible});
        }
        const Rect fade{area.right() - side, eye.top, side, side};
        const bool is_faded = std::ranges::any_of(rows, [](const LayerRow& row) { return row.opacity < 1; });
        const auto color = is_faded ? std::optional{colors_.accent} : std::nullopt;
        if (icon_button(frame_, "group fade " + name, "opacity", fade, color,
                        frame_.tr("layers.opacity_group")))
            toggle_opacity({LayerLine::Kind::Group, first});
        const Rect head{eye.right(), eye.top, area.width - 2 * side, side};
        if (pressable(frame_, "group " + name, head).is_clicked) {
            if (is_folded) state_.folded_groups.erase(name);
            if (!is_folded) state_.folded_groups.insert(name);
        }
        frame_.canvas.text(TextStyle::Small, head.left + frame_.px(4), head.center().y,
                           colors_.secondary_text, name);
        frame_.canvas.icon(is_folded ? "chevron-down" : "chevron-up",
                           {head.right() - side / 2, head.center().y}, 12, colors_.secondary_text);
    }

    /// Of the group or the layer that stands above.
    void draw_line_of_opacity(std::size_t first, const Rect& area) {
        const bool is_group = state_.faded->kind == LayerLine::Kind::Group;
        const auto rows = is_group ? group_at(model_.layers, first)
                                   : std::span<const LayerRow>{model_.layers}.subspan(first, 1);
        const auto wanted = draw_opacity(frame_, is_group ? "group" : "layer", area, rows.front().opacity);
        if (!wanted) return;
        for (const LayerRow& row : rows) commands_.emplace_back(SetOpacity{row.id, *wanted});
    }

    /// Opens the line that sets the opacity of `line`, or closes it.
    void toggle_opacity(const LayerLine& line) {
        state_.faded = state_.faded == line ? std::nullopt : std::optional{line};
        frame_.widgets.draw_again();
    }

    void draw_layer(std::size_t index, const Rect& area) {
        const LayerRow& row = model_.layers[index];
        const std::string id = std::to_string(row.id);
        const float side = frame_.px(kButton);
        const Rect locate{area.right() - side, area.top, side, side};
        const Rect list = locate.moved(-side, 0);  // opens the table of the layer
        const Rect fade = list.moved(-side, 0);
        const Press on_row =
            frame_.widgets.press("layer " + id, {area.left, area.top, area.width - 3 * side, area.height});
        const Press on_fade = frame_.widgets.press("fade " + id, fade);
        const Press on_list = frame_.widgets.press("table " + id, list);
        const Press on_locate = frame_.widgets.press("locate " + id, locate);
        if (on_row.is_clicked && ImGui::GetIO().KeyCtrl) {
            commands_.emplace_back(SoloLayer{row.id});
        } else if (on_row.is_clicked) {
            commands_.emplace_back(ShowLayer{row.id, !row.is_visible});
        }
        if (on_fade.is_clicked) toggle_opacity({LayerLine::Kind::Layer, index});
        if (on_list.is_clicked) commands_.emplace_back(ask_table(OpenTable{row.id}));
        if (on_locate.is_clicked) commands_.emplace_back(ZoomToLayer{row.id});
        const float warmth = std::max({on_row.warmth, on_fade.warmth, on_list.warmth, on_locate.warmth});
        const float radius = frame_.px(Measures::kSmallRadius);
        frame_.canvas.fill(area, on_row.is_held ? colors_.pressed : colors_.hover.with_alpha(warmth), radius);
        if (on_row.is_focused) frame_.canvas.outline(area, colors_.focus, frame_.px(2), radius);
        if (on_fade.is_focused) frame_.canvas.outline(fade, colors_.focus, frame_.px(2), radius);
        if (on_list.is_focused) frame_.canvas.outline(list, colors_.focus, frame_.px(2), radius);
        if (on_locate.is_focused) frame_.canvas.outline(locate, colors_.focus, frame_.px(2), radius);
        tell(on_fade, fade, "layers.opacity");
        tell(on_list, list, "layers.table");
        tell(on_locate, locate, "layers.locate");

        const float middle = area.center().y;
        const bool is_seen = row.is_visible && row.in_zoom_range;
        frame_.canvas.icon(row.is_visible ? "eye" : "eye-off", {area.left + side / 2, middle}, 16,
                           row.is_visible ? colors_.accent : colors_.secondary_text);
        draw_swatch(frame_, row.swatch, {area.left + side + frame_.px(4) + frame_.px(kSwatch) / 2, middle},
                    kSwatch);
        const float right = warmth > 0 ? fade.left - frame_.px(4) : draw_numbers(row, locate);
        if (warmth > 0) {
            draw_button("opacity", fade, on_fade.is_hovered);
            draw_button("table", list, on_list.is_hovered);
            draw_button("zoom-to", locate, on_locate.is_hovered);
        }
        const float left = area.left + side + frame_.px(kSwatch) + frame_.px(12);
        frame_.canvas.text(TextStyle::Body, left, middle, is_seen ? colors_.text : colors_.secondary_text,
                           frame_.canvas.metrics().shortened(TextStyle::Body, row.title, right - left));
    }

    /// What a button of a row does, while the pointer rests on it.
    void tell(const Press& press, const Rect& area, std::string_view key) {
        if (press.is_hovered && !press.is_held && press.warmth >= 1)
            frame_.tooltip = Tooltip{std::string{frame_.tr(key)}, area};
    }

    /// While the pointer is over the row.
    void draw_button(const char* icon, const Rect& area, bool is_over) {
        frame_.canvas.icon(icon, area.center(), 16, is_over ? colors_.accent : colors_.secondary_text);
    }

    /// How many features the row has, and how many problems; returns where the title must end.
    float draw_numbers(const LayerRow& row, const Rect& locate) {
        const float middle = locate.center().y;
        float left = locate.right() - frame_.px(8);
        if (row.opacity < 1) {
            frame_.canvas.icon("opacity", {left - frame_.px(6), middle}, 12, colors_.accent);
            left -= frame_.px(18);
        }
        if (row.feature_count) {
            left -= frame_.canvas.text_to_right(TextStyle::Small, left, middle, colors_.secondary_text,
                                                grouped(static_cast<double>(*row.feature_count)));
        }
        left -= frame_.px(8);
        return row.problem_count > 0 ? draw_badge(row.problem_count, {left, middle}) : left;
    }

    /// The number of problems of a layer; returns where what stands left of it ends.
    float draw_badge(std::size_t count, Point right_middle) {
        const std::string text = grouped(static_cast<double>(count));
        const float height = frame_.px(18);
        const float width = std::max(height, frame_.width(TextStyle::Small, text) + frame_.px(10));
        const Rect badge{right_middle.x - width, right_middle.y - height / 2, width, height};
        frame_.canvas.fill(badge, colors_.warning, height / 2);
        frame_.canvas.text_centered(TextStyle::Small, badge.center(), colors_.panel, text);
        return badge.left - frame_.px(8);
    }

    void draw_footer(const Rect& area) {
        if (!has_estimates(model_) && problem_count(model_) == 0) return;
        frame_.canvas.separator(area.left + frame_.px(1), area.right() - frame_.px(1), area.top);
        float y = area.top + frame_.px(kPadding);
        const float height = frame_.px(kFooterLine);
        if (has_estimates(model_)) {
            const std::string text = frame_.tr("layers.estimated", fmt::arg("count", model_.estimated_count),
                                               fmt::arg("total", model_.project_count));
            frame_.canvas.text(TextStyle::Small, area.left + frame_.px(14), y + height / 2,
                               colors_.secondary_text, text);
            y += height;
        }
        if (problem_count(model_) == 0) return;
        const Rect line{area.left + frame_.px(kPadding), y, area.width - 2 * frame_.px(kPadding), height};
        if (pressable(frame_, "problems", line).is_clicked) {
            commands_.emplace_back(ShowDialog{"problems"});
        }
        const float side = frame_.px(kButton);
        frame_.canvas.icon("warning", {line.left + side / 2, line.center().y}, 16, colors_.warning);
        frame_.canvas.text(TextStyle::Small, line.left + side, line.center().y, colors_.warning,
                           frame_.tr("layers.problems", fmt::arg("count", problem_count(model_))));
        frame_.canvas.icon("chevron-right", {line.right() - side / 2, line.center().y}, 12,
                           colors_.secondary_text);
    }

    Frame& frame_;
    const Model& model_;
    LayerPanelState& state_;
    const Palette& colors_;
    Commands commands_;
};

}  // namespace

std::vector<LayerLine> layer_lines(std::span<const LayerRow> layers,
                                   const std::set<std::string>& folded_groups,
                                   const std::optional<LayerLine>& faded) {
    std::vector<LayerLine> lines;
    const auto add = [&](const LayerLine& line) {
        lines.push_back(line);
        if (line == faded) lines.push_back({LayerLine::Kind::Opacity, line.row});
    };
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const std::string& group = layers[i].group;
        const bool begins_group = !group.empty() && (i == 0 || layers[i - 1].group != group);
        if (begins_group) add({LayerLine::Kind::Group, i});
        if (group.empty() || !folded_groups.contains(group)) add({LayerLine::Kind::Layer, i});
    }
    return lines;
}

float layer_panel_height(const Frame& frame, const Model& model, const LayerPanelState& state) {
    if (state.is_folded) return frame.px(kHeader);
    return frame.px(kHeader) +
           lines_height(frame, layer_lines(model.layers, state.folded_groups, state.faded)) +
           footer_height(frame, model);
}

Commands draw_layer_panel(Frame& frame, const Model& model, const Rect& box, LayerPanelState& state) {
    return LayerPanel{frame, model, state}.draw(box);
}

}  // namespace jinsha::ui
