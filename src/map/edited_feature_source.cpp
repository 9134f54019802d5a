#include "map/edited_feature_source.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::map {
namespace {

/// An edited feature, read in place.
class EditedFeature final : public SourceFeature {
public:
    EditedFeature(std::uint32_t index, const FeatureState& state) : index_{index}, state_{state} {}

    [[nodiscard]] std::uint32_t index() const override { return index_; }
    [[nodiscard]] geo::GeometryView geometry() const override { return state_.geometry->view(); }
    [[nodiscard]] geo::GeometryType geometry_type() const override { return state_.geometry->type; }
    [[nodiscard]] style::Value id() const override { return state_.id; }
    [[nodiscard]] style::Value property(std::string_view name) const override {
        const style::Value* value = state_.find(name);
        return value ? *value : style::Value{};
    }
    [[nodiscard]] std::optional<std::string_view> text_property(std::string_view name) const override {
        const style::Value* value = state_.find(name);
        const std::string* text = value ? value->text() : nullptr;
        return text ? std::optional<std::string_view>{*text} : std::nullopt;
    }
    [[nodiscard]] bool has_property(std::string_view name) const override {
        return state_.find(name) != nullptr;
    }
    [[nodiscard]] style::Object properties() const override {
        style::Object all;
        for (const Attribute& attribute : state_.attributes) all.emplace(attribute.name, attribute.value);
        return all;
    }

private:
    std::uint32_t index_;
    const FeatureState& state_;
};

geo::Envelope envelope_of(const FeatureStatePtr& state) {
    return state ? geo::envelope(state->geometry->view()) : geo::Envelope{};
}

/// Does `inner` make a side of `outer` what it is?
bool touches_a_side(const geo::Envelope& inner, const geo::Envelope& outer) {
    return inner.min_x <= outer.min_x || inner.min_y <= outer.min_y || inner.max_x >= outer.max_x ||
           inner.max_y >= outer.max_y;
}

std::string type_of(const style::Value& value) {
    if (value.boolean()) return "boolean";
    if (value.number()) return "real";
    return value.array() || value.object() ? "json" : "string";
}

}  // namespace

EditedFeatureSource::EditedFeatureSource(std::shared_ptr<const FeatureSource> base)
    : base_{std::move(base)},
      layer_{base_->layer()},
      revision_{base_->revision()},
      next_index_{static_cast<std::uint32_t>(base_->size())},
      size_{base_->size()},
      extent_{base_->extent()} {}

std::shared_ptr<const EditedFeatureSource> EditedFeatureSource::with(
    std::span<const FeatureChange> changes) const {
    auto next = std::make_shared<EditedFeatureSource>(*this);
    ++next->revision_;
    bool may_shrink = false;
    for (const FeatureChange& change : changes) {
        next->delta_.insert_or_assign(change.key.index, change.after);
        next->next_index_ = std::max(next->next_index_, change.key.index + 1);
        if (change.before) --next->size_;
        if (change.after) {
            ++next->size_;
            next->add_fields_of(*change.after);
        }
        next->extent_.extend(envelope_of(change.after));
        may_shrink = may_shrink || (change.before && touches_a_side(envelope_of(change.before), extent_));
    }
    if (may_shrink) next->extent_ = next->extent_of_all();
    return next;
}

void EditedFeatureSource::add_fields_of(const FeatureState& state) {
    for (const Attribute& attribute : state.attributes)
        if (std::ranges::find(layer_.fields, attribute.name, &Field::name) == layer_.fields.end())
            layer_.fields.push_back({attribute.name, type_of(attribute.value)});
}

geo::Envelope EditedFeatureSource::extent_of_all() const {
    geo::Envelope extent;
    for (const auto& [index, state] : delta_) extent.extend(envelope_of(state));
    base_->visit(base_->extent(), 0, [&](const SourceFeature& feature) {
        if (!delta_.contains(feature.index())) extent.extend(geo::envelope(feature.geometry()));
        return true;
    });
    return extent;
}

FeatureStatePtr EditedFeatureSource::state(std::uint32_t index) const {
    const auto edited = delta_.find(index);
    return edited != delta_.end() ? edited->second : state_of(*base_, index);
}

void EditedFeatureSource::visit(const geo::Envelope& box, double tolerance_map_units,
                                const std::function<bool(const SourceFeature&)>& visit) const {
    auto edited = delta_.begin();
    bool goes_on = true;
    // Edited features come at their places among those of the base.
    const auto visit_edited_before = [&](std::uint32_t index) {
        for (; goes_on && edited != delta_.end() && edited->first < index; ++edited)
            if (edited->second && envelope_of(edited->second).intersects(box))
                goes_on = visit(EditedFeature{edited->first, *edited->second});
        return goes_on;
    };
    base_->visit(box, tolerance_map_units, [&](const SourceFeature& feature) {
        if (!visit_edited_before(feature.index())) return false;
        if (edited != delta_.end() && edited->first == feature.index()) return true;
        return goes_on = visit(feature);
    });
    visit_edited_before(UINT32_MAX);
}

bool EditedFeatureSource::visit(std::uint32_t index,
                                const std::function<void(const SourceFeature&)>& visit) const {
    const auto edited = delta_.find(index);
    if (edited == delta_.end()) return base_->visit(index, visit);
    if (!edited->second) return false;
    visit(EditedFeature{index, *edited->second});
    return true;
}

std::vector<geo::Envelope> changed_envelopes(std::span<const FeatureChange> changes) {
    std::vector<geo::Envelope> envelopes;
    const auto add = [&](const geo::Envelope& envelope) {
        if (!envelope.is_empty()) envelopes.push_back(envelope);
    };
    for (const FeatureChange& change : changes) {
        const geo::Envelope before = envelope_of(change.before), after = envelope_of(change.after);
        add(before);
        if (after != before) add(after);
    }
    return envelopes;
}

}  // namespace jinsha::map
