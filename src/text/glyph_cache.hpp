#pragma once

#include "text/glyph_mask.hpp"
#include "text/typeface.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace jinsha::text {

/// An upright glyph at a place inside its pixel, and its halo (empty without one).
struct GlyphMasks {
    Mask fill, halo;
};

struct GlyphKey {
    const Typeface* typeface{};
    std::uint32_t glyph_id{};
    double size_px{};
    int quarter_x{}, quarter_y{};  // of a pixel, 0 to 3
    HaloShape halo;
    bool operator==(const GlyphKey&) const = default;
};

/// Masks of the glyphs drawn lately, at most about 16 MB of them. Any thread.
class GlyphCache {
public:
    /// The masks kept for the key, or those that `make` returns (outside of the lock, so two threads may make
    /// the same).
    [[nodiscard]] std::shared_ptr<const GlyphMasks> get(const GlyphKey& key,
                                                        const std::function<GlyphMasks()>& make);

private:
    struct Hash {
        std::size_t operator()(const GlyphKey& key) const noexcept;
    };
    using Generation = std::unordered_map<GlyphKey, std::shared_ptr<const GlyphMasks>, Hash>;

    [[nodiscard]] std::shared_ptr<const GlyphMasks> find(const GlyphKey& key);
    void keep(const GlyphKey& key, std::shared_ptr<const GlyphMasks> masks);

    std::mutex mutex_;
    Generation young_, old_;  // what is used moves to the young; when they are many, the old ones go
    std::size_t young_bytes_{};
};

}  // namespace jinsha::text
