#pragma once

#include "error/problem.hpp"
#include "geo/points.hpp"
#include "map/feature_key.hpp"
#include "map/view.hpp"
#include "style/color.hpp"
#include "ui/appearance.hpp"
#include "ui/export_model.hpp"
#include "ui/file_dialog_model.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What the panels show, as plain values. The window fills a Model and hands it to Interface::draw; panels
/// change nothing, they answer with commands (ui/commands.hpp). Texts are UTF-8.
namespace jinsha::ui {

struct EditingModel;
struct QuestionModel;
struct SketchModel;

/// How a layer looks on the map, for its row.
struct Swatch {
    enum class Kind { None, Fill, Line, Circle, Icon };
    Kind kind{Kind::None};
    style::Color color;
    std::optional<style::Color> outline;
    std::string icon;  // name for symbol::IconStore, when kind is Icon
    bool operator==(const Swatch&) const = default;
};

/// A row of the layer list; may stand for several style layers of the document.
struct LayerRow {
    std::uint32_t id{};  // the caller's number, comes back in commands
    std::string title;
    std::string group;  // rows of one group stand together under its name; "": no group
    std::optional<std::size_t> feature_count;  // none: not shown (background)
    bool is_visible{true};
    bool in_zoom_range{true};     // false: drawn greyed, nothing of it shows at this zoom
    std::size_t problem_count{};  // > 0: a badge with this number
    double opacity{1};            // 0 to 1, as it is looked at in this session
    Swatch swatch{};
    bool operator==(const LayerRow&) const = default;
};

/// A word that stands in the data, and what the document calls it. Without a label the panels take their own
/// translation of it when they have one, else the word itself.
struct Word {
    std::string value, label;

    Word() = default;
    Word(std::string word) : value{std::move(word)} {}  // NOLINT(google-explicit-constructor)
    Word(std::string word, std::string its_label) : value{std::move(word)}, label{std::move(its_label)} {}
    bool operator==(const Word&) const = default;
};

/// How sure a position is.
struct PositionQuality {
    Word quality;                    // "known", "approximate", "inferred", or any other
    std::optional<double> radius_m;  // true within this distance
    bool operator==(const PositionQuality&) const = default;
};

struct Field {
    std::string label, value;
    bool operator==(const Field&) const = default;
};

/// A figure that belongs to a project.
struct Figure {
    enum class Qualifier { Exact, MoreThan, AtLeast, AtMost };
    std::string label, period;  // the period may be empty
    double value{};
    std::string unit;  // a word of the data: "km", "schools"
    Qualifier qualifier{Qualifier::Exact};
    bool operator==(const Figure&) const = default;
};

/// Which of the features that lie over each other the card shows, counted from 0.
struct Page {
    std::size_t index{}, count{1};
    bool operator==(const Page&) const = default;
};

/// The card of a selected feature. Empty strings leave their line out.
struct Card {
    map::FeatureKey feature;
    std::string title;
    Word theme;           // "industry" …: the eleven that have a colour and an icon, or any other
    Word phase;           // "completed", "ongoing", "planned", or any other
    Word transformation;  // "transform-growth" …, or any other
    std::string fact;
    std::vector<Field> fields;  // shown below the fact, in this order
    std::vector<Figure> figures;
    Word source_section;  // where the fact stands
    std::optional<PositionQuality> position_quality;
    std::optional<geo::LonLat> position;  // representative point
    Page page;
    geo::ScreenPoint anchor;  // where the feature is in the window now; may lie outside of it
    bool operator==(const Card&) const = default;
};

/// The name of what is under the pointer.
struct Hover {
    std::string name;
    std::string detail;   // a second, quieter line; may be empty
    geo::ScreenPoint at;  // top middle of what is under the pointer, or the pointer itself
    std::string icon{};   // name for symbol::IconStore of a badge that lifts off the map; "": none
    geo::ScreenPoint icon_center{};
    double icon_css_px{};  // of its longer side
    bool operator==(const Hover&) const = default;
};

struct Status {
    std::optional<geo::LonLat> pointer;  // none while the pointer is not over the map
    std::optional<geo::MapPoint> pointer_in_map;
    std::string map_crs;            // "EPSG:4543"
    double scale_denominator{};     // 0: not known
    double zoom{};                  // the style's
    double units_per_px{};          // map units in one CSS pixel: how many digits a coordinate deserves
    double ground_metres_per_px{};  // of one CSS pixel, for the scale bar; 0: no scale bar
    bool operator==(const Status&) const = default;
};

/// Something the user should know. Warnings and errors stay until dismissed, Done goes by itself.
struct Note {
    enum class Kind { Done, Warning, Error };
    std::uint64_t id{};  // the caller's, unique; comes back in DismissNote
    Kind kind{Kind::Warning};
    std::string text;
    std::string details;  // may be long; shown on request, can be copied
    bool operator==(const Note&) const = default;
};

struct Loading {
    std::string what;                // "districts.geojson"
    std::optional<double> fraction;  // 0 to 1; none: not known
    bool operator==(const Loading&) const = default;
};

/// Something the program can do, as panels tell of it. What it does stays with the window.
struct ActionInfo {
    std::string id;     // comes back in RunAction
    std::string label;  // key of its text
    std::string keys;   // as they are shown: "Ctrl + Q"; "": none
    bool is_enabled{true};
    bool operator==(const ActionInfo&) const = default;
};

// Replaced as a whole when they change; each in a header of its own.
struct TableModel;      // ui/table_model.hpp
struct FormModel;       // ui/form_model.hpp
struct ImportModel;     // ui/import_model.hpp
struct ChecksModel;     // ui/checks_model.hpp
struct SearchModel;     // ui/search_model.hpp
struct FilterModel;     // ui/filter_model.hpp
struct GlanceModel;     // ui/glance_model.hpp
struct MeasureModel;    // ui/measure_model.hpp
struct AreaModel;       // ui/area_model.hpp
struct LegendModel;     // ui/legend_model.hpp
struct ViewsModel;      // ui/views_model.hpp
struct PlaceMenuModel;  // ui/place_menu_model.hpp
struct OverviewModel;   // ui/overview_model.hpp
struct PinnedModel;     // ui/pinned_model.hpp

struct Model {
    Appearance appearance;
    map::ScreenSize window;  // physical pixels
    std::string map_title;
    std::string data_date;  // "2021-09-14"; "": not known
    std::string attribution;
    std::vector<LayerRow> layers;  // topmost first, groups together
    /// Of all projects, and those among them whose position is estimated; nothing is said when there are
    /// none.
    std::size_t project_count{}, estimated_count{};
    std::optional<Card> card;
    std::optional<Hover> hover;
    Status status;
    std::vector<Note> notes;        // oldest first
    std::vector<Problem> problems;  // of the open map, all of them
    std::optional<Loading> loading;
    std::vector<ActionInfo> actions;                // in the order in which the help tells them
    std::optional<ExportModel> exporting;           // since the export dialog was opened first
    std::optional<FileDialogModel> files;           // while the file dialog is open
    std::shared_ptr<const EditingModel> editing;    // ui/editing_model.hpp; null: no map is open
    std::shared_ptr<const SketchModel> sketch;      // ui/sketch_model.hpp; null: nothing is drawn or reshaped
    std::shared_ptr<const QuestionModel> question;  // while it is asked (dialog "question")
    std::shared_ptr<const TableModel> table;        // null: no table is open
    std::shared_ptr<const FormModel> form;          // null: nothing is being filled in
    std::shared_ptr<const ImportModel> importing;   // null: nothing is being taken in
    std::shared_ptr<const ChecksModel> checks;      // null: nothing has been checked
    std::shared_ptr<const SearchModel> search;      // null until a map is open
    std::shared_ptr<const FilterModel> filter;      // null: the map has no projects
    std::shared_ptr<const GlanceModel> glance;      // null: the map has no figures
    std::shared_ptr<const MeasureModel> measure;    // null until something is measured
    std::shared_ptr<const AreaModel> area;          // null until a map is open
    std::shared_ptr<const LegendModel> legend;      // null until it was asked for
    std::shared_ptr<const ViewsModel> views;        // null until a map is open
    std::shared_ptr<const PlaceMenuModel> place_menu;  // null: it is closed
    std::shared_ptr<const OverviewModel> overview;     // null: it is not shown
    std::shared_ptr<const PinnedModel> pinned;         // null: no card is
    std::string side_panel;  // name of the one that is open (SidePanel::name); "": none
    std::string dialog;      // name of the one that is open (DialogPanel::name); "": none
    bool panels_hidden{};    // F4: only card, notes and loading are drawn
    bool operator==(const Model&) const = default;
};

}  // namespace jinsha::ui
