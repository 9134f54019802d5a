#include "app/map_opening.hpp"

#include "app/data_limits.hpp"
#include "app/map_characters.hpp"
#include "app/map_indicators.hpp"
#include "geo/crs.hpp"
#include "io/open_map.hpp"

#include <utility>

namespace jinsha::app {

MapOpening::MapOpening(std::filesystem::path path, std::function<void()> wake)
    : path_{std::move(path)}, wake_{std::move(wake)}, progress_{path_.filename().string(), std::nullopt} {
    thread_ = std::jthread{[this] { run(); }};
}

MapOpening::~MapOpening() {
    cancel();
}

void MapOpening::run() {
    auto opened = open();
    {
        const std::scoped_lock lock{mutex_};
        result_.emplace(std::move(opened));
    }
    wake_();
}

Result<OpenedMap> MapOpening::open() {
    io::OpenMapOptions options;
    options.cancelled = &is_cancelled_;
    DataLimits limits = data_limits();
    options.cache = std::move(limits.cache);
    options.block_memory = std::make_shared<io::BlockMemory>(limits.memory_bytes);
    std::vector<io::LayerInReading> readings;
    options.in_background = [&](io::LayerInReading layer) { readings.push_back(std::move(layer)); };
    options.wake = wake_;
    options.progress = [this](const std::string& what, double fraction) {
        {
            const std::scoped_lock lock{mutex_};
            progress_ = {what, fraction};
        }
        wake_();
    };
    auto map = io::open_map(path_, options);
    if (!map) return tl::make_unexpected(map.error());
    const auto wgs84 = geo::Crs::from("OGC:CRS84");
    if (!wgs84) return tl::make_unexpected(wgs84.error());
    auto from_wgs84 = geo::CrsTransform::between(*wgs84, map->crs);
    if (!from_wgs84) return tl::make_unexpected(from_wgs84.error());
    auto groups = layer_groups(*map);
    auto indicators = read_indicators(map->document);
    map->problems.insert(map->problems.end(), indicators.problems.begin(), indicators.problems.end());
    auto characters = map_characters(*map);
    for (const map::Indicator& indicator : indicators.list) characters += indicator.label.zh + indicator.unit;
    return OpenedMap{std::move(*map),
                     std::move(*from_wgs84),
                     std::move(groups),
                     std::move(characters),
                     std::move(indicators),
                     std::filesystem::absolute(path_),
                     SourceReadings{std::move(readings)}};
}

ui::Loading MapOpening::progress() const {
    const std::scoped_lock lock{mutex_};
    return progress_;
}

std::optional<Result<OpenedMap>> MapOpening::take() {
    const std::scoped_lock lock{mutex_};
    return std::exchange(result_, std::nullopt);
}

}  // namespace jinsha::app
