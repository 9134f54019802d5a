#pragma once

#include "geo/envelope.hpp"
#include "map/feature_source.hpp"
#include "map/feature_state.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace jinsha::map {

/// A source with the edits of the session over it. Immutable like every source: an edit makes the next
/// snapshot, which shares base and untouched features. Numbers of base features stay; added ones get numbers
/// above them.
class EditedFeatureSource final : public FeatureSource {
public:
    /// What edits have made of features, by their numbers; null: deleted.
    using Delta = std::map<std::uint32_t, FeatureStatePtr>;

    /// `base` as it was read, nothing edited. Its features are numbered from 0 without holes.
    explicit EditedFeatureSource(std::shared_ptr<const FeatureSource> base);

    /// The next snapshot, its revision one higher. `changes` name features of this source; their `before` is
    /// what is here now.
    [[nodiscard]] std::shared_ptr<const EditedFeatureSource> with(
        std::span<const FeatureChange> changes) const;

    [[nodiscard]] const FeatureSource& base() const noexcept { return *base_; }
    [[nodiscard]] const Delta& delta() const noexcept { return delta_; }
    /// What is there under this number now.
    [[nodiscard]] FeatureStatePtr state(std::uint32_t index) const;
    /// The number that the next added feature gets. Numbers of deleted ones are not given again.
    [[nodiscard]] std::uint32_t next_index() const noexcept { return next_index_; }

    [[nodiscard]] const DatasetLayer& layer() const override { return layer_; }
    [[nodiscard]] std::uint64_t revision() const override { return revision_; }
    [[nodiscard]] std::size_t size() const override { return size_; }
    [[nodiscard]] geo::Envelope extent() const override { return extent_; }
    [[nodiscard]] std::optional<Error> fault() const override { return base_->fault(); }
    void visit(const geo::Envelope& box, double tolerance_map_units,
               const std::function<bool(const SourceFeature&)>& visit) const override;
    bool visit(std::uint32_t index, const std::function<void(const SourceFeature&)>& visit) const override;

private:
    void add_fields_of(const FeatureState& state);
    [[nodiscard]] geo::Envelope extent_of_all() const;

    std::shared_ptr<const FeatureSource> base_;
    Delta delta_;
    DatasetLayer layer_;
    std::uint64_t revision_;
    std::uint32_t next_index_;
    std::size_t size_;
    geo::Envelope extent_;
};

/// Where features have changed: the envelopes before and after of each, empty ones left out.
[[nodiscard]] std::vector<geo::Envelope> changed_envelopes(std::span<const FeatureChange> changes);

}  // namespace jinsha::map
