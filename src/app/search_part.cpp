#include "app/search_part.hpp"

#include "app/layer_rows.hpp"
#include "geo/coordinate_text.hpp"
#include "geo/crs_transform.hpp"
#include "map/name_fields.hpp"
#include "search/map_texts.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace jinsha::app {

namespace {

constexpr std::size_t kMostHits = 60;
constexpr double kBeforeTiles = -1e6;  // an answer is waited for by somebody who types
constexpr double kAfterTiles = 1e6;
constexpr std::size_t kBytesBefore = 36;  // of a long text, what was met: about twelve characters

/// A long text from a little before what was met in it.
void shorten(ui::SearchRow& row) {
    if (row.match_begin <= 2 * kBytesBefore) return;
    std::size_t begin = row.match_begin - kBytesBefore;
    while (begin < row.match_begin && (static_cast<unsigned char>(row.text[begin]) & 0xC0) == 0x80) ++begin;
    const std::string dots = "…";
    row.text = dots + row.text.substr(begin);
    row.match_begin += dots.size() - begin;
    row.match_end += dots.size() - begin;
}

/// Among equally good ones projects come before what else bears the same name.
std::vector<search::SearchHit> projects_first(std::vector<search::SearchHit> hits,
                                              const map::LoadedMap& map) {
    std::ranges::stable_sort(hits, {}, [&](const search::SearchHit& hit) {
        return std::tuple{!hit.is_name, hit.cost, !map::is_project_source(map, hit.feature.source)};
    });
    return hits;
}

using Groups = std::vector<ui::SearchGroup>;

/// The next part of the same river, or the label of what is listed already.
bool is_repeated(const Groups& groups, Groups::const_iterator its_group, const ui::SearchRow& row,
                 bool has_card) {
    const auto has_name = [&](const ui::SearchGroup& group) {
        return std::ranges::find(group.rows, row.name, &ui::SearchRow::name) != group.rows.end();
    };
    if (!has_card && std::ranges::any_of(groups, has_name)) return true;
    return its_group != groups.end() && row.text.empty() && has_name(*its_group);
}

std::string crs_words(const std::string& crs) {
    return crs == "OGC:CRS84" ? "WGS 84" : crs;
}

}  // namespace

SearchPart::SearchPart(WindowContext& context, std::function<void()> wake)
    : context_{context}, wake_{std::move(wake)} {
    context_.actions.add({"search",
                          "action.search",
                          "Ctrl + K",
                          {{.key = sf::Keyboard::K, .control = true}, {sf::Keyboard::Slash}},
                          [this] { change([](ui::SearchModel& model) { model.is_open = true; }); },
                          [this] { return context_.map.has_value(); }});
}

SearchPart::~SearchPart() {
    gathering_.cancel();
    asking_.cancel();
}

void SearchPart::map_closing() {
    gathering_.cancel();
    asking_.cancel();
    found_ = std::make_shared<Found>();
    index_.reset();
    gathered_.clear();
    typed_.clear();
    context_.model.search.reset();
}

void SearchPart::map_opened() {
    context_.model.search = std::make_shared<const ui::SearchModel>();
    gather();
}

/// Whoever clicks on the map has done with the list.
bool SearchPart::take_from_tool(const tools::Command& command) {
    const bool is_touch =
        std::holds_alternative<tools::Hold>(command) || std::holds_alternative<tools::SelectAt>(command);
    if (is_touch && context_.model.search && context_.model.search->is_open) {
        change([](ui::SearchModel& model) { model.is_open = false; });
    }
    return false;
}

bool SearchPart::take_from_panel(const ui::Command& command) {
    if (!context_.map) return false;
    if (const auto* show = std::get_if<ui::ShowSearch>(&command)) {
        change([&](ui::SearchModel& model) { model.is_open = show->is_open; });
    } else if (const auto* select = std::get_if<ui::SelectFeature>(&command)) {
        MapSession& session = context_.map->session;
        if (session.reveal(session.met(select->feature))) context_.painter.change(session.snapshot());
        return false;  // others fly there and open its card
    } else if (const auto* search = std::get_if<ui::SearchFor>(&command)) {
        typed_ = search->typed;
        ask();
    } else {
        return false;
    }
    return true;
}

bool SearchPart::has_news() const {
    const std::scoped_lock lock{found_->mutex};
    return found_->index || found_->answer;
}

void SearchPart::update(double /*now_s*/) {
    if (!context_.map) return;
    std::vector<std::shared_ptr<const map::FeatureSource>> sources;
    for (const map::LoadedSource& source : context_.map->session.map().sources)
        sources.push_back(source.source);
    if (sources != gathered_) gather();
    Index index;
    std::optional<Answer> answer;
    {
        const std::scoped_lock lock{found_->mutex};
        index = std::exchange(found_->index, nullptr);
        answer = std::exchange(found_->answer, std::nullopt);
    }
    if (index) {
        index_ = std::move(index);
        change([](ui::SearchModel& model) { model.is_indexing = false; });
    }
    if (answer) show(*answer);
    if (index_ && (index || (language_ != context_.language() && !typed_.empty()))) ask();
    language_ = context_.language();
}

void SearchPart::gather() {
    const map::LoadedMap& map = context_.map->session.map();
    gathered_.clear();
    for (const map::LoadedSource& source : map.sources) gathered_.push_back(source.source);
    gathering_.cancel();
    gathering_ = context_.pool.submit(
        kAfterTiles,
        [map = std::make_shared<const map::LoadedMap>(map),
         found = found_](const std::atomic<bool>& cancelled) {
            auto index = std::make_shared<search::SearchIndex>();
            search::visit_texts(*map, cancelled, [&](const search::SearchText& text) { index->add(text); });
            if (cancelled) return;
            const std::scoped_lock lock{found->mutex};
            found->index = std::move(index);
        },
        wake_);
    change([](ui::SearchModel& model) { model.is_indexing = true; });
}

void SearchPart::ask() {
    asking_.cancel();
    if (typed_.empty() || !index_) return show({typed_, {}, false});
    asking_ = context_.pool.submit(
        kBeforeTiles,
        [typed = typed_, index = index_, found = found_](const std::atomic<bool>& cancelled) {
            Answer answer{typed, index->find(typed, kMostHits + 1, cancelled), false};
            if (cancelled) return;
            answer.has_more = answer.hits.size() > kMostHits;
            if (answer.has_more) answer.hits.pop_back();
            const std::scoped_lock lock{found->mutex};
            found->answer = std::move(answer);
        },
        wake_);
}

/// Groups by layer, in the order of their best rows.
void SearchPart::show(const Answer& answer) {
    if (answer.typed != typed_) return;
    const MapSession& session = context_.map->session;
    std::vector<ui::SearchGroup> groups;
    std::size_t count = 0;
    for (const search::SearchHit& hit : projects_first(answer.hits, session.map())) {
        const Met met = session.met(hit.feature);
        ui::SearchRow found = row(hit, met);
        const std::string title = session.layer_title(met, context_.language());
        auto group = std::ranges::find(groups, title, &ui::SearchGroup::title);
        const bool has_card = session.map().document.layers[met.layer].metadata.popup.has_value();
        if (is_repeated(groups, group, found, has_card)) continue;
        if (group == groups.end()) group = groups.insert(groups.end(), {title, {}});
        group->rows.push_back(std::move(found));
        ++count;
    }
    change([&](ui::SearchModel& model) {
        model.typed = answer.typed;
        model.groups = std::move(groups);
        model.place = place_of(answer.typed);
        model.hit_count = count;
        model.has_more = answer.has_more;
    });
}

ui::SearchRow SearchPart::row(const search::SearchHit& hit, const Met& met) const {
    const MapSession& session = context_.map->session;
    ui::SearchRow row;
    row.feature = hit.feature;
    row.name = session.name(met, context_.language());
    row.match_begin = hit.match_begin;
    row.match_end = hit.match_end;
    row.swatch = session.swatch(met);
    if (hit.text != row.name) {
        row.text = hit.text;
        shorten(row);
    }
    return row;
}

std::optional<ui::SearchPlace> SearchPart::place_of(const std::string& typed) const {
    const bool has_digit = std::ranges::any_of(typed, [](char c) { return c >= '0' && c <= '9'; });
    if (!has_digit) return std::nullopt;
    const MapSession& session = context_.map->session;
    const auto near = session.to_lon_lat(context_.map->controller.view().center());
    const auto written =
        geo::read_coordinates(typed, {session.map().crs.definition(), near.value_or(geo::LonLat{})});
    if (!written) return std::nullopt;
    const auto crs = geo::Crs::from(written->crs);
    if (!crs) return std::nullopt;
    const auto transform = geo::CrsTransform::between(*crs, session.map().crs);
    if (!transform) return std::nullopt;
    const geo::MapPoint at = transform->to_map(written->at);
    if (!std::isfinite(at.x) || !std::isfinite(at.y)) return std::nullopt;
    const auto degrees = session.to_lon_lat(at);
    if (!degrees) return std::nullopt;
    return ui::SearchPlace{*degrees, crs_words(written->crs)};
}

void SearchPart::change(const std::function<void(ui::SearchModel&)>& change) {
    ui::SearchModel model = context_.model.search ? *context_.model.search : ui::SearchModel{};
    change(model);
    context_.model.search = std::make_shared<const ui::SearchModel>(std::move(model));
}

}  // namespace jinsha::app
