#pragma once

#include "map/feature_source.hpp"

#include <functional>
#include <memory>

namespace jinsha::map {

/// A source without the features that a filter holds back. Numbers, layer and extent are the source's own.
class FilteredSource final : public FeatureSource {
public:
    /// `lets_through` may be called by any number of threads at once.
    FilteredSource(std::shared_ptr<const FeatureSource> source,
                   std::function<bool(const SourceFeature&)> lets_through)
        : source_{std::move(source)}, lets_through_{std::move(lets_through)} {}

    [[nodiscard]] const DatasetLayer& layer() const override { return source_->layer(); }
    [[nodiscard]] std::uint64_t revision() const override { return source_->revision(); }
    [[nodiscard]] std::size_t size() const override { return source_->size(); }
    [[nodiscard]] geo::Envelope extent() const override { return source_->extent(); }
    [[nodiscard]] std::optional<Error> fault() const override { return source_->fault(); }

    void visit(const geo::Envelope& box, double tolerance_map_units,
               const std::function<bool(const SourceFeature&)>& visit) const override {
        source_->visit(box, tolerance_map_units, [&](const SourceFeature& feature) {
            return !lets_through_(feature) || visit(feature);
        });
    }
    bool visit(std::uint32_t index, const std::function<void(const SourceFeature&)>& visit) const override {
        bool is_there = false;
        source_->visit(index, [&](const SourceFeature& feature) {
            is_there = lets_through_(feature);
            if (is_there) visit(feature);
        });
        return is_there;
    }

private:
    std::shared_ptr<const FeatureSource> source_;
    std::function<bool(const SourceFeature&)> lets_through_;
};

}  // namespace jinsha::map
