#include "text/glyph_cache.hpp"

#include <utility>

namespace jinsha::text {

namespace {

constexpr std::size_t kBytesOfAGeneration = 8'000'000;
constexpr std::size_t kBytesAroundMasks = 300;  // entry, control block and vectors, roughly

std::size_t bytes_of(const GlyphMasks& masks) {
    return masks.fill.bytes.size() + masks.halo.bytes.size() + kBytesAroundMasks;
}

}  // namespace

std::size_t GlyphCache::Hash::operator()(const GlyphKey& key) const noexcept {
    std::size_t hash = std::hash<const Typeface*>{}(key.typeface);
    const auto mix = [&hash](std::size_t value) { hash = (hash ^ value) * 0x9E3779B97F4A7C15ull; };
    mix(key.glyph_id);
    mix(std::hash<double>{}(key.size_px));
    mix(static_cast<std::size_t>(key.quarter_x * 4 + key.quarter_y));
    mix(std::hash<double>{}(key.halo.width_px));
    mix(std::hash<double>{}(key.halo.blur_px));
    return hash ^ hash >> 32;
}

std::shared_ptr<const GlyphMasks> GlyphCache::get(const GlyphKey& key,
                                                  const std::function<GlyphMasks()>& make) {
    if (auto kept = find(key)) return kept;
    auto made = std::make_shared<const GlyphMasks>(make());
    keep(key, made);
    return made;
}

std::shared_ptr<const GlyphMasks> GlyphCache::find(const GlyphKey& key) {
    const std::scoped_lock lock{mutex_};
    if (const auto found = young_.find(key); found != young_.end()) return found->second;
    const auto found = old_.find(key);
    if (found == old_.end()) return nullptr;
    young_bytes_ += bytes_of(*found->second);
    return young_.insert(old_.extract(found)).position->second;
}

void GlyphCache::keep(const GlyphKey& key, std::shared_ptr<const GlyphMasks> masks) {
    const std::scoped_lock lock{mutex_};
    if (young_bytes_ > kBytesOfAGeneration) {
        old_ = std::exchange(young_, {});
        young_bytes_ = 0;
    }
    young_bytes_ += bytes_of(*masks);
    young_.try_emplace(key, std::move(masks));
}

}  // namespace jinsha::text
