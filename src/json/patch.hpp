#pragma once

#include "json/layout.hpp"
#include "json/range.hpp"
#include "json/value.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::json {

/// Other bytes in the place of some of a text; an empty range is an insertion
/// before `range.begin`.
struct Patch {
    Range range;
    std::string text;
    bool operator==(const Patch&) const = default;
};

/// Brings patches into the order of the text; they must not overlap.
void sort(std::vector<Patch>& patches);
/// Calls `sink` with the pieces of the patched text one after the other.
/// `patches` are sorted.
void write_patched(std::string_view text, const std::vector<Patch>& patches,
                   const std::function<void(std::string_view)>& sink);
[[nodiscard]] std::string patched(std::string_view text, const std::vector<Patch>& patches);

/// Items to be taken out of an object or array, and put into it.
struct ItemChanges {
    struct Insertion {
        std::size_t place;  // before the item that is there now; the count of items:
                            // at the end
        std::string text;   // the whole item: `"key": value` or `value`
    };
    std::vector<std::size_t> removed;  // places, rising
    std::vector<Insertion> inserted;   // by place, rising
};

/// Appends the patches that make these changes and leave all other items, with
/// what stands between them, as they are. Insertions follow what stands between
/// the container's own items, or the layout. `depth` is the container's.
void change_items(const Value& container, const ItemChanges& changes, const Layout& layout, std::size_t depth,
                  std::vector<Patch>& patches);

}  // namespace jinsha::json
