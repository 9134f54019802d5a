#include "json/patch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <span>
#include <tuple>

namespace jinsha::json {
namespace {

/// Changes the items of one container.
class ItemPatcher {
public:
    ItemPatcher(const Value& container, Gaps gaps, std::vector<Patch>& patches)
        : range_{container.range()},
          items_{item_ranges(container)},
          gaps_{std::move(gaps)},
          patches_{patches} {}

    /// Takes out the items from `first` to one before `last` and puts `texts` in
    /// their place. Their neighbours stay.
    void change(std::size_t first, std::size_t last, std::span<const std::string> texts) {
        if (first > 0) {
            const std::size_t begin = items_[first - 1].end;
            patches_.push_back(
                {{begin, last > first ? items_[last - 1].end : begin}, all(texts, gaps_.between, "")});
        } else if (last < items_.size()) {
            patches_.push_back({{items_.front().begin, items_[last].begin}, all(texts, "", gaps_.between)});
        } else {
            patches_.push_back(change_all(texts));
        }
    }

private:
    static std::string all(std::span<const std::string> texts, const std::string& before,
                           const std::string& after) {
        std::string out;
        for (const std::string& text : texts) out += before + text + after;
        return out;
    }

    [[nodiscard]] Patch change_all(std::span<const std::string> texts) const {
        const Range inside{range_.begin + 1, range_.end - 1};
        if (texts.empty()) return {inside, ""};
        const std::string items = texts.front() + all(texts.subspan(1), gaps_.between, "");
        if (items_.empty()) return {inside, gaps_.open + items + gaps_.close};
        return {{items_.front().begin, items_.back().end}, items};
    }

    Range range_;
    std::vector<Range> items_;
    Gaps gaps_;
    std::vector<Patch>& patches_;
};

/// Those between the container's last two items, else the layout's.
Gaps gaps_in(const Value& container, const Layout& layout, std::size_t depth) {
    const std::vector<Range> items = item_ranges(container);
    const auto is_composed = [](const Value& v) {
        return v.kind() == Kind::Array || v.kind() == Kind::Object;
    };
    bool is_flat = container.kind() == Kind::Array;
    container.for_each_element([&](const Value& v) { is_flat = is_flat && !is_composed(v); });
    if (items.empty()) is_flat = false;
    Gaps gaps = layout.gaps(container.kind(), depth, is_flat);
    if (items.size() > 1) {
        const Range& last = items.back();
        const Range gap{items[items.size() - 2].end, last.begin};
        gaps.between = gap.of(container.index().text());
    } else if (items.size() == 1) {
        const Range open{container.range().begin + 1, items[0].begin};
        if (open.of(container.index().text()).find('\n') != std::string_view::npos)
            gaps.between = fmt::format(",{}", open.of(container.index().text()));
    }
    return gaps;
}

}  // namespace

void sort(std::vector<Patch>& patches) {
    std::ranges::stable_sort(patches, [](const Patch& a, const Patch& b) {
        return std::tie(a.range.begin, a.range.end) < std::tie(b.range.begin, b.range.end);
    });
    assert(std::ranges::adjacent_find(patches, [](const Patch& a, const Patch& b) {
               return a.range.end > b.range.begin;
           }) == patches.end());
}

void write_patched(std::string_view text, const std::vector<Patch>& patches,
                   const std::function<void(std::string_view)>& sink) {
    std::size_t at = 0;
    for (const Patch& patch : patches) {
        sink(text.substr(at, patch.range.begin - at));
        sink(patch.text);
        at = patch.range.end;
    }
    sink(text.substr(at));
}

std::string patched(std::string_view text, const std::vector<Patch>& patches) {
    std::size_t size = text.size();  // known beforehand: texts are large
    for (const Patch& patch : patches) size = size - patch.range.size() + patch.text.size();
    std::string out;
    out.reserve(size);
    write_patched(text, patches, [&](std::string_view piece) { out += piece; });
    return out;
}

void change_items(const Value& container, const ItemChanges& changes, const Layout& layout, std::size_t depth,
                  std::vector<Patch>& patches) {
    const auto& [removed, inserted] = changes;
    assert(std::ranges::is_sorted(removed) &&
           std::ranges::is_sorted(inserted, {}, &ItemChanges::Insertion::place));
    if (removed.empty() && inserted.empty()) return;
    ItemPatcher patcher{container, gaps_in(container, layout, depth), patches};
    std::size_t r = 0, n = 0;
    while (r < removed.size() || n < inserted.size()) {
        const std::size_t first = std::min(r < removed.size() ? removed[r] : SIZE_MAX,
                                           n < inserted.size() ? inserted[n].place : SIZE_MAX);
        std::size_t last = first;
        std::vector<std::string> texts;
        while (true) {  // what touches is one patch
            if (n < inserted.size() && inserted[n].place == last) {
                texts.push_back(inserted[n++].text);
            } else if (r < removed.size() && removed[r] == last) {
                ++r;
                ++last;
            } else {
                break;
            }
        }
        patcher.change(first, last, texts);
    }
}

}  // namespace jinsha::json
