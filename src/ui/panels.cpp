#include "ui/panels.hpp"

#include "ui/area_panel.hpp"
#include "ui/check_badges.hpp"
#include "ui/filter_panel.hpp"
#include "ui/hover_tip.hpp"
#include "ui/import_panel.hpp"
#include "ui/loading_panel.hpp"
#include "ui/measure_panel.hpp"
#include "ui/overview_model.hpp"
#include "ui/pinned_model.hpp"
#include "ui/scale_bar_panel.hpp"
#include "ui/search_model.hpp"
#include "ui/sketch_overlay.hpp"
#include "ui/status_line.hpp"
#include "ui/title_panel.hpp"
#include "ui/tool_bar.hpp"
#include "ui/zoom_buttons.hpp"

#include <algorithm>
#include <iterator>

namespace jinsha::ui {
namespace {

constexpr float kRoomForList = 4;  // of its widths, in a window that it does not cover too much of
constexpr float kScaleBarRoom = 44;
constexpr float kNarrow = 520;  // below this width of free area a card may lie over the panels

void append(Commands& commands, Commands more) {
    std::ranges::move(more, std::back_inserter(commands));
}

bool has_side_panel(const Model& model) {
    return !model.side_panel.empty() && !model.panels_hidden;
}

bool is_searching(const Model& model) {
    return model.search && model.search->is_open;
}

}  // namespace

Rect free_area(const Frame& frame, const Model& model, float table_px) {
    const float margin = frame.px(Measures::kMargin);
    const Rect& window = frame.window;
    if (model.panels_hidden) return window.grown(-margin);
    const float left = margin + frame.px(Measures::kListWidth) + margin;
    const float at_right = has_side_panel(model) ? frame.px(kSidePanelWidth) : zoom_buttons_size(frame).x;
    const float right = window.right() - margin - at_right - margin;
    const float top = margin + tool_bar_size(frame).y + margin;
    const float bottom = window.bottom() - frame.px(Measures::kStatusHeight) - margin - table_px;
    if (right - left < frame.px(kNarrow) || bottom <= top) return window.grown(-margin);
    return {left, top, right - left, bottom - top};
}

Commands Panels::draw(Frame& frame, const Model& model, double seconds) {
    Commands commands;
    if (model.sketch) draw_sketch(frame, *model.sketch);
    if (model.checks && !model.panels_hidden) draw_check_badges(frame, *model.checks);
    draw_area_border(frame, model);
    draw_measures(frame, model);
    if (!model.panels_hidden) draw_frame_of_map(frame, model, commands);
    if (model.hover && model.dialog.empty()) draw_hover_tip(frame, *model.hover, card_.box);
    draw_selected(frame, model, commands);
    if (has_side_panel(model)) draw_side_panel(frame, model, commands);
    append(commands, draw_filter_note(frame, model, free_area(frame, model, 0)));
    const bool has_search = model.search && (!model.panels_hidden || is_searching(model));
    if (has_search && model.dialog.empty()) draw_search_field(frame, model, commands);
    draw_messages(frame, model, seconds, commands);
    draw_dialog(frame, model, commands);
    append(commands, draw_place_menu(frame, model, place_menu_));
    if (frame.tooltip) draw_tooltip(frame, *frame.tooltip);
    return commands;
}

void Panels::draw_selected(Frame& frame, const Model& model, Commands& commands) {
    if (!model.card) card_ = {};
    if (!model.form || !model.card) form_.feature.reset();
    const float table = model.table ? table_height(frame, table_) + frame.px(Measures::kMargin) : 0;
    const Rect area = draw_pinned(frame, model, free_area(frame, model, table), commands);
    if (!model.card) return;
    if (model.form) {
        const Point anchor{static_cast<float>(model.card->anchor.x),
                           static_cast<float>(model.card->anchor.y)};
        return append(commands, draw_form(frame, *model.form, anchor, area, form_));
    }
    append(commands, draw_card(frame, *model.card, area, card_));
}

Rect Panels::draw_pinned(Frame& frame, const Model& model, const Rect& area, Commands& commands) {
    if (!model.pinned) return area;
    append(commands, draw_pinned_card(frame, model.pinned->card, area));
    const float taken = frame.px(Measures::kCardWidth) + frame.px(Measures::kMargin);
    if (area.width < taken + frame.px(Measures::kCardWidth)) return area;
    return {area.left + taken, area.top, area.width - taken, area.height};
}

void Panels::draw_frame_of_map(Frame& frame, const Model& model, Commands& commands) {
    const Rect& window = frame.window;
    const float status = frame.px(Measures::kStatusHeight);
    const float bottom = window.bottom() - status - frame.px(Measures::kMargin);
    draw_status_line(frame, model, {0, window.bottom() - status, window.width, status});
    const float above_table = draw_table_if_open(frame, model, bottom, commands);
    draw_scale_bar(frame, model, {frame.px(Measures::kMargin + 4), above_table});
    draw_left_column(frame, model, above_table - frame.px(kScaleBarRoom), commands);
    draw_right_column(frame, model, bottom, commands);
    draw_overview_if_shown(frame, model, above_table, commands);
}

/// Beside the zoom buttons, above the table.
void Panels::draw_overview_if_shown(Frame& frame, const Model& model, float bottom, Commands& commands) {
    if (!model.overview || !model.overview->picture) return;
    const Point size = overview_size(frame);
    const float right = frame.window.right() - 2 * frame.px(Measures::kMargin) - zoom_buttons_size(frame).x;
    const Rect box{right - size.x, bottom - size.y, size.x, size.y};
    append(commands, draw_overview(frame, *model.overview, box, overview_));
}

float Panels::draw_table_if_open(Frame& frame, const Model& model, float bottom, Commands& commands) {
    if (!model.table) {
        table_.title.clear();
        return bottom;
    }
    const float margin = frame.px(Measures::kMargin);
    const float height = table_height(frame, table_);
    const float width = frame.window.width - 3 * margin - zoom_buttons_size(frame).x;
    append(commands, draw_table(frame, *model.table, {margin, bottom - height, width, height}, table_));
    return bottom - height - margin;
}

void Panels::draw_left_column(Frame& frame, const Model& model, float bottom, Commands& commands) {
    const float margin = frame.px(Measures::kMargin);
    const float width = std::min(frame.px(Measures::kListWidth), frame.window.width - 2 * margin);
    float y = margin + (model.search ? frame.px(kSearchHeight) + margin : 0);
    if (!model.map_title.empty()) {
        const Rect title{margin, y, width, title_height(frame, model)};
        draw_title(frame, model, title);
        y = title.bottom() + margin;
    }
    if (model.layers.empty() && model.problems.empty()) return;
    if (layer_list_.follows_room) layer_list_.is_folded = frame.window.width < kRoomForList * width;
    const float wanted = layer_panel_height(frame, model, layer_list_);
    const float height = std::min(wanted, bottom - y);
    if (height < frame.px(Measures::kRow)) return;  // a very low window
    append(commands, draw_layer_panel(frame, model, {margin, y, width, height}, layer_list_));
}

/// Over all other panels, as what it found lies over them.
void Panels::draw_search_field(Frame& frame, const Model& model, Commands& commands) {
    const float margin = frame.px(Measures::kMargin);
    const float width = std::min(frame.px(Measures::kListWidth), frame.window.width - 2 * margin);
    append(commands,
           draw_search(frame, model, {margin, margin, width, frame.px(kSearchHeight)},
                       frame.window.bottom() - frame.px(Measures::kStatusHeight) - margin, search_));
}

void Panels::draw_right_column(Frame& frame, const Model& model, float bottom, Commands& commands) {
    const float right = frame.window.right() - frame.px(Measures::kMargin);
    const Point tools = tool_bar_size(frame);
    append(commands,
           draw_tool_bar(frame, model, {right - tools.x, frame.px(Measures::kMargin), tools.x, tools.y}));
    draw_edit_panels(frame, model, right - tools.x - frame.px(Measures::kMargin), commands);
    const Point zoom = zoom_buttons_size(frame);
    if (model.importing) {
        const float top = 2 * frame.px(Measures::kMargin) + tools.y;
        const float lowest = bottom - zoom.y - frame.px(Measures::kMargin);
        append(commands, draw_import(frame, *model.importing, {right, top}, lowest - top));
    }
    append(commands, draw_zoom_buttons(frame, model, {right - zoom.x, bottom - zoom.y, zoom.x, zoom.y}));
}

/// To the left of the bar of tools, where there is room.
void Panels::draw_edit_panels(Frame& frame, const Model& model, float right, Commands& commands) {
    const Point size = edit_bar_size(frame, model);
    const float margin = frame.px(Measures::kMargin);
    const float left_column = frame.px(Measures::kListWidth) + 2 * margin;
    if (size.x <= 0 || right - size.x < left_column) return;
    const Rect bar{right - size.x, margin, size.x, size.y};
    append(commands, draw_edit_bar(frame, model, bar));
    append(commands, draw_edit_strip(frame, model, {bar.right(), bar.bottom() + margin}, edit_bar_));
}

/// Below the tool bar, above the zoom buttons and the table.
void Panels::draw_side_panel(Frame& frame, const Model& model, Commands& commands) {
    const float margin = frame.px(Measures::kMargin);
    const float top = margin + tool_bar_size(frame).y + margin;
    const float below = std::max(zoom_buttons_size(frame).y, model.table ? table_height(frame, table_) : 0);
    const float bottom = frame.window.bottom() - frame.px(Measures::kStatusHeight) - 2 * margin - below;
    const float width = std::min(frame.px(kSidePanelWidth), frame.window.width - 2 * margin);
    const Rect area{frame.window.right() - margin - width, top, width, bottom - top};
    if (area.height < frame.px(2 * kSidePanelHeader)) return;  // a very low window
    for (const auto& panel : side_panels_) {
        if (panel->name() == model.side_panel && panel->is_ready(model))
            append(commands, panel->draw(frame, model, area));
    }
}

void Panels::draw_messages(Frame& frame, const Model& model, double seconds, Commands& commands) {
    const float margin = frame.px(Measures::kMargin);
    Rect area = frame.window.grown(-margin);
    if (model.loading) {
        append(commands, draw_loading(frame, *model.loading, area));
    }
    area.height -= frame.px(Measures::kStatusHeight);
    if (model.table && !model.panels_hidden) area.height -= table_height(frame, table_) + margin;
    NotesResult result = draw_notes(frame, model.notes, area, seconds, notes_);
    append(commands, std::move(result.commands));
    is_waiting_ = result.is_waiting;
}

void Panels::draw_dialog(Frame& frame, const Model& model, Commands& commands) {
    for (const auto& dialog : dialogs_) {
        if (dialog->name() == model.dialog) append(commands, dialog->draw(frame, model));
    }
}

}  // namespace jinsha::ui
