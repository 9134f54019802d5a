#include "app/editing_source.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::app {

namespace fs = std::filesystem;

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
