#include "app/window_parts.hpp"

#include "app/appearance_part.hpp"
#include "app/area_part.hpp"
#include "app/check_part.hpp"
#include "app/cluster_part.hpp"
#include "app/copy_view_part.hpp"
#include "app/dialog_guard_part.hpp"
#include "app/dialog_part.hpp"
#include "app/edit_tools_part.hpp"
#include "app/editing_part.hpp"
#include "app/export_part.hpp"
#include "app/file_picker.hpp"
#include "app/filter_part.hpp"
#include "app/form_part.hpp"
#include "app/full_screen_part.hpp"
#include "app/glance_part.hpp"
#include "app/identify_part.hpp"
#include "app/import_part.hpp"
#include "app/layers_part.hpp"
#include "app/legend_part.hpp"
#include "app/measure_part.hpp"
#include "app/navigation_part.hpp"
#include "app/notes_part.hpp"
#include "app/open_part.hpp"
#include "app/overview_part.hpp"
#include "app/pinned_part.hpp"
#include "app/place_menu_part.hpp"
#include "app/question_part.hpp"
#include "app/reading_part.hpp"
#include "app/search_part.hpp"
#include "app/settings_part.hpp"
#include "app/side_panel_part.hpp"
#include "app/source_fault_part.hpp"
#include "app/status_part.hpp"
#include "app/table_part.hpp"
#include "app/views_part.hpp"

namespace jinsha::app {

std::vector<std::unique_ptr<WindowPart>> make_window_parts(WindowContext& context,
                                                           const WindowRequests& requests) {
    std::vector<std::unique_ptr<WindowPart>> parts;
    parts.push_back(std::make_unique<AppearancePart>(context));   // first: others follow the look it gives
    parts.push_back(std::make_unique<ReadingPart>(context));      // before those that show what it has read
    parts.push_back(std::make_unique<DialogGuardPart>(context));  // before those that take from tools
    auto questions = std::make_unique<QuestionPart>(context);
    auto editing = std::make_unique<EditingPart>(context, requests, *questions);
    EditingPart& editing_part = *editing;
    parts.push_back(std::move(questions));  // before the part of dialogs
    parts.push_back(std::move(editing));    // before those that show what was edited
    parts.push_back(std::make_unique<SourceFaultPart>(context, requests));
    parts.push_back(
        std::make_unique<SearchPart>(context, requests.wake));  // sees clicks before they are taken
    parts.push_back(std::make_unique<FilterPart>(context, requests.wake));  // the same of what is selected
    parts.push_back(std::make_unique<PlaceMenuPart>(context));
    parts.push_back(std::make_unique<NavigationPart>(context, requests.now_s));
    parts.push_back(std::make_unique<ClusterPart>(context, requests.now_s));
    parts.push_back(std::make_unique<StatusPart>(context));  // sees where the pointer is before that is taken
    parts.push_back(
        std::make_unique<FormPart>(context, editing_part));  // Esc closes the form before the card
    parts.push_back(std::make_unique<EditToolsPart>(context, editing_part));  // its drags come before cards
    parts.push_back(std::make_unique<MeasurePart>(context));
    parts.push_back(std::make_unique<AreaPart>(context, requests.wake));
    parts.push_back(std::make_unique<IdentifyPart>(context));
    parts.push_back(std::make_unique<PinnedPart>(context));
    parts.push_back(std::make_unique<LayersPart>(context));
    parts.push_back(std::make_unique<TablePart>(context, requests.wake, editing_part));  // after what selects
    parts.push_back(std::make_unique<CheckPart>(context, requests.wake));
    parts.push_back(std::make_unique<GlancePart>(context));
    parts.push_back(std::make_unique<LegendPart>(context, requests.wake));
    parts.push_back(std::make_unique<OverviewPart>(context, requests.wake));
    parts.push_back(std::make_unique<FullScreenPart>(context, requests.window));
    parts.push_back(std::make_unique<SidePanelPart>(context));
    parts.push_back(std::make_unique<NotesPart>(context));
    auto views = std::make_unique<ViewsPart>(context, requests.now_s);
    // Before what it asks, which forgets the map that closes, and which is gone later.
    parts.push_back(
        std::make_unique<SettingsPart>(context, requests.settings_path, requests.settings, *views));
    parts.push_back(std::move(views));
    auto picker = std::make_unique<FilePicker>(context, requests.wake);
    parts.push_back(std::make_unique<OpenPart>(context, requests, *picker, editing_part));
    parts.push_back(std::make_unique<ExportPart>(context, requests, *picker));
    parts.push_back(std::make_unique<ImportPart>(context, requests, editing_part, *picker));
    parts.push_back(std::move(picker));  // before the part of dialogs: its dialog gives way to the one before
    parts.push_back(std::make_unique<CopyViewPart>(context, requests.wake));
    parts.push_back(std::make_unique<DialogPart>(context, requests));
    return parts;
}

}  // namespace jinsha::app
