#pragma once

#include "app/window_part.hpp"
#include "scene/legend.hpp"
#include "work/worker_pool.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace jinsha::app {

/// The legend of what the window shows, made by a worker whenever the view rests elsewhere while the panel is
/// open.
class LegendPart final : public WindowPart {
public:
    /// @param wake  lets the window look for what workers made; any thread
    LegendPart(WindowContext& context, std::function<void()> wake);
    ~LegendPart() override;
    LegendPart(const LegendPart&) = delete;
    LegendPart& operator=(const LegendPart&) = delete;

    void map_closing() override;
    void map_opened() override;
    [[nodiscard]] bool has_news() const override;
    void update(double now_s) override;

private:
    struct Made {
        mutable std::mutex mutex;
        std::optional<scene::Legend> legend;  // a new one, until it is taken
    };
    /// What a legend is made for.
    struct Wanted {
        std::uint64_t revision{};
        map::View view{{0, 0}, 1, {0, 0}};
        std::string language;
        bool operator==(const Wanted&) const = default;
    };
    void make(const Wanted& wanted);

    WindowContext& context_;
    std::function<void()> wake_;
    std::shared_ptr<const map::MapDocument> document_;  // of the open map
    std::shared_ptr<Made> made_{std::make_shared<Made>()};
    std::optional<Wanted> asked_;
    work::Task task_;
};

}  // namespace jinsha::app
