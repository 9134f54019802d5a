#pragma once

#include "app/window_part.hpp"
#include "image/image.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace jinsha::app {

/// The small map of the whole in a corner, drawn by a worker without labels whenever the data or the look are
/// others, and what the window shows of it. Until the user has chosen, large windows have it.
class OverviewPart final : public WindowPart {
public:
    /// @param wake  lets the window look for what workers made; any thread
    OverviewPart(WindowContext& context, std::function<void()> wake);
    ~OverviewPart() override;
    OverviewPart(const OverviewPart&) = delete;
    OverviewPart& operator=(const OverviewPart&) = delete;

    void map_closing() override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    [[nodiscard]] bool has_news() const override;
    void update(double now_s) override;

private:
    struct Picture {
        std::shared_ptr<const image::Image> pixels;
        geo::MapPoint center;
        double units_per_px{};
    };
    struct Made {
        mutable std::mutex mutex;
        std::optional<Picture> picture;  // a new one, until it is taken
    };
    [[nodiscard]] bool is_shown() const;
    void draw();

    WindowContext& context_;
    std::function<void()> wake_;
    std::optional<bool> chosen_;
    std::shared_ptr<Made> made_{std::make_shared<Made>()};
    std::optional<std::uint64_t> drawn_;  // revision of the snapshot
    Picture picture_;
    work::Task task_;
};

}  // namespace jinsha::app
