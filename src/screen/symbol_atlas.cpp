#include "screen/symbol_atlas.hpp"

#include <algorithm>
#include <cassert>

namespace jinsha::screen {

namespace {

constexpr int kPagePx = 1024;
constexpr std::size_t kMostPages = 8;
constexpr int kGapPx = 1;  // transparent, so that smooth drawing meets no neighbour

}  // namespace

SymbolAtlas::Place SymbolAtlas::place(const std::shared_ptr<const image::Image>& picture) {
    assert(picture && !picture->is_empty());
    if (const auto known = entries_.find(picture.get()); known != entries_.end()) return known->second.place;

    Place place;
    const auto has_room = [&](Page& page) { return find_room(page, *picture, place); };
    auto page = std::ranges::find_if(pages_, has_room);
    if (page == pages_.end()) {
        if (pages_.size() >= kMostPages) begin_anew();
        add_page(std::max(kPagePx, picture->width_px() + 2 * kGapPx),
                 std::max(kPagePx, picture->height_px() + 2 * kGapPx));
        page = std::prev(pages_.end());
        [[maybe_unused]] const bool fits = has_room(*page);
        assert(fits);
    }
    place.page = static_cast<std::size_t>(page - pages_.begin());
    page->texture.update(*picture, place.left, place.top);
    entries_.emplace(picture.get(), Entry{picture, place});
    return place;
}

/// Shelves: pictures side by side, as high as the highest of them, one shelf under the other.
bool SymbolAtlas::find_room(Page& page, const image::Image& picture, Place& place) const {
    const int width = picture.width_px() + kGapPx;
    const int height = picture.height_px() + kGapPx;
    int left = page.next_left;
    int top = page.shelf_top;
    int shelf_height = std::max(page.shelf_height, height);
    if (left + width > page.texture.width_px()) {
        left = kGapPx;
        top += page.shelf_height;
        shelf_height = height;
    }
    if (left + width > page.texture.width_px() || top + shelf_height > page.texture.height_px()) return false;
    page.shelf_top = top;
    page.shelf_height = shelf_height;
    page.next_left = left + width;
    place.left = left;
    place.top = top;
    return true;
}

void SymbolAtlas::add_page(int width_px, int height_px) {
    pages_.push_back({Texture{width_px, height_px}, kGapPx, 0, kGapPx});
    pages_.back().texture.update(image::Image{width_px, height_px});
}

void SymbolAtlas::begin_anew() {
    pages_.clear();
    entries_.clear();
    ++generation_;
}

}  // namespace jinsha::screen
