#pragma once

#include "map/feature_source.hpp"
#include "scene/display_list.hpp"
#include "style/style_layer.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace jinsha::scene {

/// Display lists of single layers, so that showing or hiding a layer, or changing another one, repaints a
/// tile without reading and clipping its features again. The least recently used go when the budget is spent.
/// Any thread (locks inside).
class DisplayListCache {
public:
    explicit DisplayListCache(std::size_t budget_bytes) : budget_bytes_{budget_bytes} {}

    /// The list of layer `layer` of the snapshot, which is visible: kept or newly made. What was cancelled is
    /// not kept.
    [[nodiscard]] std::shared_ptr<const DisplayList> list(const MapSnapshot& snapshot, std::size_t layer,
                                                          double units_per_pixel, const GridRect& rect,
                                                          const std::atomic<bool>& cancelled);
    /// Forgets all (another map is opened).
    void clear();
    [[nodiscard]] std::size_t size_bytes() const;

private:
    /// Layer and source by their address, which stays theirs as long as the entry holds them.
    struct Key {
        const void* style{};
        const void* source{};
        std::size_t layer{};
        double units_per_pixel{}, pixel_ratio{};
        std::int64_t left{}, top{};
        int width{}, height{};
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        [[nodiscard]] std::size_t operator()(const Key& key) const noexcept;
    };
    struct Entry {
        Key key;
        style::StyleLayer style;
        std::shared_ptr<const map::FeatureSource> source;
        std::shared_ptr<const DisplayList> list;
        std::size_t bytes{};
    };

    [[nodiscard]] std::shared_ptr<const DisplayList> find(const Key& key);
    void keep(Entry entry);

    std::size_t budget_bytes_;
    mutable std::mutex mutex_;
    std::list<Entry> entries_;  // the latest used first
    std::unordered_map<Key, std::list<Entry>::iterator, KeyHash> places_;
    std::size_t used_bytes_{};
};

}  // namespace jinsha::scene
