#include "scene/display_list_cache.hpp"

#include "scene/layer_list.hpp"

#include <functional>
#include <utility>

namespace jinsha::scene {

namespace {

/// Copies of a style layer share what was parsed.
const void* identity(const style::StyleLayer& layer) {
    return &layer.properties();
}

}  // namespace

std::size_t DisplayListCache::KeyHash::operator()(const Key& key) const noexcept {
    std::size_t hash = std::hash<const void*>{}(key.style);
    const auto mix = [&hash](std::size_t value) { hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL; };
    mix(std::hash<const void*>{}(key.source));
    mix(key.layer);
    mix(std::hash<double>{}(key.units_per_pixel));
    mix(static_cast<std::size_t>(key.left));
    mix(static_cast<std::size_t>(key.top));
    return hash;
}

std::shared_ptr<const DisplayList> DisplayListCache::list(const MapSnapshot& snapshot, std::size_t layer,
                                                          double units_per_pixel, const GridRect& rect,
                                                          const std::atomic<bool>& cancelled) {
    const SnapshotLayer& of = snapshot.layers[layer];
    const Key key{identity(of.style), of.source.get(), layer,      units_per_pixel, snapshot.pixel_ratio,
                  rect.left,          rect.top,        rect.width, rect.height};
    if (auto known = find(key)) return known;
    auto made = std::make_shared<const DisplayList>(
        build_layer_list(snapshot, {layer, layer + 1}, units_per_pixel, rect, cancelled));
    if (!cancelled) keep({key, of.style, of.source, made, scene::size_bytes(*made)});
    return made;
}

std::shared_ptr<const DisplayList> DisplayListCache::find(const Key& key) {
    const std::scoped_lock lock{mutex_};
    const auto found = places_.find(key);
    if (found == places_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->list;
}

void DisplayListCache::keep(Entry entry) {
    const std::scoped_lock lock{mutex_};
    if (entry.bytes > budget_bytes_ || places_.contains(entry.key)) return;
    used_bytes_ += entry.bytes;
    entries_.push_front(std::move(entry));
    places_.emplace(entries_.front().key, entries_.begin());
    while (used_bytes_ > budget_bytes_) {
        used_bytes_ -= entries_.back().bytes;
        places_.erase(entries_.back().key);
        entries_.pop_back();
    }
}

void DisplayListCache::clear() {
    const std::scoped_lock lock{mutex_};
    places_.clear();
    entries_.clear();
    used_bytes_ = 0;
}

std::size_t DisplayListCache::size_bytes() const {
    const std::scoped_lock lock{mutex_};
    return used_bytes_;
}

}  // namespace jinsha::scene
