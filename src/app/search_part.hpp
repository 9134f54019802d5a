#pragma once

#include "app/window_part.hpp"
#include "search/search_index.hpp"
#include "ui/search_model.hpp"
#include "work/worker_pool.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::app {

/// The search field: workers gather the texts of the map whenever its sources are others, and look through
/// them with every keystroke, so that no frame waits for either.
class SearchPart final : public WindowPart {
public:
    /// @param wake  lets the window look for what workers found; any thread
    SearchPart(WindowContext& context, std::function<void()> wake);
    ~SearchPart() override;
    SearchPart(const SearchPart&) = delete;
    SearchPart& operator=(const SearchPart&) = delete;

    void map_closing() override;
    void map_opened() override;
    [[nodiscard]] bool take_from_tool(const tools::Command& command) override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    [[nodiscard]] bool has_news() const override;
    void update(double now_s) override;

private:
    using Index = std::shared_ptr<const search::SearchIndex>;
    struct Answer {
        std::string typed;
        std::vector<search::SearchHit> hits;
        bool has_more{};
    };
    /// What workers hand over; they may outlive the part.
    struct Found {
        mutable std::mutex mutex;
        Index index;                   // a new one, until it is taken
        std::optional<Answer> answer;  // the same
    };

    void gather();
    void ask();
    void show(const Answer& answer);
    [[nodiscard]] ui::SearchRow row(const search::SearchHit& hit, const Met& met) const;
    [[nodiscard]] std::optional<ui::SearchPlace> place_of(const std::string& typed) const;
    void change(const std::function<void(ui::SearchModel&)>& change);

    WindowContext& context_;
    std::function<void()> wake_;
    std::shared_ptr<Found> found_{std::make_shared<Found>()};
    Index index_;                                                      // null: none yet
    std::vector<std::shared_ptr<const map::FeatureSource>> gathered_;  // the sources that are looked through
    work::Task gathering_, asking_;
    std::string typed_;
    std::string language_;  // of the rows that are shown
};

}  // namespace jinsha::app
