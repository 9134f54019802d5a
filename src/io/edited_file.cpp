#include "io/edited_file.hpp"

#include "io/save_lock.hpp"
#include "io/save_text.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace jinsha::io {
namespace {

/// The id that readers take: text or number; null for what is neither.
style::Value id_of(const json::Value& feature) {
    const auto id = feature.find("id");
    if (id && id->kind() == json::Kind::String) return {id->string()};
    if (id && id->kind() == json::Kind::Number) return {id->number()};
    return {};
}

/// Large whole numbers are ids that readers keep as texts.
bool are_same_id(const style::Value& of_layer, const json::Value& feature) {
    const style::Value in_file = id_of(feature);
    if (of_layer == in_file) return true;
    return of_layer.text() && in_file.number() && feature.find("id")->text() == *of_layer.text();
}

}  // namespace

EditedFile::EditedFile(std::filesystem::path path, GeoJsonText text, FileStamp stamp, Layer layer,
                       CoordinateGrid grid)
    : path_{std::move(path)},
      map_crs_{std::move(layer.map_crs)},
      text_{std::move(text)},
      stamp_{stamp},
      saved_{std::move(layer.source)},
      grid_{std::move(grid)} {
    std::uint32_t feature = 0;
    for (std::uint32_t element = 0; element < text_.features().size(); ++element)
        features_.push_back(std::ranges::binary_search(layer.skipped, element) ? kNoFeature : feature++);
}

Result<EditedFile> EditedFile::open(const std::filesystem::path& path, Layer layer, CoordinateGrid grid) {
    auto file = read_file(path);
    if (!file) return tl::make_unexpected(file.error());
    auto text = GeoJsonText::from(std::move(file->text));
    if (!text) return tl::make_unexpected(text.error().in(path.string()));
    const std::size_t expected = layer.source->size() + layer.skipped.size();
    if (text->features().size() != expected)
        return fail("{}: expected the {} features that were read, found {}", path.string(), expected,
                    text->features().size());
    EditedFile result{path, *std::move(text), file->stamp, std::move(layer), std::move(grid)};
    if (auto same = result.compare_features(); !same) return tl::make_unexpected(same.error());
    return result;
}

Result<void> EditedFile::compare_features() const {
    std::size_t different = SIZE_MAX;
    for (std::size_t element = 0; element < features_.size() && different == SIZE_MAX; ++element) {
        if (features_[element] == kNoFeature) continue;
        saved_->visit(features_[element], [&](const map::SourceFeature& feature) {
            if (!are_same_id(feature.id(), text_.features()[element])) different = element;
        });
    }
    if (different == SIZE_MAX) return {};
    return fail("{}: feature {} has another id than the one that was read", path_.string(), different + 1);
}

std::vector<ElementChange> EditedFile::changes_to(const map::EditedFeatureSource& now) const {
    std::set<std::uint32_t> edited;
    for (const auto& [feature, state] : saved_->delta()) edited.insert(feature);
    for (const auto& [feature, state] : now.delta()) edited.insert(feature);
    std::vector<ElementChange> changes;
    std::size_t element = 0;
    for (const std::uint32_t feature : edited) {
        ElementChange change{0, saved_->state(feature), now.state(feature)};
        if (map::are_same(change.before, change.after)) continue;
        const auto is_before = [&](std::uint32_t other) { return other == kNoFeature || other < feature; };
        while (element < features_.size() && is_before(features_[element])) ++element;
        change.element = element;
        change.feature = feature;
        changes.push_back(std::move(change));
    }
    return changes;
}

Result<EditedFile::Saved> EditedFile::save(const std::shared_ptr<const map::EditedFeatureSource>& now,
                                           Journal* journal, const Choices& choices) {
    const bool has_attempt = settle_attempt();
    const std::vector<ElementChange> changes = changes_to(*now);
    if (changes.empty()) {
        saved_ = now;
        if (journal && has_attempt) journal->restart(journal_begin());
        return Saved{std::exchange(owes_others_, false), {}};
    }
    auto next = with_changes(changes);
    if (!next) return tl::make_unexpected(next.error().in(path_.string()));
    const auto lock = SaveLock::take(path_);
    if (!lock) return tl::make_unexpected(lock.error());
    const auto others = look_for_others();
    if (!others) return tl::make_unexpected(others.error());
    if (others->text) {
        auto conflicts = merge(*others->text, changes, choices, *next);
        if (!conflicts) return tl::make_unexpected(conflicts.error().in(path_.string()));
        if (!conflicts->empty()) return Saved{true, *std::move(conflicts)};
    }
    const JournalBegin begin = begin_of(next->text, next->features);
    if (journal)
        if (auto told = journal->wait(journal->append(JournalSave{begin})); !told)
            return tl::make_unexpected(told.error());
    const auto stamp = save_text(path_, next->text.text(), others->stamp, *lock);
    Attempt attempt{*std::move(next), now, others->text.has_value()};
    if (!stamp) {
        attempt_ = std::move(attempt);
        return tl::make_unexpected(stamp.error());
    }
    take(std::move(attempt), *stamp);
    if (journal) journal->restart(begin);
    return Saved{std::exchange(owes_others_, false), {}};
}

void EditedFile::take(Attempt attempt, const FileStamp& stamp) {
    stamp_ = stamp;
    text_ = std::move(attempt.version.text);
    features_ = std::move(attempt.version.features);
    saved_ = std::move(attempt.source);
    owes_others_ = owes_others_ || attempt.has_others;
}

bool EditedFile::settle_attempt() {
    if (!attempt_) return false;
    auto file = read_file(path_);
    if (!file) return false;
    std::optional<Attempt> attempt = std::exchange(attempt_, std::nullopt);
    if (file->text != attempt->version.text.text()) return false;
    take(*std::move(attempt), file->stamp);
    return true;
}

Result<EditedFile::Version> EditedFile::with_changes(const std::vector<ElementChange>& changes) const {
    const auto patches = feature_patches(text_, changes, grid_);
    if (!patches) return tl::make_unexpected(patches.error());
    auto text = GeoJsonText::from(json::patched(text_.text(), *patches));
    if (!text) return tl::make_unexpected(text.error());
    Version version{*std::move(text), renumbered(changes)};
    if (version.features.size() != version.text.features().size())
        return fail("the patched text is not whole");
    return version;
}

Result<EditedFile::Others> EditedFile::look_for_others() {
    const auto now = stamp_of(path_);
    if (!now) return tl::make_unexpected(now.error());
    if (*now == stamp_) return Others{{}, stamp_};
    auto file = read_file(path_);
    if (!file) return tl::make_unexpected(file.error());
    if (file->text == text_.text()) {
        stamp_ = file->stamp;
        return Others{{}, stamp_};
    }
    auto text = GeoJsonText::from(std::move(file->text));
    if (!text)
        return fail("{}: was changed by another program and cannot be read now ({}); nothing was written",
                    path_.string(), text.error().message());
    return Others{*std::move(text), file->stamp};
}

Result<std::vector<std::uint32_t>> EditedFile::merge(const GeoJsonText& others,
                                                     const std::vector<ElementChange>& changes,
                                                     const Choices& choices, Version& next) const {
    std::map<std::uint32_t, std::size_t> elements;  // of `next`, by feature
    for (std::size_t i = 0; i < next.features.size(); ++i) elements[next.features[i]] = i;
    std::vector<TextChange> ours;
    for (const ElementChange& change : changes) {
        TextChange& our = ours.emplace_back();
        our.feature = change.feature;
        if (change.before) our.element = change.element;
        if (change.after) our.text = std::string{next.text.features()[elements.at(change.feature)].text()};
    }
    const auto known_as = [](std::uint32_t feature) {
        return feature == kNoFeature ? std::nullopt : std::optional{feature};
    };
    ElementFeatures features;
    for (const std::uint32_t feature : features_) features.push_back(known_as(feature));
    Merged merged = merge_texts(text_, features, others, ours, choices);
    if (!merged.conflicts.empty()) return std::move(merged.conflicts);
    auto text = GeoJsonText::from(std::move(merged.text));
    if (!text) return tl::make_unexpected(text.error());
    next = {*std::move(text), {}};
    for (const auto& feature : merged.features) next.features.push_back(feature.value_or(kNoFeature));
    if (next.features.size() != next.text.features().size()) return fail("the merged text is not whole");
    return std::vector<std::uint32_t>{};
}

JournalBegin EditedFile::begin_of(const GeoJsonText& text, const std::vector<std::uint32_t>& features) const {
    JournalBegin begin{path_.string(), fingerprint(text.text()), map_crs_, {}};
    for (std::uint32_t element = 0; element < features.size(); ++element) {
        const std::uint32_t feature = features[element];
        if (feature == kNoFeature) continue;
        const FeatureRun next{element, feature, 1};
        FeatureRun* run = begin.runs.empty() ? nullptr : &begin.runs.back();
        if (run && run->element + run->count == element && run->feature + run->count == feature)
            ++run->count;
        else
            begin.runs.push_back(next);
    }
    return begin;
}

std::vector<std::uint32_t> EditedFile::renumbered(const std::vector<ElementChange>& changes) const {
    std::vector<std::uint32_t> features;
    auto change = changes.begin();
    for (std::size_t element = 0; element <= features_.size(); ++element) {
        bool is_deleted = false;
        for (; change != changes.end() && change->element == element; ++change) {
            if (!change->before) features.push_back(change->feature);
            is_deleted = is_deleted || !change->after;
        }
        if (element < features_.size() && !is_deleted) features.push_back(features_[element]);
    }
    return features;
}

}  // namespace jinsha::io
