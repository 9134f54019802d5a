#include "app/glance_part.hpp"

#include "map/name_fields.hpp"
#include "style/value_text.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::app {

GlancePart::GlancePart(WindowContext& context) : context_{context} {
    context_.actions.add({"glance",
                          "action.glance",
                          "G",
                          {{sf::Keyboard::G}, {sf::Keyboard::F3}},
                          [this] {
                              std::string& open = context_.model.side_panel;
                              open = open == "glance" ? "" : "glance";
                          },
                          [this] { return context_.model.glance != nullptr; }});
}

void GlancePart::map_closing() {
    context_.model.glance.reset();
    shown_.reset();
}

void GlancePart::update(double /*now_s*/) {
    if (!context_.map || context_.map->session.indicators().list.empty()) return;
    const Shown now{std::string{context_.language()}, context_.map->session.filter().transformation,
                    sources()};
    if (now == shown_) return;
    if (!shown_ || now.sources != shown_->sources) count();
    shown_ = now;
    context_.model.glance = std::make_shared<const ui::GlanceModel>(model());
}

std::vector<const map::FeatureSource*> GlancePart::sources() const {
    std::vector<const map::FeatureSource*> sources;
    const map::LoadedMap& map = context_.map->session.map();
    for (std::size_t i = 0; i < map.sources.size(); ++i) {
        if (map::is_project_source(map, i)) sources.push_back(map.sources[i].source.get());
    }
    return sources;
}

/// Figures go with a district's own projects, which are few; of data as large as a country's nobody waits for
/// a count.
void GlancePart::count() {
    constexpr std::size_t kMostCounted = 20'000;
    counts_.clear();
    for (const map::FeatureSource* const source : sources()) {
        if (source->size() > kMostCounted) continue;
        source->visit(source->extent(), 0, [&](const map::SourceFeature& feature) {
            ++counts_[style::to_text(feature.property(map::kTransformationField))];
            return true;
        });
    }
}

ui::Figure GlancePart::figure(const map::Indicator& indicator) const {
    return {indicator.label.in(context_.language()), indicator.period, indicator.value, indicator.unit,
            static_cast<ui::Figure::Qualifier>(indicator.qualifier)};
}

ui::GlanceModel GlancePart::model() const {
    const map::Indicators& indicators = context_.map->session.indicators();
    const std::string_view language = context_.language();
    ui::GlanceModel model;
    model.subject = indicators.subject.in(language);
    for (const map::Indicator& indicator : indicators.list) {
        if (indicator.from && indicator.to) {
            model.changes.push_back(
                {indicator.label.in(language), *indicator.from, *indicator.to, indicator.unit});
        } else if (indicator.is_headline) {
            model.headlines.push_back(figure(indicator));
        } else {
            const std::string title = context_.tr().word("figures", indicator.group);
            auto group = std::ranges::find(model.groups, title, &ui::GlanceGroup::title);
            if (group == model.groups.end()) group = model.groups.insert(group, {title, {}});
            group->figures.push_back(figure(indicator));
        }
    }
    for (const map::Aim& aim : indicators.transformations) {
        const auto known = counts_.find(aim.id);
        model.transformations.push_back({aim.id, aim.title.in(language),
                                         known == counts_.end() ? 0 : known->second,
                                         context_.map->session.filter().transformation == aim.id});
    }
    for (const map::Aim& aim : indicators.goals) {
        model.goals.push_back(
            {aim.id, aim.title.in(language), 0, false, language == "en" ? aim.summary.en : aim.summary.zh});
    }
    return model;
}

}  // namespace jinsha::app
