#include "scene/layer_list.hpp"

#include <cassert>
#include <utility>

namespace jinsha::scene {

namespace {

template <class Paint>
std::uint32_t last_place(const std::vector<Paint>& paints) {
    return static_cast<std::uint32_t>(paints.size() - 1);
}

}  // namespace

std::size_t size_bytes(const DisplayList& list) noexcept {
    const auto bytes = [](const auto& items) { return items.capacity() * sizeof(*items.data()); };
    return sizeof list + bytes(list.points) + bytes(list.part_ends) + bytes(list.dash_offsets) +
           bytes(list.fill_paints) + bytes(list.stroke_paints) + bytes(list.circle_paints) +
           bytes(list.pictures) + bytes(list.items);
}

void DisplayList::add_fill(PartRange rings, const FillPaint& paint) {
    fill_paints.push_back(paint);
    items.emplace_back(FillItem{rings, last_place(fill_paints)});
}

void DisplayList::add_stroke(PartRange lines, StrokePaint paint, std::span<const double> offsets,
                             bool closed) {
    assert(paint.dashes.empty() || offsets.size() == lines.last - lines.first);
    stroke_paints.push_back(std::move(paint));
    const auto first_offset = static_cast<std::uint32_t>(dash_offsets.size());
    dash_offsets.insert(dash_offsets.end(), offsets.begin(), offsets.end());
    items.emplace_back(StrokeItem{lines, last_place(stroke_paints), first_offset, closed});
}

void DisplayList::add_circle(SubPixelPoint center, const CirclePaint& paint) {
    circle_paints.push_back(paint);
    items.emplace_back(CircleItem{center, last_place(circle_paints)});
}

}  // namespace jinsha::scene
