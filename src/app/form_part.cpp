#include "app/form_part.hpp"

#include "app/form_fields.hpp"
#include "ui/form_rules.hpp"

#include <fmt/chrono.h>

#include <chrono>
#include <ctime>
#include <utility>

namespace jinsha::app {

namespace {

std::tm local_time() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    localtime_r(&now, &local);
    return local;
}

/// "+08:00"
std::string zone_of(const std::tm& local) {
    const long minutes = local.tm_gmtoff / 60;
    const long size = minutes < 0 ? -minutes : minutes;
    return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

}  // namespace

FormPart::FormPart(WindowContext& context, EditingPart& editing) : context_{context}, editing_{editing} {
    context_.actions.add({"edit-attributes",
                          "action.edit_attributes",
                          "E",
                          {{sf::Keyboard::E}},
                          [this] { is_open_ ? close() : open(); },
                          [this] { return context_.map && !context_.map->selected.empty(); }});
}

bool FormPart::take_from_panel(const ui::Command& command) {
    if (std::holds_alternative<ui::CloseCard>(command) && is_open_) {
        close();  // the card comes back; it closes with the next
        return true;
    }
    const auto* ask = std::get_if<ui::AskForm>(&command);
    if (ask == nullptr || !context_.map) return false;
    const auto& what = ask->wish->what;
    if (const auto* set = std::get_if<ui::SetField>(&what)) {
        set_field(*set);
    } else if (const auto* added = std::get_if<ui::AddField>(&what)) {
        add_field(added->name);
    } else {
        close();
    }
    return true;
}

void FormPart::open() {
    is_open_ = true;
}

void FormPart::close() {
    is_open_ = false;
    context_.model.form.reset();
}

void FormPart::update(double /*now_s*/) {
    if (!is_open_) return;
    if (!context_.map || context_.map->selected.empty()) return close();
    const Met& met = context_.map->selected.front();
    ui::FormModel form;
    form.feature = met.feature;
    form.title = context_.map->session.name(met, context_.language());
    form.read_only = editing_.read_only(met.feature.source);
    form.fields = fields_of(met.feature);
    if (context_.model.form && *context_.model.form == form) return;
    context_.model.form = std::make_shared<const ui::FormModel>(std::move(form));
}

std::vector<ui::FormField> FormPart::fields_of(map::FeatureKey feature) const {
    const map::FeatureStatePtr state = editing_.state(feature);
    if (!state) return {};
    const map::LoadedMap& map = context_.map->session.map();
    auto fields = form_fields(map, feature.source, context_.language());
    if (const auto added = added_.find(feature.source); added != added_.end()) {
        for (const std::string& name : added->second) {
            ui::FormField field;
            field.name = field.label = name;
            if (std::ranges::find(fields, name, &ui::FormField::name) == fields.end())
                fields.push_back(std::move(field));
        }
    }
    fields = filled(std::move(fields), *state);
    for (ui::FormField& field : fields) {
        if (field.kind != ui::FormField::Kind::Boolean) continue;
        for (ui::FormChoice& choice : field.choices)
            if (choice.label == choice.value)
                choice.label = context_.tr()(choice.value == "true" ? "form.yes" : "form.no");
    }
    return fields;
}

void FormPart::set_field(const ui::SetField& wish) {
    const auto fields = fields_of(wish.feature);
    const auto field = std::ranges::find(fields, wish.field, &ui::FormField::name);
    const map::FeatureStatePtr state = editing_.state(wish.feature);
    if (field == fields.end() || !state || ui::fault_of(*field, wish.text) != ui::FieldFault::None) return;
    if (told_of_ != wish.feature) told_otherwise_.clear();
    told_of_ = wish.feature;
    told_otherwise_.insert(wish.field);
    if (wish.field == "source") last_source_ = wish.text;

    const std::tm local = local_time();
    const auto& projects = context_.map->session.map().document.projects;
    AutomaticValues automatic;
    automatic.today = fmt::format("{:%Y-%m-%d}", local);
    automatic.now = fmt::format("{:%Y-%m-%dT%H:%M:%S}", local) + zone_of(local);
    automatic.source = last_source_.empty() ? std::string{context_.tr()("form.by_hand")} : last_source_;
    automatic.quality_field = projects ? std::string_view{projects->quality_field} : "position_quality";
    auto attributes = with_automatic({{wish.field, ui::value_of(*field, wish.text)}}, fields, *state,
                                     told_otherwise_, automatic);
    const auto changed = editing_.apply(map::SetAttributes{{wish.feature}, std::move(attributes)});
    if (!changed) context_.add_note(ui::Note::Kind::Warning, changed.error().message(), {});
}

void FormPart::add_field(const std::string& name) {
    if (context_.map->selected.empty()) return;
    added_[context_.map->selected.front().feature.source].insert(name);
}

}  // namespace jinsha::app
