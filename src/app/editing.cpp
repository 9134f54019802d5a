#include "app/editing.hpp"

#include "app/editing_source.hpp"

#include <chrono>
#include <map>
#include <set>
#include <thread>
#include <utility>

namespace jinsha::app {

namespace {

/// The places whose features a command is about.
struct PlacesOf {
    std::set<std::uint32_t> operator()(const map::AddFeatures& command) const { return {command.source}; }
    std::set<std::uint32_t> operator()(const map::SetGeometry& command) const { return {command.key.source}; }
    std::set<std::uint32_t> operator()(const auto& command) const {
        std::set<std::uint32_t> places;
        for (const map::FeatureKey& key : command.keys) places.insert(key.source);
        return places;
    }
};

}  // namespace

Editing::Editing(const MapSession& map, Setup setup)
    : setup_{std::move(setup)},
      session_{editable_sources(map.map())},
      worker_{std::make_unique<SerialWorker>()} {
    for (std::uint32_t place = 0; place < map.map().sources.size(); ++place) {
        sources_.push_back(std::make_unique<Source>());
        prepare(place, map);
    }
}

Editing::~Editing() {
    worker_.reset();
    carry_out_told();  // a save may have ended
    const bool keeps_nothing = is_discarded_ || unsaved() == 0;
    for (const auto& source : sources_)
        if (source->file && source->found.empty() && keeps_nothing) source->file->give_up();
}

Refusal Editing::refusal(std::uint32_t place) const {
    const Source& source = *sources_.at(place);
    if (!source.refusal.key.empty()) return source.refusal;
    if (source.is_indexing) return {"editing.preparing", "", place};
    if (!source.found.empty()) return {"editing.undecided", "", place};
    if (!source.not_writable.empty()) return {"editing.read_only", source.not_writable, place};
    return {};
}

Refusal Editing::make_ready(std::uint32_t place) {
    Source& source = *sources_.at(place);
    wait_for(source);
    // Who was told why may have given the rights meanwhile. The edits that are there already stay editable.
    if (source.file && !source.is_indexing && !source.not_writable.empty() && source.file->check_writable())
        source.not_writable.clear();
    if (const Refusal refused = refusal(place); !refused.key.empty()) return refused;
    if (source.has_edits) return {};
    if (auto locked = source.file->lock(); !locked) {
        const std::string holder = source.file->holder();
        return holder.empty() ? Refusal{"editing.not_writable", locked.error().message(), place}
                              : Refusal{"editing.held", holder, place};
    }
    auto editable = session_.editable(place);
    editable.nearest_storable = [grid = source.file->grid()](geo::MapPoint p) {
        return grid->nearest_storable(p);
    };
    session_.replace(place, std::move(editable));
    source.has_edits = true;
    return {};
}

/// The first edit may come before the file is indexed. It waits a moment, but not so long that the window
/// seems dead.
void Editing::wait_for(const Source& source) {
    constexpr std::chrono::milliseconds kLongest{400}, kLook{2};
    for (auto waited = kLook; source.is_indexing && waited < kLongest; waited += kLook) {
        std::this_thread::sleep_for(kLook);
        carry_out_told();
    }
}

tl::expected<std::vector<map::FeatureChange>, Refusal> Editing::apply(const map::EditCommand& command) {
    const auto places = std::visit(PlacesOf{}, command);
    for (const std::uint32_t place : places)
        if (Refusal refused = make_ready(place); !refused.key.empty())
            return tl::make_unexpected(std::move(refused));
    const auto edit = session_.apply(command);
    if (!edit)
        return tl::make_unexpected(
            Refusal{"editing.impossible", edit.error().message(), places.empty() ? 0 : *places.begin()});
    record((*edit)->kind, (*edit)->subject, (*edit)->changes);
    return (*edit)->changes;
}

std::optional<std::vector<map::FeatureChange>> Editing::undo() {
    const map::Edit* edit = session_.history().next_undo();
    if (!edit) return std::nullopt;
    const map::EditKind kind = edit->kind;
    const std::string subject = edit->subject;
    auto changes = session_.undo();
    record(kind, subject, *changes);
    return changes;
}

std::optional<std::vector<map::FeatureChange>> Editing::redo() {
    const map::Edit* edit = session_.history().next_redo();
    if (!edit) return std::nullopt;
    auto changes = session_.redo();
    record(edit->kind, edit->subject, *changes);
    return changes;
}

/// A step is told to the journal of each file that it changes.
void Editing::record(map::EditKind kind, const std::string& subject,
                     const std::vector<map::FeatureChange>& changes) {
    std::map<std::uint32_t, std::vector<map::FeatureChange>> by_place;
    for (const map::FeatureChange& change : changes) by_place[change.key.source].push_back(change);
    for (const auto& [place, here] : by_place) {
        ++steps_under_way_;
        worker_->post([this, file = sources_[place]->file.get(),
                       step = io::step_of(std::string{map::name_key(kind)}, subject, here)] {
            auto recorded = file->record(step);
            tell([this, recorded = std::move(recorded)] {
                --steps_under_way_;
                is_unrecorded_ = !recorded;
                if (!recorded) news_.not_recorded = recorded.error();
            });
        });
    }
}

void Editing::tell(std::function<void()> news) {
    {
        const std::scoped_lock lock{mutex_};
        told_.push_back(std::move(news));
    }
    setup_.wake();
}

void Editing::carry_out_told() {
    std::deque<std::function<void()>> told;
    {
        const std::scoped_lock lock{mutex_};
        told.swap(told_);
    }
    for (const auto& news : told) news();
}

Editing::News Editing::take_news() {
    carry_out_told();
    return std::exchange(news_, {});
}

bool Editing::has_news() const {
    const std::scoped_lock lock{mutex_};
    return !told_.empty();
}

}  // namespace jinsha::app
