#pragma once

#include "map/feature_key.hpp"
#include "ui/around_commands.hpp"
#include "ui/data_commands.hpp"
#include "ui/export_model.hpp"
#include "ui/file_choice.hpp"
#include "ui/model.hpp"

#include <cstdint>
#include <string>
#include <variant>

/// What the user asked for in a panel. One place applies them (the window); until then nothing changes.
namespace jinsha::ui {

struct ShowLayer {
    std::uint32_t id{};  // LayerRow::id
    bool visible{};
    bool operator==(const ShowLayer&) const = default;
};
struct ZoomToLayer {
    std::uint32_t id{};  // LayerRow::id
    bool operator==(const ZoomToLayer&) const = default;
};
struct ZoomToFeature {
    map::FeatureKey feature;
    bool operator==(const ZoomToFeature&) const = default;
};
/// One of Model::actions, by its id.
struct RunAction {
    std::string id;
    bool operator==(const RunAction&) const = default;
};
/// Opens the dialog of that name, closes whichever is open when it is "".
struct ShowDialog {
    std::string name;
    bool operator==(const ShowDialog&) const = default;
};
/// Put `text` (UTF-8) on the clipboard.
struct CopyText {
    std::string text;
    bool operator==(const CopyText&) const = default;
};
/// The card of another one of the features that lie over each other: `by` pages on, negative: back.
struct TurnPage {
    int by{};
    bool operator==(const TurnPage&) const = default;
};
struct CloseCard {
    bool operator==(const CloseCard&) const = default;
};
/// The note is read (or, of kind Done, has been seen long enough): take it out of the model.
struct DismissNote {
    std::uint64_t id{};  // Note::id
    bool operator==(const DismissNote&) const = default;
};
struct SetLanguage {
    Language language{};
    bool operator==(const SetLanguage&) const = default;
};
struct SetTheme {
    ThemeName theme{};
    bool operator==(const SetTheme&) const = default;
};
struct CancelLoading {
    bool operator==(const CancelLoading&) const = default;
};

struct SetExportChoice {
    ExportChoice choice;
    bool operator==(const SetExportChoice&) const = default;
};
/// The page as it was chosen, into a file that is asked for.
struct StartExport {
    bool operator==(const StartExport&) const = default;
};
struct CancelExport {
    bool operator==(const CancelExport&) const = default;
};

/// An answer to Model::question: QuestionModel::Answer::id, "" when it was only closed.
struct AnswerQuestion {
    std::string id;
    bool operator==(const AnswerQuestion&) const = default;
};
/// New features go into that source from now on, by its place in the map.
struct ChooseEditTarget {
    std::uint32_t source{};
    bool operator==(const ChooseEditTarget&) const = default;
};

/// Coordinates that were typed in: a vertex of what is being drawn.
struct EnterCoordinates {
    std::string text;
    bool operator==(const EnterCoordinates&) const = default;
};

using Command =
    std::variant<ShowLayer, ZoomToLayer, ZoomToFeature, RunAction, ShowDialog, CopyText, TurnPage, CloseCard,
                 DismissNote, SetLanguage, SetTheme, CancelLoading, ListFolder, MakeFolder, ChooseFiles,
                 SetExportChoice, StartExport, CancelExport, AnswerQuestion, ChooseEditTarget,
                 EnterCoordinates, AskTable, AskForm, AskImport, AskChecks, PickFeature, ShowSearch,
                 SearchFor, SelectFeature, GoTo, ShowSidePanel, FilterProjects, Measure, ClearMeasures,
                 ClosePlaceMenu, KeepView, GoToView, ForgetView, SoloLayer, SetOpacity, CenterOn, PinCard,
                 UnpinCard, OpenLink>;

}  // namespace jinsha::ui
