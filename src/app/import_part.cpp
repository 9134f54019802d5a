#include "app/import_part.hpp"

#include "app/form_fields.hpp"
#include "app/import_preview.hpp"
#include "app/table_content.hpp"
#include "ui/theme.hpp"

#include <SFML/Window/Clipboard.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jinsha::app {

namespace {

constexpr double kMarginPx = 96;  // around what is shown, CSS pixels
constexpr double kZoomOfAPlace = 15;
constexpr double kCentimetre = 0.01;
constexpr double kCentimetreInDegrees = 1e-7;
constexpr style::Color kLightHalo{1, 1, 1, 0.9};
constexpr style::Color kDarkHalo{0.06, 0.09, 0.09, 0.9};

std::string clipboard_text() {
    const auto utf8 = sf::Clipboard::getString().toUtf8();
    return {utf8.begin(), utf8.end()};
}

}  // namespace

ImportPart::ImportPart(WindowContext& context, const WindowRequests& requests, EditingPart& editing,
                       FilePicker& picker)
    : context_{context},
      editing_{editing},
      picker_{picker},
      reading_{context.pool, requests.wake},
      comparing_{context.pool, requests.wake} {
    const auto can_edit = [this] { return editing_.target().has_value(); };
    context_.actions.add({"paste",
                          "action.paste",
                          "Ctrl + V",
                          {{.key = sf::Keyboard::V, .control = true}},
                          [this] { paste(); },
                          can_edit});
    context_.actions.add({"import-file",
                          "action.import",
                          "Ctrl + I",
                          {{.key = sf::Keyboard::I, .control = true}},
                          [this] { ask_for_file(); },
                          can_edit});
}

void ImportPart::paste() {
    std::string text = clipboard_text();
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        context_.add_note(ui::Note::Kind::Warning, std::string{context_.tr()("import.empty_clipboard")}, {});
        return;
    }
    const OpenMap& map = *context_.map;
    const geo::Crs crs = map.session.map().crs;
    geo::CoordinateHints hints{crs.definition(), {}};
    if (const auto near = map.session.to_lon_lat(map.controller.view().center())) hints.near = *near;
    read(std::string{context_.tr()("import.clipboard")},
         [text = std::move(text), crs, hints](const std::atomic<bool>& cancelled) {
             return incoming_from_text(text, crs, hints, cancelled);
         });
}

void ImportPart::ask_for_file() {
    ui::FileRequest request;
    request.purpose = ui::FileRequest::Purpose::Open;
    request.title = "import.choose";
    request.folder = context_.map->session.path().parent_path();
    request.filters = {{"open.maps", {".geojson", ".json", ".gpkg", ".shp", ".fgb", ".kml", ".csv"}},
                       {"open.all", {}}};
    picker_.ask(request, [this](const std::vector<std::filesystem::path>& files) {
        if (!context_.map || files.empty()) return;
        read(files.front().filename().string(),
             [path = files.front(), crs = context_.map->session.map().crs](
                 const std::atomic<bool>& cancelled) { return incoming_from_file(path, crs, cancelled); });
    });
}

void ImportPart::read(std::string from, Background<Result<IncomingData>>::Job job) {
    give_up();
    from_ = std::move(from);
    target_ = editing_.target();
    is_outdated_ = true;
    reading_.start(std::move(job));
}

bool ImportPart::take_from_panel(const ui::Command& command) {
    const auto* ask = std::get_if<ui::AskImport>(&command);
    if (ask == nullptr || !context_.map || from_.empty()) return false;
    const auto& what = ask->wish->what;
    if (const auto* chosen = std::get_if<ui::ChooseImportTarget>(&what)) {
        target_ = chosen->source;
        compare();
    } else if (const auto* decided = std::get_if<ui::ChooseOnDuplicate>(&what)) {
        on_duplicate_ = decided->what;
        is_outdated_ = true;
    } else if (std::holds_alternative<ui::TakeIn>(what)) {
        take_in();
    } else {
        give_up();
    }
    return true;
}

void ImportPart::update(double now_s) {
    if (from_.empty() || !context_.map) return;
    if (auto read = reading_.take()) take_read(*std::move(read), now_s);
    if (from_.empty()) return;
    if (auto found = comparing_.take()) {
        duplicates_ = std::move(found);
        is_outdated_ = true;
    }
    const auto& sources = context_.map->session.map().sources;
    const bool is_edited_meanwhile = data_.features && target_ && sources[*target_].source != compared_;
    if (is_edited_meanwhile) compare();
    if (std::exchange(is_outdated_, false)) show();
}

void ImportPart::take_read(Result<IncomingData> read, double now_s) {
    if (!read) {
        context_.add_note(ui::Note::Kind::Warning, context_.tr()("import.failed", fmt::arg("from", from_)),
                          read.error().message());
        return give_up();
    }
    data_ = *std::move(read);
    compare();
    OpenMap& map = *context_.map;
    const geo::Envelope extent = data_.features->extent();
    const geo::Envelope seen = map.controller.view().extent();
    const bool is_seen =
        seen.contains({extent.min_x, extent.min_y}) && seen.contains({extent.max_x, extent.max_y});
    if (extent.is_empty() || is_seen) return;
    const double usual = map.session.map().scale.units_per_px(kZoomOfAPlace) / context_.pixel_ratio;
    map.controller.fly_to(
        map::View::showing(extent, map.controller.view().window(), kMarginPx * context_.pixel_ratio, usual),
        now_s);
}

std::vector<ui::FormField> ImportPart::target_fields() const {
    return form_fields(context_.map->session.map(), *target_, context_.language());
}

/// With what the target has now.
void ImportPart::compare() {
    if (!target_ || !data_.features) return;
    const map::LoadedMap& map = context_.map->session.map();
    fields_ = match_fields(data_.features->layer().fields, target_fields());
    duplicates_.reset();
    is_outdated_ = true;
    compared_ = map.sources[*target_].source;
    const double centimetre =
        map.crs.is_geographic() ? kCentimetreInDegrees : kCentimetre / map.crs.unit_metres();
    comparing_.start([incoming = data_.features, target = compared_, centimetre](const std::atomic<bool>&) {
        return duplicates(*incoming, *target, centimetre);
    });
}

void ImportPart::take_in() {
    if (!duplicates_ || !target_) return;
    map::AddFeatures plan = plan_import(*data_.features, fields_, *duplicates_, on_duplicate_);
    plan.source = *target_;
    const std::size_t added = plan.features.size();
    const std::size_t replaced = plan.replaced.size();
    const auto changed = editing_.apply(plan);
    if (!changed) {
        context_.add_note(ui::Note::Kind::Warning, changed.error().message(), {});
        return;
    }
    context_.add_note(ui::Note::Kind::Done,
                      context_.tr()("import.done", fmt::arg("added", added), fmt::arg("replaced", replaced)),
                      {});
    if (changed->size() == 1) context_.wants_selected = changed->front();
    give_up();
}

void ImportPart::give_up() {
    reading_.cancel();
    comparing_.cancel();
    from_.clear();
    data_ = {};
    duplicates_.reset();
    compared_.reset();
    on_duplicate_ = {};
    context_.model.importing.reset();
    context_.wants_frame = true;
}

void ImportPart::show() {
    ui::ImportModel import;
    import.from = from_;
    if (context_.model.editing) import.targets = context_.model.editing->targets;
    import.target = target_.value_or(0);
    import.on_duplicate = on_duplicate_;
    import.is_examined = data_.features && duplicates_;
    if (import.is_examined) {
        visit_all(*data_.features, [&](const map::SourceFeature& feature) {
            ++import.count;
            if (feature.geometry_type() == geo::GeometryType::None) ++import.unplaced;
            return true;
        });
        const auto known = target_fields();
        for (const FieldMatch& field : fields_) {
            const auto target = std::ranges::find(known, field.to, &ui::FormField::name);
            import.fields.push_back(
                {field.from, target == known.end() ? field.to : target->label, field.is_new});
        }
        for (const Duplicate& duplicate : *duplicates_)
            ++(duplicate.is_by_id ? import.same_id : import.same_place);
        const map::AddFeatures plan = plan_import(*data_.features, fields_, *duplicates_, on_duplicate_);
        import.added = plan.features.size();
        import.replaced = plan.replaced.size();
    }
    context_.model.importing = std::make_shared<const ui::ImportModel>(std::move(import));
}

void ImportPart::draw_overlay(screen::QuadPainter& quads) {
    if (!data_.features) return;
    const ui::ThemeName theme = context_.model.appearance.theme;
    const bool is_dark = theme == ui::ThemeName::Dark;
    draw_preview(quads, *data_.features, context_.map->controller.view(),
                 {ui::highlight_color(theme), is_dark ? kDarkHalo : kLightHalo, context_.pixel_ratio});
}

}  // namespace jinsha::app
