#include "app/editing.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <set>
#include <thread>
#include <utility>

namespace jinsha::app {

namespace fs = std::filesystem;

/// A source of the map. `file` belongs to the thread while `is_indexing`, and from the first edit on; between
/// the two to nobody but the main thread.
struct Editing::Source {
    Refusal refusal;  // not to be edited, ever
    bool is_indexing{};
    std::unique_ptr<EditingFile> file;
    std::vector<map::Edit> found;                             // of an earlier session, not decided about
    bool has_edits{};                                         // the thread has the file
    io::FileStamp stamp;                                      // of the file as we know it
    std::shared_ptr<const map::EditedFeatureSource> saved{};  // what the file holds; null: as it was read
    io::EditedFile::Choices choices{};
};

namespace {

const map::SourceSpec* spec_of(const map::LoadedMap& map, std::uint32_t place) {
    return map.document.source(map.sources[place].id);
}

/// Data that were opened without a document stand for their only source.
fs::path path_of(const MapSession& map, const map::SourceSpec& spec) {
    if (map.map().document.path.empty()) return map.path();
    return map.path().parent_path() / fs::path{spec.location};
}

bool is_geojson(const fs::path& path) {
    return path.extension() == ".geojson" || path.extension() == ".json";
}

std::string crs_of(const map::LoadedMap& map, std::uint32_t place) {
    const std::string& hinted = spec_of(map, place)->crs;
    const std::string& found = map.sources[place].source->layer().crs.name;
    if (!hinted.empty()) return hinted;
    return found.empty() ? map.crs.definition() : found;
}

/// By the attribute that cards are titled with, else by a usual name.
std::string name_field_of(const map::LoadedMap& map, std::uint32_t place) {
    const auto& source = map.sources[place];
    for (const map::DocumentLayer& layer : map.document.layers) {
        if (map.source_of(layer.style) != place || !layer.metadata.popup) continue;
        if (const std::string& title = layer.metadata.popup->title.in("zh"); !title.empty()) return title;
    }
    for (const char* usual : {"name", "NAME", "Name", "名称", "title"}) {
        const auto& fields = source.source->layer().fields;
        if (std::ranges::find(fields, usual, &map::Field::name) != fields.end()) return usual;
    }
    return "";
}

std::vector<map::EditableSource> all_sources(const map::LoadedMap& map) {
    std::vector<map::EditableSource> sources;
    for (std::uint32_t place = 0; place < map.sources.size(); ++place)
        sources.push_back({map.sources[place].source, "", name_field_of(map, place), {}});
    return sources;
}

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
    : setup_{std::move(setup)}, session_{all_sources(map.map())}, worker_{std::make_unique<SerialWorker>()} {
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

void Editing::prepare(std::uint32_t place, const MapSession& map) {
    using Kind = map::SourceSpec::Kind;
    const map::LoadedMap& loaded = map.map();
    const map::SourceSpec* spec = spec_of(loaded, place);
    const fs::path path = spec ? path_of(map, *spec) : fs::path{};
    Refusal& refusal = sources_[place]->refusal;
    refusal = {};
    if (!spec || spec->kind == Kind::GeoJsonInline) {
        refusal = {"editing.inline", "", place};
    } else if (!is_geojson(path)) {
        refusal = {"editing.not_geojson", path.filename().string(), place};
    } else if (map.readings().is_reading(loaded.sources[place])) {
        refusal = {"editing.reading", "", place};
    } else {
        index(place,
              {path,
               setup_.journals,
               place,
               {loaded.crs.definition(), session_.source(place), loaded.sources[place].skipped_elements},
               crs_of(loaded, place)});
    }
}

void Editing::index(std::uint32_t place, EditingFile::Setup file) {
    Source& source = *sources_[place];
    source.is_indexing = true;
    ++indexing_;
    worker_->post([this, place, &source, file = std::move(file)]() mutable {
        struct Indexed {
            Result<EditingFile> file;
            Result<EditingFile::Left> left{};
        };
        const auto indexed = std::make_shared<Indexed>(Indexed{EditingFile::open(std::move(file))});
        if (indexed->file) indexed->left = indexed->file->look_for_journal();
        tell([this, place, &source, indexed] {
            source.is_indexing = false;
            --indexing_;
            news_.is_ready = true;
            if (!indexed->file) {
                source.refusal = {"editing.unreadable", indexed->file.error().message(), place};
                return;
            }
            source.file = std::make_unique<EditingFile>(*std::move(indexed->file));
            source.stamp = source.file->stamp();
            if (!indexed->left) return;  // another window has it, which is said at the first edit
            if (!indexed->left->put_aside.empty()) news_.left.push_back(*indexed->left);
            source.found = std::move(indexed->left->edits);
        });
    });
}

void Editing::take_readings(const MapSession& map) {
    const map::LoadedMap& loaded = map.map();
    for (std::uint32_t place = 0; place < sources_.size(); ++place) {
        if (sources_[place]->refusal.key != "editing.reading" || sources_[place]->has_edits ||
            map.readings().is_reading(loaded.sources[place]))
            continue;
        session_.replace(place, {loaded.sources[place].source, "", name_field_of(loaded, place), {}});
        prepare(place, map);
    }
}

Refusal Editing::refusal(std::uint32_t place) const {
    const Source& source = *sources_.at(place);
    if (!source.refusal.key.empty()) return source.refusal;
    if (source.is_indexing) return {"editing.preparing", "", place};
    if (!source.found.empty()) return {"editing.undecided", "", place};
    return {};
}

Refusal Editing::make_ready(std::uint32_t place) {
    Source& source = *sources_.at(place);
    wait_for(source);
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

/// A source that is to be saved, and what came of it.
struct Editing::SavedSource {
    std::uint32_t place{};
    EditingFile* file{};
    std::shared_ptr<const map::EditedFeatureSource> now;
    io::EditedFile::Choices choices;
    Result<io::EditedFile::Saved> saved{};
    io::FileStamp stamp{};
};

void Editing::save() {
    session_.begin_save();
    ++saves_under_way_;
    std::vector<SavedSource> sources;
    for (std::uint32_t place = 0; place < sources_.size(); ++place) {
        const Source& source = *sources_[place];
        if (source.has_edits)
            sources.push_back({place, source.file.get(), session_.source(place), source.choices});
    }
    worker_->post([this, sources = std::move(sources)]() mutable {
        for (SavedSource& source : sources) {
            source.saved = source.file->save(source.now, source.choices);
            source.stamp = source.file->stamp();
        }
        tell([this, sources = std::move(sources)] { take_saved(sources); });
    });
}

void Editing::take_saved(const std::vector<SavedSource>& sources) {
    --saves_under_way_;
    news_.is_saved = true;
    bool are_all_saved = true;
    for (const SavedSource& saved : sources) {
        Source& source = *sources_[saved.place];
        source.stamp = saved.stamp;
        const bool is_saved = saved.saved && saved.saved->conflicts.empty();
        are_all_saved = are_all_saved && is_saved;
        if (!saved.saved) {
            news_.save_errors.push_back(saved.saved.error());
        } else if (is_saved) {
            source.saved = saved.now;
            source.choices.clear();
            // The features in memory lack what came in, so no edit may be based on them.
            if (saved.saved->has_others) source.refusal = {"editing.reading", "", saved.place};
            news_.has_others = news_.has_others || saved.saved->has_others;
        } else {
            for (const std::uint32_t feature : saved.saved->conflicts)
                news_.conflicts.push_back({saved.place, feature});
        }
    }
    if (!are_all_saved) return;
    session_.end_save();
    is_unrecorded_ = false;
}

void Editing::choose(map::FeatureKey feature, io::MergeChoice choice) {
    sources_.at(feature.source)->choices[feature.index] = choice;
}

bool Editing::has_unsaved(std::uint32_t place) const {
    const Source& source = *sources_.at(place);
    if (!source.has_edits) return false;
    const auto& now = session_.source(place);
    return source.saved ? source.saved != now : !now->delta().empty();
}

bool Editing::has_unsaved(const fs::path& path) const {
    for (std::uint32_t place = 0; place < sources_.size(); ++place) {
        const auto& file = sources_[place]->file;
        if (file && file->path() == path && has_unsaved(place)) return true;
    }
    return false;
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

std::vector<map::Edit> Editing::found_edits() const {
    std::vector<map::Edit> all;
    for (const auto& source : sources_) std::ranges::copy(source->found, std::back_inserter(all));
    return all;
}

std::vector<map::FeatureChange> Editing::take_up_found() {
    std::vector<map::FeatureChange> changes;
    for (std::uint32_t place = 0; place < sources_.size(); ++place) {
        Source& source = *sources_[place];
        auto found = std::exchange(source.found, {});
        if (found.empty()) continue;
        source.file->take_up();
        if (const Refusal refused = make_ready(place); !refused.key.empty()) continue;
        for (map::Edit& edit : found) {
            std::ranges::copy(edit.changes, std::back_inserter(changes));
            session_.repeat(std::move(edit));
        }
    }
    return changes;
}

void Editing::give_up_found() {
    for (const auto& source : sources_)
        if (!std::exchange(source->found, {}).empty()) source->file->give_up();
}

std::vector<fs::path> Editing::changed_by_others(std::vector<fs::path> paths) const {
    std::erase_if(paths, [&](const fs::path& path) {
        return std::ranges::any_of(sources_, [&](const auto& source) {
            if (!source->file || source->file->path() != path) return false;
            const auto stamp = io::stamp_of(path);
            return stamp && *stamp == source->stamp;
        });
    });
    return paths;
}

}  // namespace jinsha::app
