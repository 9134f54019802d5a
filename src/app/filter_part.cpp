#include "app/filter_part.hpp"

#include "symbol/theme_palette.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jinsha::app {

namespace {

constexpr double kAfterTiles = 1e6;
constexpr std::array<std::string_view, 3> kPhases{"completed", "ongoing", "planned"};

/// Words in the order in which a legend lists them, others after them.
std::vector<std::string> ordered(const std::map<std::string, std::size_t>& counts,
                                 const std::vector<std::string_view>& order) {
    std::vector<std::string> words;
    for (const std::string_view word : order) {
        if (counts.contains(std::string{word})) words.emplace_back(word);
    }
    for (const auto& [word, count] : counts) {
        if (std::ranges::find(order, word) == order.end()) words.push_back(word);
    }
    return words;
}

}  // namespace

FilterPart::FilterPart(WindowContext& context, std::function<void()> wake)
    : context_{context}, wake_{std::move(wake)} {
    add_actions();
}

FilterPart::~FilterPart() {
    task_.cancel();
}

void FilterPart::add_actions() {
    using sf::Keyboard;
    const auto has_projects = [this] { return context_.model.filter != nullptr; };
    context_.actions.add({"filter",
                          "action.filter",
                          "F",
                          {{Keyboard::F}},
                          [this] {
                              std::string& open = context_.model.side_panel;
                              open = open == "filter" ? "" : "filter";
                          },
                          has_projects});
    context_.actions.add({"filter-past",
                          "action.filter_past",
                          "Ctrl + 1",
                          {{.key = Keyboard::Num1, .control = true}},
                          [this] { tell(ui::Story::PastYears); },
                          has_projects});
    context_.actions.add({"filter-next",
                          "action.filter_next",
                          "Ctrl + 2",
                          {{.key = Keyboard::Num2, .control = true}},
                          [this] { tell(ui::Story::NextYears); },
                          has_projects});
    context_.actions.add(
        {"filter-clear",
         "action.filter_clear",
         "Ctrl + 0",
         {{.key = Keyboard::Num0, .control = true}},
         [this] { filter_by({}); },
         [this] { return context_.map.has_value() && !context_.map->session.filter().is_empty(); }});
}

void FilterPart::map_closing() {
    task_.cancel();
    gathered_ = std::make_shared<Gathered>();
    sources_.clear();
    facets_.reset();
    shown_.reset();
    context_.model.filter.reset();
}

bool FilterPart::take_from_panel(const ui::Command& command) {
    if (!context_.map) return false;
    if (const auto* filter = std::get_if<ui::FilterProjects>(&command)) {
        filter_by(filter->filter);
        return true;
    }
    if (const auto* select = std::get_if<ui::SelectFeature>(&command)) {
        // Who flies to a project wants to see it there.
        if (!context_.map->session.is_filtered_out(select->feature)) return false;
        filter_by({});
        context_.add_note(ui::Note::Kind::Done, std::string{context_.tr()("filter.taken_back")}, "");
    }
    return false;
}

void FilterPart::filter_by(const map::ProjectFilter& filter) {
    MapSession& session = context_.map->session;
    session.filter_projects(filter);
    context_.painter.change(session.snapshot());
    context_.wants_frame = true;
}

void FilterPart::tell(ui::Story story) {
    map::ProjectFilter filter = context_.map->session.filter();
    filter.phases = ui::phases_of(story);
    filter_by(filter);
}

bool FilterPart::has_news() const {
    const std::scoped_lock lock{gathered_->mutex};
    return gathered_->facets.has_value();
}

void FilterPart::update(double /*now_s*/) {
    if (!context_.map || !context_.map->session.map().document.projects) return;
    std::vector<std::shared_ptr<const map::FeatureSource>> sources;
    for (const map::LoadedSource& source : context_.map->session.map().sources)
        sources.push_back(source.source);
    if (sources != sources_) {
        sources_ = std::move(sources);
        gather();
    }
    std::optional<map::ProjectFacets> facets;
    {
        const std::scoped_lock lock{gathered_->mutex};
        facets = std::exchange(gathered_->facets, std::nullopt);
    }
    const Shown now{context_.map->session.filter(), std::string{context_.language()}};
    if (!facets && now == shown_) return;
    if (facets) facets_ = std::move(facets);
    shown_ = now;
    context_.model.filter = std::make_shared<const ui::FilterModel>(model());
}

void FilterPart::gather() {
    task_.cancel();
    const auto map = std::make_shared<const map::LoadedMap>(context_.map->session.map());
    task_ = context_.pool.submit(
        kAfterTiles,
        [map, gathered = gathered_](const std::atomic<bool>& cancelled) {
            auto facets = map::ProjectFacets::of(*map, cancelled);
            if (cancelled) return;
            const std::scoped_lock lock{gathered->mutex};
            gathered->facets = std::move(facets);
        },
        wake_);
}

ui::FilterModel FilterPart::model() const {
    const map::ProjectsSpec& spec = *context_.map->session.map().document.projects;
    ui::FilterModel model;
    model.filter = context_.map->session.filter();
    model.is_counting = !facets_;
    const map::FacetCounts counts = facets_ ? facets_->count(model.filter) : map::FacetCounts{};
    model.shown_count = counts.shown;
    model.all_count = counts.all;
    std::vector<std::string_view> themes;
    for (const symbol::Theme& theme : symbol::themes()) themes.push_back(theme.id);
    for (const std::string& value : ordered(counts.themes, themes)) {
        model.themes.push_back({value, label(spec.theme_field, value, "theme"), counts.themes.at(value),
                                model.filter.themes.contains(value)});
    }
    for (const std::string& value : ordered(counts.phases, {kPhases.begin(), kPhases.end()})) {
        model.phases.push_back({value, label(spec.phase_field, value, "phase"), counts.phases.at(value),
                                model.filter.phases.contains(value)});
    }
    model.has_story = counts.phases.contains("planned") && counts.phases.contains("completed");
    if (!model.filter.transformation.empty()) {
        model.transformation =
            label(map::kTransformationField, model.filter.transformation, "transformation");
    }
    return model;
}

/// What the document calls the word, else what the interface does.
std::string FilterPart::label(const std::string& field, const std::string& value,
                              std::string_view group) const {
    const map::MapDocument& document = context_.map->session.map().document;
    for (const std::string& id : document.projects->sources) {
        const map::SourceSpec* const source = document.source(id);
        const map::FieldSpec* const spec = source ? source->field(field) : nullptr;
        if (!spec) continue;
        const std::string label = spec->label_of(value).in(context_.language());
        if (!label.empty() && label != value) return label;
    }
    return context_.tr().word(group, value);
}

}  // namespace jinsha::app
