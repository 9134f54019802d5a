#pragma once

#include "app/layer_rows.hpp"
#include "app/source_readings.hpp"
#include "error/error.hpp"
#include "geo/crs_transform.hpp"
#include "map/indicators.hpp"
#include "map/loaded_map.hpp"
#include "ui/model.hpp"

#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace jinsha::app {

/// A map that is open, with what the window needs to know beside it.
struct OpenedMap {
    map::LoadedMap map;
    geo::CrsTransform from_wgs84;  // degrees to the map CRS
    std::vector<LayerGroup> groups;
    std::string characters;  // map_characters
    map::Indicators indicators{};
    std::filesystem::path path{};  // the file that was opened, absolute: a document, or data without one
    SourceReadings readings{};
};

/// Opens a map in a thread of its own, so that the window answers meanwhile.
class MapOpening {
public:
    /// Begins at once. `wake` is called by other threads when there is progress or a result.
    MapOpening(std::filesystem::path path, std::function<void()> wake);
    /// Gives up and waits.
    ~MapOpening();

    void cancel() noexcept { is_cancelled_ = true; }
    [[nodiscard]] bool is_cancelled() const noexcept { return is_cancelled_; }
    /// What is being read.
    [[nodiscard]] ui::Loading progress() const;
    /// The result, once.
    [[nodiscard]] std::optional<Result<OpenedMap>> take();

private:
    void run();
    [[nodiscard]] Result<OpenedMap> open();

    std::filesystem::path path_;
    std::function<void()> wake_;
    std::atomic<bool> is_cancelled_{false};
    mutable std::mutex mutex_;
    ui::Loading progress_;
    std::optional<Result<OpenedMap>> result_;
    std::jthread thread_;  // last, so that it ends before what it uses
};

}  // namespace jinsha::app
