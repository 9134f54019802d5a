#include "map/edit_session.hpp"

#include "map/feature_state.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::map {
namespace {

std::vector<FeatureChange> reversed(const std::vector<FeatureChange>& changes) {
    std::vector<FeatureChange> result;
    for (const FeatureChange& change : changes) result.push_back({change.key, change.after, change.before});
    return result;
}

}  // namespace

/// Turns a command into the edit that carries it out, and changes nothing.
class EditSession::Maker {
public:
    explicit Maker(const EditSession& session) : session_{session} {}

    Result<Edit> operator()(const AddFeatures& command) {
        edit_.kind = EditKind::AddFeatures;
        if (auto editable = demand_editable(command.source); !editable)
            return tl::make_unexpected(editable.error());
        for (const NewFeature& feature : command.features)
            add({command.source, next_index(command.source)},
                std::make_shared<const FeatureState>(FeatureState{storable(command.source, feature.geometry),
                                                                  feature.id, feature.attributes}));
        for (const Replacement& replacement : command.replaced) {
            const FeatureKey key{command.source, replacement.index};
            auto state = demand(key);
            if (!state) return tl::make_unexpected(state.error());
            const auto moved_there =
                with_geometry(**state, *storable(command.source, replacement.by.geometry));
            edit_.changes.push_back({key, *state, with_attributes(*moved_there, replacement.by.attributes)});
        }
        return finish();
    }
    Result<Edit> operator()(const DeleteFeatures& command) {
        return for_each(EditKind::DeleteFeatures, command.keys,
                        [](FeatureKey, const FeatureState&) { return FeatureStatePtr{}; });
    }
    Result<Edit> operator()(const MoveFeatures& command) {
        return for_each(EditKind::MoveFeatures, command.keys, [&](FeatureKey key, const FeatureState& state) {
            return moved(key.source, state, command.east, command.north);
        });
    }
    Result<Edit> operator()(const SetGeometry& command) {
        return for_each(EditKind::ChangeGeometry, {command.key},
                        [&](FeatureKey key, const FeatureState& state) {
                            return with_geometry(state, *storable(key.source, command.geometry));
                        });
    }
    Result<Edit> operator()(const SetAttributes& command) {
        return for_each(EditKind::ChangeAttributes, command.keys, [&](FeatureKey, const FeatureState& state) {
            return with_attributes(state, command.attributes);
        });
    }
    Result<Edit> operator()(const DuplicateFeatures& command) {
        edit_.kind = EditKind::DuplicateFeatures;
        for (const FeatureKey& key : command.keys) {
            auto state = demand(key);
            if (!state) return tl::make_unexpected(state.error());
            FeatureState copy = *moved(key.source, **state, command.east, command.north);
            copy.id = {};
            add({key.source, next_index(key.source)}, std::make_shared<const FeatureState>(std::move(copy)));
        }
        return finish();
    }

private:
    template <class Change>
    Result<Edit> for_each(EditKind kind, const std::vector<FeatureKey>& keys, Change&& change) {
        edit_.kind = kind;
        for (const FeatureKey& key : keys) {
            auto state = demand(key);
            if (!state) return tl::make_unexpected(state.error());
            edit_.changes.push_back({key, *state, change(key, **state)});
        }
        return finish();
    }

    Result<void> demand_editable(std::uint32_t place) const {
        const EditableSource& source = session_.sources_.at(place);
        if (source.read_only.empty()) return {};
        return fail("{}: cannot be edited: {}", source.source->layer().name, source.read_only);
    }
    Result<FeatureStatePtr> demand(FeatureKey key) const {
        if (auto editable = demand_editable(key.source); !editable)
            return tl::make_unexpected(editable.error());
        FeatureStatePtr state = session_.source(key.source)->state(key.index);
        if (state) return state;
        return fail("{}: there is no feature {}", session_.source(key.source)->layer().name, key.index + 1);
    }

    std::uint32_t next_index(std::uint32_t place) const {
        const auto is_added = [&](const FeatureChange& c) { return c.key.source == place && !c.before; };
        const auto added = std::ranges::count_if(edit_.changes, is_added);
        return session_.source(place)->next_index() + static_cast<std::uint32_t>(added);
    }
    void add(FeatureKey key, FeatureStatePtr state) {
        edit_.changes.push_back({key, nullptr, std::move(state)});
    }

    std::shared_ptr<const geo::Geometry> storable(std::uint32_t place, geo::Geometry geometry) const {
        if (const auto& nearest = session_.sources_.at(place).nearest_storable)
            std::ranges::transform(geometry.points, geometry.points.begin(), nearest);
        return std::make_shared<const geo::Geometry>(std::move(geometry));
    }
    FeatureStatePtr moved(std::uint32_t place, const FeatureState& state, double east, double north) const {
        geo::Geometry geometry = *state.geometry;
        for (geo::MapPoint& point : geometry.points) point = {point.x + east, point.y + north};
        return with_geometry(state, *storable(place, std::move(geometry)));
    }

    Edit finish() {
        if (edit_.changes.size() == 1) {
            const auto& [key, before, after] = edit_.changes.front();
            const FeatureState& state = after ? *after : *before;
            const style::Value* name = state.find(session_.sources_.at(key.source).name_field);
            if (name && name->text()) edit_.subject = *name->text();
        }
        return std::move(edit_);
    }

    const EditSession& session_;
    Edit edit_;
};

EditSession::EditSession(std::vector<EditableSource> sources) : sources_{std::move(sources)} {
    for (const EditableSource& source : sources_)
        snapshots_.push_back(std::make_shared<const EditedFeatureSource>(source.source));
}

void EditSession::replace(std::uint32_t place, EditableSource source) {
    if (sources_.at(place).source != source.source)
        snapshots_.at(place) = std::make_shared<const EditedFeatureSource>(source.source);
    sources_.at(place) = std::move(source);
}

Result<const Edit*> EditSession::apply(const EditCommand& command) {
    auto edit = std::visit(Maker{*this}, command);
    if (!edit) return tl::make_unexpected(edit.error());
    return repeat(*std::move(edit));
}

const Edit* EditSession::repeat(Edit edit) {
    change(edit.changes);
    history_.add(std::move(edit));
    return history_.next_undo();
}

std::optional<std::vector<FeatureChange>> EditSession::undo() {
    const Edit* edit = history_.undo();
    if (!edit) return std::nullopt;
    std::vector<FeatureChange> changes = reversed(edit->changes);
    change(changes);
    return changes;
}

std::optional<std::vector<FeatureChange>> EditSession::redo() {
    const Edit* edit = history_.redo();
    if (!edit) return std::nullopt;
    change(edit->changes);
    return edit->changes;
}

void EditSession::change(std::span<const FeatureChange> changes) {
    for (std::uint32_t place = 0; place < snapshots_.size(); ++place) {
        std::vector<FeatureChange> here;
        std::ranges::copy_if(changes, std::back_inserter(here),
                             [&](const FeatureChange& change) { return change.key.source == place; });
        if (!here.empty()) snapshots_[place] = snapshots_[place]->with(here);
    }
}

}  // namespace jinsha::map
