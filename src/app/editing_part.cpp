#include "app/editing_part.hpp"

#include "app/resources.hpp"
#include "app/sample_copy.hpp"
#include "app/state_folder.hpp"
#include "map/edited_feature_source.hpp"
#include "map/name_fields.hpp"
#include "map/new_feature.hpp"
#include "ui/editing_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace jinsha::app {

namespace {

constexpr double kCopyAsidePx = 24;  // CSS pixels that a duplicate lies beside its original

}  // namespace

EditingPart::EditingPart(WindowContext& context, const WindowRequests& requests, QuestionPart& questions)
    : context_{context},
      questions_{questions},
      wake_{requests.wake},
      map_moved_{requests.map_moved},
      set_title_{requests.set_title},
      open_map_{requests.open_map} {
    add_actions();
}

void EditingPart::add_actions() {
    using sf::Keyboard;
    Actions& actions = context_.actions;
    const auto history = [this]() -> const map::History& { return editing_->session().history(); };
    actions.add({"undo",
                 "action.undo",
                 "Ctrl + Z",
                 {{.key = Keyboard::Z, .control = true}},
                 [this] { undo(); },
                 [this, history] { return editing_ && history().next_undo(); }});
    actions.add(
        {"redo",
         "action.redo",
         "Ctrl + Shift + Z",
         {{.key = Keyboard::Z, .control = true, .shift = true}, {.key = Keyboard::Y, .control = true}},
         [this] { redo(); },
         [this, history] { return editing_ && history().next_redo(); }});
    actions.add({"save",
                 "action.save",
                 "Ctrl + S",
                 {{.key = Keyboard::S, .control = true}},
                 [this] { save(); },
                 [this] { return editing_ && editing_->unsaved() > 0 && !editing_->is_saving(); }});
    const auto has_selected = [this] { return editing_ && !context_.map->selected.empty(); };
    actions.add({"delete",
                 "action.delete",
                 "Delete",
                 {{Keyboard::Delete}},
                 [this] { delete_selected(); },
                 has_selected});
    actions.add({"duplicate",
                 "action.duplicate",
                 "Ctrl + D",
                 {{.key = Keyboard::D, .control = true}},
                 [this] { duplicate_selected(); },
                 has_selected});
}

Editing::Setup EditingPart::setup() const {
    return {state_folder() / "journals", wake_};
}

void EditingPart::map_closing() {
    const bool has_edits = editing_ && editing_->unsaved() > 0;
    edited_path_ = has_edits ? context_.map->session.path() : std::filesystem::path{};
    editing_.reset();
}

void EditingPart::map_opened() {
    editing_ = std::make_unique<Editing>(context_.map->session, setup());
    chosen_target_.reset();
}

Result<std::vector<map::FeatureKey>> EditingPart::apply(const map::EditCommand& command) {
    if (!editing_) return fail("{}", context_.tr()("editing.no_map"));
    if (auto left = leave_sample(); !left) return tl::make_unexpected(left.error());
    const auto made = editing_->apply(command);
    take_news();  // the edit may have waited for some
    if (!made) {
        if (made.error().key == "editing.undecided") offer_found();
        return fail("{}", text_of(made.error(), made.error().place));
    }
    show(*made);
    std::vector<map::FeatureKey> keys;
    for (const map::FeatureChange& change : *made) keys.push_back(change.key);
    return keys;
}

/// The sample's first edit goes into a copy, and so do all others.
Result<void> EditingPart::leave_sample() {
    MapSession& session = context_.map->session;
    const Resources resources{context_.options.resources};
    if (!is_sample(session.path(), resources.sample_map())) return {};
    const auto copy = copy_sample(session.path());
    if (!copy) return tl::make_unexpected(copy.error());
    session.move_to(*copy);
    editing_ = std::make_unique<Editing>(session, setup());
    map_moved_();
    context_.add_note(
        ui::Note::Kind::Done,
        context_.tr()("editing.sample_copied", fmt::arg("folder", copy->parent_path().string())), "");
    return {};
}

void EditingPart::show(const std::vector<map::FeatureChange>& changes) {
    std::set<std::uint32_t> places;
    for (const map::FeatureChange& change : changes) places.insert(change.key.source);
    MapSession& session = context_.map->session;
    for (const std::uint32_t place : places) session.show_features(place, editing_->session().source(place));
    context_.painter.change(session.snapshot(), map::changed_envelopes(changes));
    context_.wants_frame = true;
}

std::string EditingPart::read_only(std::uint32_t source) const {
    return editing_ ? text_of(editing_->refusal(source), source)
                    : std::string{context_.tr()("editing.no_map")};
}

map::FeatureStatePtr EditingPart::state(map::FeatureKey feature) const {
    if (!editing_ || feature.source >= context_.map->session.map().sources.size()) return nullptr;
    return editing_->session().source(feature.source)->state(feature.index);
}

std::string EditingPart::text_of(const Refusal& refusal, std::uint32_t source) const {
    if (refusal.key.empty()) return "";
    const map::LoadedMap& map = context_.map->session.map();
    const map::SourceSpec* spec = map.document.source(map.sources.at(source).id);
    const std::string title = spec ? spec->title.in(context_.language()) : map.sources[source].id;
    return context_.tr()(refusal.key, fmt::arg("layer", title), fmt::arg("detail", refusal.detail));
}

bool EditingPart::can_take(std::uint32_t place, geo::GeometryType wanted) const {
    if (!editing_->refusal(place).key.empty()) return false;
    return wanted == geo::GeometryType::None ||
           map::may_hold(context_.map->session.map().sources[place].source->layer(), wanted);
}

std::optional<std::uint32_t> EditingPart::target(geo::GeometryType wanted) const {
    if (!editing_) return std::nullopt;
    if (chosen_target_ && can_take(*chosen_target_, wanted)) return chosen_target_;
    const auto& edited = context_.map->edited;
    if (edited && can_take(edited->source, wanted)) return edited->source;
    // Projects are what planners add, then what opens a card; the rest is the ground of the map.
    const map::LoadedMap& map = context_.map->session.map();
    std::optional<std::uint32_t> with_card, first;
    for (std::uint32_t place = 0; place < map.sources.size(); ++place) {
        if (!can_take(place, wanted)) continue;
        if (map::is_project_source(map, place)) return place;
        const Met met = context_.map->session.met({place, 0});
        if (!with_card && map.document.layers[met.layer].metadata.popup) with_card = place;
        if (!first) first = place;
    }
    return with_card ? with_card : first;
}

std::string EditingPart::name_of(const map::Edit& edit) const {
    const std::string what = edit.subject.empty()
                                 ? context_.tr()("edit.features", fmt::arg("count", edit.changes.size()))
                                 : edit.subject;
    return context_.tr()(map::name_key(edit.kind), fmt::arg("what", what));
}

void EditingPart::undo() {
    const std::string name = name_of(*editing_->session().history().next_undo());
    if (const auto changes = editing_->undo()) show(*changes);
    tell_step(context_.tr()("editing.undone", fmt::arg("step", name)));
}

void EditingPart::redo() {
    const std::string name = name_of(*editing_->session().history().next_redo());
    if (const auto changes = editing_->redo()) show(*changes);
    tell_step(context_.tr()("editing.redone", fmt::arg("step", name)));
}

/// In the place of what was told of the step before.
void EditingPart::tell_step(std::string text) {
    if (step_note_)
        std::erase_if(context_.model.notes, [&](const auto& note) { return note.id == *step_note_; });
    step_note_ = context_.next_note;
    context_.add_note(ui::Note::Kind::Done, std::move(text), "");
}

void EditingPart::save() {
    editing_->save();
}

void EditingPart::show_tool(const ShownTool& tool) {
    if (tool == tool_) return;
    tool_ = tool;
    context_.wants_frame = true;
}

void EditingPart::delete_selected() {
    if (delete_first_()) return;
    const map::FeatureKey feature = *context_.map->edited;
    if (const auto done = apply(map::DeleteFeatures{{feature}}); !done)
        context_.add_note(ui::Note::Kind::Warning, done.error().message(), "");
}

void EditingPart::duplicate_selected() {
    const map::FeatureKey feature = *context_.map->edited;
    const double aside =
        kCopyAsidePx * context_.pixel_ratio * context_.map->controller.view().units_per_pixel();
    const auto done = apply(map::DuplicateFeatures{{feature}, aside, -aside});
    if (!done) return context_.add_note(ui::Note::Kind::Warning, done.error().message(), "");
    context_.wants_selected = done->front();
}

bool EditingPart::take_from_panel(const ui::Command& command) {
    const auto* target = std::get_if<ui::ChooseEditTarget>(&command);
    if (!target) return false;
    chosen_target_ = target->source;
    return true;
}

bool EditingPart::were_changed_by_others(const std::vector<std::filesystem::path>& files) {
    if (!editing_) return !files.empty();
    auto changed = editing_->changed_by_others(files);
    std::erase_if(changed, [&](const std::filesystem::path& file) {
        if (!editing_->has_unsaved(file)) return false;
        context_.add_note(
            ui::Note::Kind::Warning,
            context_.tr()("editing.changed_outside", fmt::arg("file", file.filename().string())), "");
        return true;
    });
    return !changed.empty();
}

void EditingPart::update(double /*now_s*/) {
    if (!editing_) return;
    editing_->take_readings(context_.map->session);
    take_news();
    update_model();
}

void EditingPart::update_model() {
    const map::LoadedMap& map = context_.map->session.map();
    const map::History& history = editing_->session().history();
    ui::EditingModel model;
    model.unsaved = editing_->unsaved();
    model.is_saving = editing_->is_saving();
    model.is_recorded = editing_->is_recorded();
    if (const map::Edit* edit = history.next_undo()) model.next_undo = name_of(*edit);
    if (const map::Edit* edit = history.next_redo()) model.next_redo = name_of(*edit);
    for (std::uint32_t place = 0; place < map.sources.size(); ++place) {
        if (const Refusal refusal = editing_->refusal(place); !refusal.key.empty()) {
            if (!refusal.is_passing()) model.read_only.push_back({text_of(refusal, place)});
            continue;
        }
        if (!can_take(place, tool_.geometry)) continue;
        const map::SourceSpec* spec = map.document.source(map.sources[place].id);
        model.targets.push_back({place, spec ? spec->title.in(context_.language()) : map.sources[place].id});
    }
    model.target = target(tool_.geometry).value_or(0);
    model.tool = tool_.name;
    model.fault = tool_.fault;
    model.vertices = tool_.vertices;
    auto& shown = context_.model.editing;
    if (!shown || *shown != model) shown = std::make_shared<const ui::EditingModel>(std::move(model));

    std::string title = "金沙 — " + map.document.name;
    if (shown->unsaved > 0)
        title += " · " + context_.tr()("title.unsaved", fmt::arg("count", shown->unsaved));
    if (title != title_) set_title_(title_ = std::move(title));
}

}  // namespace jinsha::app
