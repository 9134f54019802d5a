#include "app/source_readings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>

namespace jinsha::app {

SourceReadings::News SourceReadings::take(map::LoadedMap& map) {
    News news;
    std::erase_if(layers_, [&](const io::LayerInReading& layer) {
        auto state = layer.reading->state();
        const auto source = std::ranges::find_if(map.sources, [&](const map::LoadedSource& s) {
            return s.id == layer.source_id && s.dataset_layer == layer.dataset_layer;
        });
        if (source->source != state.source) {
            source->source = std::move(state.source);
            news.has_picture = true;
        }
        if (!state.is_finished) return false;
        news.has_finished = true;
        source->skipped = state.skipped;
        std::ranges::copy(state.problems, std::back_inserter(map.problems));
        std::ranges::move(state.problems, std::back_inserter(news.problems));
        return true;
    });
    return news;
}

bool SourceReadings::is_reading(const map::LoadedSource& source) const {
    return std::ranges::any_of(layers_, [&](const io::LayerInReading& layer) {
        return source.id == layer.source_id && source.dataset_layer == layer.dataset_layer;
    });
}

std::optional<ui::Loading> SourceReadings::progress() const {
    std::optional<ui::Loading> slowest;
    for (const io::LayerInReading& layer : layers_) {
        const auto state = layer.reading->state();
        if (slowest && state.fraction >= *slowest->fraction) continue;
        std::string what = layer.dataset_layer;
        if (state.seconds_left) what += fmt::format(" · {:.0f} s", std::ceil(*state.seconds_left));
        slowest = ui::Loading{std::move(what), state.fraction};
    }
    return slowest;
}

void SourceReadings::cancel() const {
    for (const io::LayerInReading& layer : layers_) layer.reading->cancel();
}

}  // namespace jinsha::app
