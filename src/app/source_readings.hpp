#pragma once

#include "error/problem.hpp"
#include "io/open_map.hpp"
#include "map/loaded_map.hpp"
#include "ui/model.hpp"

#include <optional>
#include <vector>

namespace jinsha::app {

/// Layers of an open map that are still being read. Main thread.
class SourceReadings {
public:
    SourceReadings() = default;
    explicit SourceReadings(std::vector<io::LayerInReading> layers) : layers_{std::move(layers)} {}

    struct News {
        bool has_picture{};             // a source shows more than before
        bool has_finished{};            // one of them is complete now
        std::vector<Problem> problems;  // of those that are complete now
    };
    /// Takes what was read meanwhile into the map; layers that are complete are no longer being read.
    [[nodiscard]] News take(map::LoadedMap& map);

    [[nodiscard]] bool are_finished() const noexcept { return layers_.empty(); }
    [[nodiscard]] bool is_reading(const map::LoadedSource& source) const;
    /// What is being read, how much, and how long it will take; none when nothing is. Of several layers the
    /// one that takes longest.
    [[nodiscard]] std::optional<ui::Loading> progress() const;
    /// What is there stays.
    void cancel() const;

private:
    std::vector<io::LayerInReading> layers_;
};

}  // namespace jinsha::app
