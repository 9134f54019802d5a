#include "io/bbox_patch.hpp"

#include "json/number_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace jinsha::io {
namespace {

/// The outermost coordinates, as they are written.
struct Box {
    std::optional<std::string> west, south, east, north;

    void add(const CoordinateGrid::Position& p) {
        take(west, p.x, true);
        take(south, p.y, true);
        take(east, p.x, false);
        take(north, p.y, false);
    }

private:
    static void take(std::optional<std::string>& side, const std::string& at, bool is_lower) {
        const bool is_farther = !side || (is_lower ? json::number_of(at) < json::number_of(*side)
                                                   : json::number_of(at) > json::number_of(*side));
        if (is_farther) side = at;
    }
};

void patch_side(const json::Value& number, const std::string& side, bool is_lower, BboxRule rule,
                std::vector<json::Patch>& patches) {
    const double now = number.number(), wanted = json::number_of(side);
    const bool is_inside = is_lower ? now <= wanted : now >= wanted;
    if (now == wanted || (rule == BboxRule::Grow && is_inside)) return;
    patches.push_back({number.range(), side});
}

void patch_box(const json::Value& bbox, const Box& box, BboxRule rule, std::vector<json::Patch>& patches) {
    const std::vector<json::Value> numbers = bbox.elements();
    const auto is_number = [](const json::Value& value) { return value.kind() == json::Kind::Number; };
    if ((numbers.size() != 4 && numbers.size() != 6) || !std::ranges::all_of(numbers, is_number)) return;
    const std::size_t upper = numbers.size() / 2;
    if (numbers[0].number() > numbers[upper].number()) return;
    patch_side(numbers[0], *box.west, true, rule, patches);
    patch_side(numbers[1], *box.south, true, rule, patches);
    patch_side(numbers[upper], *box.east, false, rule, patches);
    patch_side(numbers[upper + 1], *box.north, false, rule, patches);
}

}  // namespace

Result<void> patch_bbox(const json::Value& object, const std::vector<geo::GeometryView>& geometries,
                        BboxRule rule, const CoordinateGrid& grid, std::vector<json::Patch>& patches) {
    std::vector<json::Value> boxes;
    object.for_each_member([&](const json::Range& key, const json::Value& value) {
        if (json::Member{key, value}.name() == "bbox") boxes.push_back(value);
    });
    if (boxes.empty()) return {};
    Box box;
    for (const geo::GeometryView& geometry : geometries) {
        for (const geo::MapPoint p : geometry.points) {
            const auto position = grid.position(p);
            if (!position) return tl::make_unexpected(position.error());
            box.add(*position);
        }
    }
    if (!box.west) return {};
    for (const json::Value& bbox : boxes) patch_box(bbox, box, rule, patches);
    return {};
}

}  // namespace jinsha::io
