#pragma once

#include "map/edit.hpp"
#include "map/edit_commands.hpp"
#include "map/edited_feature_source.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace jinsha::map {

/// A source that may be edited.
struct EditableSource {
    std::shared_ptr<const FeatureSource> source;
    std::string read_only;   // why it may not be edited; "": it may
    std::string name_field;  // the attribute that features are called by; "": none
    /// The nearest point that the file can hold: what the map shows is what is saved. None: every point.
    std::function<geo::MapPoint(geo::MapPoint)> nearest_storable{};
};

/// The one door through which features change: it carries out commands, and takes them back. One thread; the
/// snapshots it gives out may go to any.
class EditSession {
public:
    /// In the order of `LoadedMap::sources`, as `FeatureKey::source` counts.
    explicit EditSession(std::vector<EditableSource> sources);

    /// Carries out what is asked for. The edit that came of it, valid until the next call; the error says why
    /// nothing was changed: the source is read-only, or a feature is not there (any more).
    [[nodiscard]] Result<const Edit*> apply(const EditCommand& command);
    /// Takes a step that was made before, by an earlier session: its features are as it expects them.
    const Edit* repeat(Edit edit);
    /// The changes that were made by taking back or repeating a step; none when there is no such step.
    std::optional<std::vector<FeatureChange>> undo();
    std::optional<std::vector<FeatureChange>> redo();

    [[nodiscard]] const std::shared_ptr<const EditedFeatureSource>& source(std::uint32_t place) const {
        return snapshots_.at(place);
    }
    [[nodiscard]] const History& history() const noexcept { return history_; }
    void mark_saved() noexcept { history_.mark_saved(); }
    void begin_save() noexcept { history_.begin_save(); }
    void end_save() noexcept { history_.end_save(); }

    [[nodiscard]] const EditableSource& editable(std::uint32_t place) const { return sources_.at(place); }
    /// Puts another in its place: it has been read meanwhile, or may be edited now. None of its features has
    /// been edited yet.
    void replace(std::uint32_t place, EditableSource source);

private:
    class Maker;
    void change(std::span<const FeatureChange> changes);

    std::vector<EditableSource> sources_;
    std::vector<std::shared_ptr<const EditedFeatureSource>> snapshots_;
    History history_;
};

}  // namespace jinsha::map
