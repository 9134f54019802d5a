#include "app/editing_source.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::app {

namespace fs = std::filesystem;

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

}  // namespace

map::EditableSource editable_source(const map::LoadedMap& map, std::uint32_t place) {
    return {map.sources[place].source, "", name_field_of(map, place), {}};
}

std::vector<map::EditableSource> editable_sources(const map::LoadedMap& map) {
    std::vector<map::EditableSource> sources;
    for (std::uint32_t place = 0; place < map.sources.size(); ++place)
        sources.push_back(editable_source(map, place));
    return sources;
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
            Result<void> writable{};
        };
        const auto indexed = std::make_shared<Indexed>(Indexed{EditingFile::open(std::move(file))});
        if (indexed->file) indexed->writable = indexed->file->check_writable();
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
            if (!indexed->writable) source.not_writable = source.file->path().filename().string();
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
        session_.replace(place, editable_source(loaded, place));
        prepare(place, map);
    }
}

}  // namespace jinsha::app
