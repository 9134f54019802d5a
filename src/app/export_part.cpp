#include "app/export_part.hpp"

#include "app/page_choice.hpp"
#include "app/page_words.hpp"
#include "ui/theme.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

namespace jinsha::app {

namespace fs = std::filesystem;

namespace {

constexpr double kPreviewCssPx = 526;  // the longer side of a preview

/// In the order of ExportChoice::Format.
const std::vector<ui::FileFilter>& formats() {
    static const std::vector<ui::FileFilter> kFormats{{"export.png", {".png"}},
                                                      {"export.pdf", {".pdf"}},
                                                      {"export.svg", {".svg"}},
                                                      {"export.geotiff", {".tif", ".tiff"}}};
    return kFormats;
}

/// A title as a name of a file: without what no name may hold.
std::string file_name_of(std::string title) {
    for (char& c : title) {
        if (c == '/' || static_cast<unsigned char>(c) < ' ') c = '-';
    }
    return title;
}

}  // namespace

ExportPart::ExportPart(WindowContext& context, const WindowRequests& requests, FilePicker& picker)
    : context_{context},
      picker_{picker},
      memory_{ExportMemory::usual_place()},
      preview_{requests.wake},
      export_{requests.wake} {
    context_.actions.add({"file.export",
                          "action.export",
                          "Ctrl + E",
                          {{.key = sf::Keyboard::E, .control = true}},
                          [this] { open_dialog(); },
                          [this] { return context_.map.has_value(); }});
}

void ExportPart::map_opened() {
    shown_.reset();
    frame_.reset();
}

void ExportPart::open_dialog() {
    if (!context_.model.exporting) context_.model.exporting.emplace();
    ui::ExportModel& model = *context_.model.exporting;
    model.opened = ++opened_;
    model.choice = memory_.choice();
    model.choice.title = page_texts(context_.map->session.map().document, context_.tr()).title;
    model.choice.subtitle = page_texts(context_.map->session.map().document, context_.tr()).subtitle;
    model.choice.scale_denominator.reset();
    model.choice.theme = context_.model.appearance.theme;
    context_.model.dialog = "export";
    shown_.reset();
}

bool ExportPart::take_from_panel(const ui::Command& command) {
    if (!context_.model.exporting) return false;
    if (const auto* chosen = std::get_if<ui::SetExportChoice>(&command)) {
        context_.model.exporting->choice = chosen->choice;
        memory_.keep(chosen->choice);
    } else if (std::holds_alternative<ui::StartExport>(command)) {
        ask_for_file();
    } else if (std::holds_alternative<ui::CancelExport>(command)) {
        export_.cancel();
    } else {
        return false;
    }
    return true;
}

void ExportPart::ask_for_file() {
    const ui::ExportChoice& choice = context_.model.exporting->choice;
    const map::MapDocument& document = context_.map->session.map().document;
    const auto format = static_cast<std::size_t>(choice.format);
    ui::FileRequest request;
    request.purpose = ui::FileRequest::Purpose::Save;
    request.title = "export.save_title";
    request.folder = memory_.folder().empty() ? document.path.parent_path() : memory_.folder();
    request.name =
        file_name_of(choice.title.empty() ? document.name : choice.title) + formats()[format].endings.front();
    request.filters = {formats()[format]};
    picker_.ask(std::move(request), [this](const std::vector<fs::path>& files) { start(files.front()); });
}

void ExportPart::start(const fs::path& file) {
    if (export_.is_running() || !context_.map) return;
    memory_.keep_folder(file.parent_path());
    const ui::ExportChoice& choice = context_.model.exporting->choice;
    const bool is_picture =
        choice.format == ui::ExportChoice::Format::Png || choice.format == ui::ExportChoice::Format::GeoTiff;
    FileOptions options;
    options.dpi = is_picture ? choice.dpi : print::kPxPerInch;
    options.title = choice.title;
    export_.start(job(), file, std::move(options));
}

PageJob ExportPart::job() const {
    const OpenMap& map = *context_.map;
    print::PageMap page_map;
    const bool is_dark = context_.model.exporting->choice.theme == ui::ThemeName::Dark;
    page_map.snapshot = map.session.snapshot_as({is_dark, map.session.look().language});
    page_map.document = std::make_shared<const map::MapDocument>(map.session.map().document);
    page_map.crs = map.session.map().crs;
    page_map.fonts = context_.fonts;
    page_map.icons = map.icons;
    return {page_request(context_.model.exporting->choice, map.controller.rest(), map.session.map(),
                         context_.tr()),
            std::move(page_map)};
}

bool ExportPart::has_news() const {
    return preview_.has_result() || export_.has_news();
}

void ExportPart::update(double /*now_s*/) {
    update_export();
    if (is_dialog_open() && context_.map) update_preview();
}

/// Not while the view moves: what it will show is not known yet, and the motion comes first.
void ExportPart::update_preview() {
    ui::ExportModel& model = *context_.model.exporting;
    const OpenMap& map = *context_.map;
    const Shown now{model.choice, map.controller.rest(), map.session.snapshot()->revision,
                    context_.model.appearance.language};
    if (now != shown_ && !context_.is_moving()) {
        shown_ = now;
        PageJob wanted = job();
        model.width_mm = wanted.request.size.width * print::kMmPerInch / print::kPxPerInch;
        model.height_mm = wanted.request.size.height * print::kMmPerInch / print::kPxPerInch;
        const auto pixels = [&](double px) {
            return static_cast<int>(std::lround(px * model.choice.dpi / print::kPxPerInch));
        };
        model.picture = {pixels(wanted.request.size.width), pixels(wanted.request.size.height)};
        preview_.want(std::move(wanted), static_cast<int>(std::lround(kPreviewCssPx * context_.pixel_ratio)));
    }
    model.is_drawing = preview_.is_drawing();
    const auto result = preview_.take();
    if (!result) return;
    model.fault = *result ? std::string{} : result->error().message();
    if (!*result) return;
    model.preview = (*result)->picture;
    model.scale_denominator = (*result)->scale_denominator;
    frame_ = (*result)->extent;
}

void ExportPart::update_export() {
    const auto written = export_.take();
    if (!context_.model.exporting) return;
    auto& progress = context_.model.exporting->progress;
    progress = export_.is_running() ? std::optional{export_.progress()} : std::nullopt;
    if (written) tell_end(*written);
}

void ExportPart::tell_end(const Result<std::vector<std::string>>& written) {
    const ui::Translations& tr = context_.tr();
    const std::string name = export_.file().filename().string();
    if (export_.is_cancelled()) {
        context_.add_note(ui::Note::Kind::Done, tr("export.cancelled", fmt::arg("name", name)), {});
        return;
    }
    if (!written) {
        context_.add_note(ui::Note::Kind::Error, tr("export.failed", fmt::arg("name", name)),
                          written.error().message());
        return;
    }
    if (is_dialog_open()) context_.model.dialog.clear();
    context_.add_note(ui::Note::Kind::Done, tr("export.done", fmt::arg("name", name)),
                      export_.file().string());
    if (written->empty()) return;
    context_.add_note(ui::Note::Kind::Warning, std::string{tr("export.left_out")},
                      fmt::format("{}", fmt::join(*written, "\n")));
}

/// The frame of the page's map, as far as the dialog does not hide it.
void ExportPart::draw_overlay(screen::QuadPainter& quads) {
    if (!is_dialog_open() || !frame_) return;
    const map::View& view = context_.map->controller.view();
    const auto upper_left = view.to_screen({frame_->min_x, frame_->max_y});
    const auto lower_right = view.to_screen({frame_->max_x, frame_->min_y});
    const double line = std::max(1.0, std::round(1.5 * context_.pixel_ratio));
    const std::array<screen::Quad, 4> edges{
        screen::Quad{upper_left.x, upper_left.y, lower_right.x, upper_left.y + line},
        screen::Quad{upper_left.x, lower_right.y - line, lower_right.x, lower_right.y},
        screen::Quad{upper_left.x, upper_left.y + line, upper_left.x + line, lower_right.y - line},
        screen::Quad{lower_right.x - line, upper_left.y + line, lower_right.x, lower_right.y - line}};
    quads.draw_flat(ui::highlight_color(context_.model.appearance.theme), edges);
}

}  // namespace jinsha::app
