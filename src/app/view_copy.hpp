#pragma once

#include "app/clipboard_image.hpp"
#include "map/view.hpp"
#include "scene/map_snapshot.hpp"
#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace jinsha::app {

/// What is to be copied, for other threads to draw.
struct ViewToCopy {
    std::shared_ptr<const scene::MapSnapshot> snapshot;
    map::View view;
    std::shared_ptr<const text::FontSet> fonts;
    std::shared_ptr<const symbol::IconStore> icons;
};

/// "Copy this view": draws the map as the window shows it, without panels, and puts it on the clipboard as a
/// picture, in a thread of its own. Main thread.
class ViewCopy {
public:
    struct Copied {
        map::ScreenSize size;
        AfterExit after_exit{};
    };

    /// `wake` is called by other threads when a result is there.
    explicit ViewCopy(std::function<void()> wake) : wake_{std::move(wake)} {}

    /// Begins at once; while one is under way nothing happens.
    void start(ViewToCopy what);
    [[nodiscard]] bool is_running() const noexcept { return thread_.joinable(); }
    [[nodiscard]] bool has_result() const;
    /// The result, once.
    [[nodiscard]] std::optional<Result<Copied>> take();

private:
    [[nodiscard]] Result<Copied> copy(const ViewToCopy& what);

    std::function<void()> wake_;
    std::unique_ptr<ClipboardImage> clipboard_;  // of the thread while it runs; since the first copy
    mutable std::mutex mutex_;
    std::optional<Result<Copied>> result_;
    std::jthread thread_;  // last, so that it ends before what it uses
};

}  // namespace jinsha::app
