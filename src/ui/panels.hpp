#pragma once

#include "ui/card_panel.hpp"
#include "ui/dialog_panel.hpp"
#include "ui/edit_bar.hpp"
#include "ui/form_panel.hpp"
#include "ui/frame.hpp"
#include "ui/layer_panel.hpp"
#include "ui/notes_panel.hpp"
#include "ui/overview_panel.hpp"
#include "ui/place_menu_panel.hpp"
#include "ui/search_panel.hpp"
#include "ui/side_panel.hpp"
#include "ui/table_panel.hpp"

namespace jinsha::ui {

/// All panels: where they stand, what they remember, in which order they lie over each other.
class Panels {
public:
    /// Draws them all and returns what was asked for.
    [[nodiscard]] Commands draw(Frame& frame, const Model& model, double seconds);

    /// A note will go by itself.
    [[nodiscard]] bool is_waiting() const noexcept { return is_waiting_; }

private:
    void draw_frame_of_map(Frame& frame, const Model& model, Commands& commands);
    void draw_left_column(Frame& frame, const Model& model, float bottom, Commands& commands);
    void draw_overview_if_shown(Frame& frame, const Model& model, float bottom, Commands& commands);
    void draw_search_field(Frame& frame, const Model& model, Commands& commands);
    void draw_right_column(Frame& frame, const Model& model, float bottom, Commands& commands);
    /// Returns what lies above of it.
    [[nodiscard]] float draw_table_if_open(Frame& frame, const Model& model, float bottom,
                                           Commands& commands);
    /// The card of what is selected, or its form.
    void draw_selected(Frame& frame, const Model& model, Commands& commands);
    /// The card that is pinned, at the left of `area`; returns where another one has room.
    [[nodiscard]] Rect draw_pinned(Frame& frame, const Model& model, const Rect& area, Commands& commands);
    void draw_edit_panels(Frame& frame, const Model& model, float right, Commands& commands);
    void draw_side_panel(Frame& frame, const Model& model, Commands& commands);
    void draw_messages(Frame& frame, const Model& model, double seconds, Commands& commands);
    void draw_dialog(Frame& frame, const Model& model, Commands& commands);

    SearchState search_;
    LayerPanelState layer_list_;
    TableState table_;
    CardState card_;
    FormState form_;
    NotesState notes_;
    EditBarState edit_bar_;
    std::vector<std::unique_ptr<DialogPanel>> dialogs_{all_dialogs()};
    std::vector<std::unique_ptr<SidePanel>> side_panels_{all_side_panels()};
    PlaceMenuState place_menu_;
    OverviewState overview_;
    bool is_waiting_{};
};

/// What the panels leave free of the window: where a card may stand, and what a map should be fitted to.
/// @param table_px  the height that a table along the bottom takes
[[nodiscard]] Rect free_area(const Frame& frame, const Model& model, float table_px = 0);

}  // namespace jinsha::ui
