#pragma once

#include "app/window_part.hpp"
#include "map/project_facets.hpp"
#include "ui/filter_model.hpp"
#include "work/worker_pool.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::app {

/// Which projects are shown. Workers gather what there is to choose from whenever the projects are others;
/// counting is quick enough for every frame that needs it.
class FilterPart final : public WindowPart {
public:
    /// @param wake  lets the window look for what workers gathered; any thread
    FilterPart(WindowContext& context, std::function<void()> wake);
    ~FilterPart() override;
    FilterPart(const FilterPart&) = delete;
    FilterPart& operator=(const FilterPart&) = delete;

    void map_closing() override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    [[nodiscard]] bool has_news() const override;
    void update(double now_s) override;

private:
    struct Gathered {
        mutable std::mutex mutex;
        std::optional<map::ProjectFacets> facets;  // new ones, until they are taken
    };
    /// What the model was made from.
    struct Shown {
        map::ProjectFilter filter;
        std::string language;
        bool operator==(const Shown&) const = default;
    };

    void add_actions();
    void gather();
    void filter_by(const map::ProjectFilter& filter);
    void tell(ui::Story story);
    [[nodiscard]] ui::FilterModel model() const;
    [[nodiscard]] std::string label(const std::string& field, const std::string& value,
                                    std::string_view group) const;

    WindowContext& context_;
    std::function<void()> wake_;
    std::shared_ptr<Gathered> gathered_{std::make_shared<Gathered>()};
    std::vector<std::shared_ptr<const map::FeatureSource>> sources_;  // that were or are gathered from
    std::optional<map::ProjectFacets> facets_;                        // none: not gathered yet
    work::Task task_;
    std::optional<Shown> shown_;
};

}  // namespace jinsha::app
