#include "io/recovery.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace jinsha::io {
namespace {

/// From the numbers of an earlier session to those of a later one, by way of the elements of the file.
/// Features that the earlier one added come behind those of the file, in the order in which steps name them.
class Renumbering {
public:
    Renumbering(const JournalBegin& earlier, const JournalBegin& later) : earlier_{earlier}, later_{later} {
        for (const FeatureRun& run : later.runs) next_ = std::max(next_, run.feature + run.count);
    }

    std::uint32_t operator()(std::uint32_t feature) {
        if (const auto element = element_of(feature))
            if (const auto here = feature_of(*element)) return *here;
        const auto [added, is_new] = added_.try_emplace(feature, next_);
        if (is_new) ++next_;
        return added->second;
    }

private:
    [[nodiscard]] std::optional<std::uint32_t> element_of(std::uint32_t feature) const {
        for (const FeatureRun& run : earlier_.runs)
            if (feature >= run.feature && feature - run.feature < run.count)
                return run.element + (feature - run.feature);
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::uint32_t> feature_of(std::uint32_t element) const {
        for (const FeatureRun& run : later_.runs)
            if (element >= run.element && element - run.element < run.count)
                return run.feature + (element - run.element);
        return std::nullopt;
    }

    const JournalBegin& earlier_;
    const JournalBegin& later_;
    std::uint32_t next_{};
    std::map<std::uint32_t, std::uint32_t> added_;
};

/// What stands in a journal after the last save that has reached the file.
struct Unsaved {
    JournalBegin begin;
    std::vector<JournalStep> steps;

    void renumber(const JournalBegin& later) {
        Renumbering renumbering{begin, later};
        for (JournalStep& step : steps)
            for (JournalStep::Change& change : step.changes) change.feature = renumbering(change.feature);
    }
};

Unsaved unsaved_in(const std::vector<JournalRecord>& found, const JournalBegin& now) {
    Unsaved unsaved;
    for (const JournalRecord& record : found) {
        if (const auto* begin = std::get_if<JournalBegin>(&record)) {
            unsaved = {*begin, {}};
        } else if (const auto* save = std::get_if<JournalSave>(&record)) {
            if (save->after.fingerprint == now.fingerprint) unsaved = {save->after, {}};
        } else if (const auto* resume = std::get_if<JournalResume>(&record)) {
            unsaved.renumber(resume->begin);
            unsaved.begin = resume->begin;
        } else {
            unsaved.steps.push_back(std::get<JournalStep>(record));
        }
    }
    return unsaved;
}

map::EditKind kind_of(const std::string& name) {
    using map::EditKind;
    for (const EditKind kind : {EditKind::AddFeatures, EditKind::DeleteFeatures, EditKind::MoveFeatures,
                                EditKind::ChangeGeometry, EditKind::DuplicateFeatures})
        if (map::name_key(kind) == name) return kind;
    return EditKind::ChangeAttributes;
}

}  // namespace

Result<std::vector<map::Edit>> recover(const std::vector<JournalRecord>& found, const JournalBegin& begin,
                                       const map::EditedFeatureSource& now, std::uint32_t source) {
    Unsaved unsaved = unsaved_in(found, begin);
    if (unsaved.steps.empty()) return std::vector<map::Edit>{};
    if (unsaved.begin.fingerprint != begin.fingerprint)
        return fail("{}: was changed after the edits that were not saved", begin.file);
    if (unsaved.begin.crs != begin.crs)
        return fail("{}: the edits that were not saved are in {}, the map is in {}", begin.file,
                    unsaved.begin.crs, begin.crs);

    unsaved.renumber(begin);
    std::map<std::uint32_t, map::FeatureStatePtr> states;
    std::vector<map::Edit> edits;
    for (const JournalStep& step : unsaved.steps) {
        map::Edit& edit = edits.emplace_back(map::Edit{kind_of(step.name), step.subject, {}});
        for (const JournalStep::Change& change : step.changes) {
            auto& state = states.try_emplace(change.feature, now.state(change.feature)).first->second;
            const auto after = applied(change, state);
            if (!after)
                return fail("{}: an edit that was not saved is of a feature that is not there", begin.file);
            edit.changes.push_back({{source, change.feature}, state, *after});
            state = *after;
        }
    }
    const bool is_nothing_left = std::ranges::all_of(
        states, [&](const auto& entry) { return map::are_same(entry.second, now.state(entry.first)); });
    if (is_nothing_left) edits.clear();
    return edits;
}

}  // namespace jinsha::io
