#pragma once

#include "image/image.hpp"
#include "scene/display_list.hpp"

#include <atomic>
#include <span>

namespace jinsha::paint {

/// Paints the list into `target`, which has the list's size and is overwritten whole. Stops early when
/// `cancelled` becomes true. Any thread; `target` may be a reused buffer.
void paint(const scene::DisplayList& list, image::Image& target, const std::atomic<bool>& cancelled);

/// The same of several lists of one size, bottom first; the background is that of the first.
void paint(std::span<const scene::DisplayList* const> lists, image::Image& target,
           const std::atomic<bool>& cancelled);

}  // namespace jinsha::paint
