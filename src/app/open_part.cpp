#include "app/open_part.hpp"

#include "app/new_window.hpp"

#include <utility>

namespace jinsha::app {

namespace fs = std::filesystem;

namespace {

ui::FileRequest request_for(const RecentFiles& recent, const fs::path& folder) {
    ui::FileRequest request;
    request.purpose = ui::FileRequest::Purpose::Open;
    request.title = "open.title";
    request.folder = folder;
    request.filters = {
        {"open.maps", {".map.json", ".geojson", ".json", ".gpkg", ".shp", ".fgb", ".kml", ".csv"}},
        {"open.all", {}}};
    for (const fs::path& map : recent.files())
        request.places.push_back({ui::Place::Kind::RecentFile, map, {}});
    return request;
}

/// Those that a change of shows on the map.
std::vector<fs::path> files_of(const MapSession& session) {
    std::vector<fs::path> files{session.path()};
    if (session.map().document.path.empty()) return files;  // data without a document
    for (const map::SourceSpec& source : session.map().document.sources) {
        const bool is_file = source.kind == map::SourceSpec::Kind::GeoJsonFile ||
                             source.kind == map::SourceSpec::Kind::GdalDataset;
        if (is_file && !source.needs_permission)
            files.push_back(session.path().parent_path() / source.location);
    }
    return files;
}

}  // namespace

OpenPart::OpenPart(WindowContext& context, const WindowRequests& requests, FilePicker& picker,
                   EditingPart& editing)
    : context_{context},
      open_map_{requests.open_map},
      commit_field_{requests.commit_field},
      wake_{requests.wake},
      picker_{picker},
      editing_{editing},
      recent_{RecentFiles::usual_place()} {
    context_.actions.add({"file.open",
                          "action.open",
                          "Ctrl + O",
                          {{.key = sf::Keyboard::O, .control = true}},
                          [this] { ask(); },
                          {}});
}

void OpenPart::ask() {
    const fs::path map = context_.map ? context_.map->session.path() : fs::absolute(context_.options.map);
    picker_.ask(request_for(recent_, map.lexically_normal().parent_path()),
                [this](const std::vector<fs::path>& files) { open(files); });
}

/// One map a window: the first here, the others beside it.
void OpenPart::open(const std::vector<fs::path>& files) {
    open_map_(files.front());
    for (std::size_t i = 1; i < files.size(); ++i) {
        if (const auto opened = open_in_new_window(files[i]); !opened) {
            context_.add_note(ui::Note::Kind::Error, std::string{context_.tr()("open.no_window")},
                              opened.error().message());
        }
    }
}

void OpenPart::map_opened() {
    const MapSession& session = context_.map->session;
    recent_.add(session.path());
    watch_ = std::make_unique<FileWatch>(files_of(session), wake_);
}

void OpenPart::update(double /*now_s*/) {
    if (!watch_ || editing_.is_saving()) return;
    const auto changed = watch_->take_changed();
    if (!changed.empty()) commit_field_();  // the map may be read anew
    if (editing_.were_changed_by_others(changed)) open_map_(context_.map->session.path());
}

}  // namespace jinsha::app
