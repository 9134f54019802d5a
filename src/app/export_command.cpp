#include "app/export_command.hpp"

#include "app/export_file.hpp"
#include "app/export_request.hpp"
#include "app/interrupt.hpp"
#include "app/open_for_command.hpp"
#include "app/source_faults.hpp"
#include "io/atomic_file.hpp"
#include "print/page_plan.hpp"
#include "print/write_pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace jinsha::app {

namespace {

namespace fs = std::filesystem;

/// One run of the command: what is open, and what is told.
class Export {
public:
    Export(const ExportCommand& command, const map::LoadedMap& map, print::PageMap page_map,
           const ui::Translations& tr)
        : command_{command}, map_{map}, page_map_{std::move(page_map)}, tr_{tr} {}

    Result<void> run() {
        if (!command_.each_layer.empty()) return each_layer();
        if (!command_.each_feature.empty()) return each_feature();
        auto request = request_for(map_, command_, tr_);
        if (!request) return tl::make_unexpected(request.error());
        return write(*request, page_map_, command_.output);
    }

private:
    [[nodiscard]] print::Progress progress(std::size_t done, std::size_t count) const {
        return {[=](double share) {
                    show_progress("export", (static_cast<double>(done) + share) / static_cast<double>(count));
                },
                &InterruptGuard::is_interrupted()};
    }

    void tell(const std::vector<std::string>& faults) {
        for (const std::string& fault : faults) {
            if (std::ranges::find(told_, fault) != told_.end()) continue;
            told_.push_back(fault);
            complain(fault);
        }
    }

    Result<void> write(const print::PageRequest& request, const print::PageMap& page_map,
                       const fs::path& path, std::size_t done = 0, std::size_t count = 1) {
        const auto plan = print::plan_page(request, page_map);
        if (!plan) return tl::make_unexpected(plan.error());
        const FileOptions options{command_.dpi, command_.has_world_file, request.texts.title};
        const auto faults = write_page_file(*plan, path, options, progress(done, count));
        clear_progress();
        if (!faults) return tl::make_unexpected(faults.error());
        tell(*faults);
        return {};
    }

    /// The layers that a series has one picture of each: those that draw projects, else all that are drawn
    /// from data.
    [[nodiscard]] std::vector<std::string> ids_of_series() const {
        std::vector<std::string> ids;
        for (const map::DocumentLayer& layer : map_.document.layers) {
            if (is_of_series(layer.style) && layer.metadata.in_legend) ids.push_back(layer.style.id());
        }
        return ids;
    }

    [[nodiscard]] bool is_of_series(const style::StyleLayer& layer) const {
        if (layer.source().empty()) return false;
        if (!map_.document.projects) return true;
        return std::ranges::find(map_.document.projects->sources, layer.source()) !=
               map_.document.projects->sources.end();
    }

    /// Over the common base: all layers that are not of the series.
    Result<void> each_layer() {
        std::error_code error;
        fs::create_directories(command_.each_layer, error);
        if (error) return fail("{}: cannot be made: {}", command_.each_layer.string(), error.message());
        const auto ids = ids_of_series();
        if (ids.empty()) return fail("--each-layer: the map has no layers");
        auto request = request_for(map_, command_, tr_);
        if (!request) return tl::make_unexpected(request.error());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const print::PageMap page_map = with_layer(ids[i]);
            request->texts.subtitle = title_of_layer(ids[i]);
            request->texts.page = static_cast<int>(i + 1);
            request->texts.page_count = static_cast<int>(ids.size());
            const fs::path path = command_.each_layer / (file_name(ids[i]) + "." + command_.format);
            if (auto written = write(*request, page_map, path, i, ids.size()); !written) return written;
        }
        return {};
    }

    [[nodiscard]] std::string title_of_layer(const std::string& id) const {
        for (const map::DocumentLayer& layer : map_.document.layers) {
            if (layer.style.id() == id) return layer.metadata.title.in(command_.language);
        }
        return id;
    }

    /// The base with the layers that draw from the same data as layer `id`.
    [[nodiscard]] print::PageMap with_layer(const std::string& id) const {
        auto snapshot = std::make_shared<scene::MapSnapshot>(*page_map_.snapshot);
        const auto is_this = [&](const scene::SnapshotLayer& layer) { return layer.style.id() == id; };
        const auto shown = std::ranges::find_if(snapshot->layers, is_this);
        for (scene::SnapshotLayer& layer : snapshot->layers) {
            const bool is_alike = layer.source && layer.source == shown->source;
            if (is_of_series(layer.style) && !is_alike) layer.is_visible = false;
        }
        shown->is_visible = true;
        print::PageMap page_map = page_map_;
        page_map.snapshot = std::move(snapshot);
        return page_map;
    }

    Result<void> each_feature() {
        const auto features = features_of(map_, command_.each_feature, command_.language);
        if (!features) return tl::make_unexpected(features.error().in("--each-feature"));
        auto request = request_for(map_, command_, tr_);
        if (!request) return tl::make_unexpected(request.error());
        request->texts.page_count = static_cast<int>(features->size());
        if (format_of(command_.output) == PageFormat::Pdf) return one_pdf(*request, *features);
        for (std::size_t i = 0; i < features->size(); ++i) {
            auto page = request_of_page(*request, *features, i);
            if (!page) return tl::make_unexpected(page.error());
            const fs::path path =
                command_.output.parent_path() / fmt::format("{}-{:03}-{}{}", command_.output.stem().string(),
                                                            i + 1, file_name((*features)[i].id),
                                                            command_.output.extension().string());
            if (auto written = write(*page, page_map_, path, i, features->size()); !written) return written;
        }
        return {};
    }

    [[nodiscard]] Result<print::PageRequest> request_of_page(const print::PageRequest& request,
                                                             const std::vector<ExportFeature>& features,
                                                             std::size_t i) const {
        auto page = request_of_feature(request, map_, command_, features[i]);
        if (page) page->texts.page = static_cast<int>(i + 1);
        return page;
    }

    Result<void> one_pdf(const print::PageRequest& request, const std::vector<ExportFeature>& features) {
        auto file = io::AtomicFile::create(command_.output);
        if (!file) return tl::make_unexpected(file.error());
        print::PdfWriter writer{[&](std::string_view bytes) { return file->write(bytes); },
                                {request.texts.title, creation_time()}};
        std::vector<io::Georeference> places;
        for (std::size_t i = 0; i < features.size(); ++i) {
            const print::Progress page_progress = progress(i, features.size());
            page_progress.tell(0);
            const auto page = request_of_page(request, features, i);
            if (!page) return tl::make_unexpected(page.error());
            const auto plan = print::plan_page(*page, page_map_);
            if (!plan) return tl::make_unexpected(plan.error());
            const auto faults = writer.add_page(*plan, page_progress);
            if (!faults) return tl::make_unexpected(faults.error());
            places.push_back(place_on_paper(*plan));
            clear_progress();
            tell(*faults);
        }
        if (auto finished = writer.finish(); !finished) return finished;
        if (auto set = io::georeference_pdf(file->temporary_path(), places); !set)
            return tl::make_unexpected(set.error().in(command_.output.string()));
        return file->commit();
    }

    /// An id as part of a file's name: no separators, nothing that hides the file.
    static std::string file_name(std::string id) {
        std::ranges::replace_if(
            id, [](unsigned char c) { return c == '/' || c == '\\' || c == ':' || std::iscntrl(c) != 0; },
            '_');
        if (id.starts_with('.')) id.front() = '_';
        return id;
    }

    const ExportCommand& command_;
    const map::LoadedMap& map_;
    print::PageMap page_map_;
    const ui::Translations& tr_;
    std::vector<std::string> told_;
};

Result<print::PageMap> page_map_of(const map::LoadedMap& map, const ExportCommand& command,
                                   const Resources& resources) {
    const auto snapshot = snapshot_for(map, command);
    if (!snapshot) return tl::make_unexpected(snapshot.error());
    const auto fonts = text::FontSet::load();
    if (!fonts) return tl::make_unexpected(fonts.error());
    if (const std::string& problem = (*fonts)->problem(); !problem.empty()) {
        fmt::print(stderr, "jinsha: warning: {}\n", problem);
    }
    auto icons = std::make_shared<const symbol::IconStore>(
        std::vector{map.document.path.parent_path() / "icons", resources.icons()});
    return print::PageMap{*snapshot, std::make_shared<const map::MapDocument>(map.document), map.crs, *fonts,
                          std::move(icons)};
}

struct ExportEnd {
    int status{};
    std::vector<Error> faults{};  // what of the map could not be read any longer when it was drawn
};

/// Opens the map and writes what was asked for.
ExportEnd export_once(const ExportCommand& command, const Resources& resources) {
    const auto map = open_for_command(command.map);
    if (!map) return {complain(map.error().message())};
    const InterruptGuard guard;
    const auto tr = ui::Translations::load(
        resources.translations(), command.language == "en" ? ui::Language::English : ui::Language::Chinese);
    if (!tr) return {complain(tr.error().message())};
    auto page_map = page_map_of(*map, command, resources);
    if (!page_map) return {complain(page_map.error().message())};
    const auto snapshot = page_map->snapshot;
    const auto done = Export{command, *map, std::move(*page_map), *tr}.run();
    clear_progress();
    if (!done) return {complain(done.error().message())};
    return {status_of(*map), source_faults(*snapshot)};
}

}  // namespace

int run_export(const ExportCommand& command, const Resources& resources) {
    if (command.each_layer.empty() && !format_of(command.output)) {
        return complain(fmt::format("{}: expected a name that ends in .png, .pdf, .svg or .tif",
                                    command.output.string()));
    }
    const ExportEnd first = export_once(command, resources);
    if (first.faults.empty()) return first.status;
    for (const Error& fault : first.faults) fmt::print(stderr, "jinsha: warning: {}\n", fault.message());
    fmt::print(stderr, "jinsha: warning: the data are read again, and the export is made anew\n");
    const ExportEnd second = export_once(command, resources);
    if (second.faults.empty()) return second.status;
    return complain(second.faults.front().in("features are missing in what was exported").message());
}

}  // namespace jinsha::app
