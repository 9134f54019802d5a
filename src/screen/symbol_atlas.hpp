#pragma once

#include "image/image.hpp"
#include "screen/texture.hpp"

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

namespace jinsha::screen {

/// Packs small pictures (labels, icons) into a few textures. A picture keeps its place until the atlas is
/// full; then it begins anew. Main thread, window's context.
class SymbolAtlas {
public:
    struct Place {
        std::size_t page{};
        int left{}, top{};
    };

    /// The place of the picture, which is copied there when it is met for the first time. Empty pictures must
    /// not be asked for. `generation` changes when earlier places are no longer good.
    [[nodiscard]] Place place(const std::shared_ptr<const image::Image>& picture);
    [[nodiscard]] std::size_t generation() const noexcept { return generation_; }
    [[nodiscard]] Texture& page(std::size_t i) { return pages_[i].texture; }

private:
    struct Page {
        Texture texture;
        int shelf_top{}, shelf_height{}, next_left{};
    };
    struct Entry {
        std::shared_ptr<const image::Image> picture;  // so that its address stays taken
        Place place;
    };

    [[nodiscard]] bool find_room(Page& page, const image::Image& picture, Place& place) const;
    void add_page(int width_px, int height_px);
    void begin_anew();

    std::vector<Page> pages_;
    std::unordered_map<const image::Image*, Entry> entries_;
    std::size_t generation_{};
};

}  // namespace jinsha::screen
