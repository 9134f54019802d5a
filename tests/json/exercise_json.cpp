#include "json/exercise_json.hpp"

#include "json/cursor.hpp"
#include "json/index.hpp"
#include "json/layout.hpp"
#include "json/patch.hpp"
#include "json/places.hpp"
#include "json/tree.hpp"
#include "json/value.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace jinsha::json {
namespace {

void demand(bool is_kept, const char* promise) {
    if (is_kept) return;
    std::fprintf(stderr, "broken: %s\n", promise);
    std::abort();
}

std::vector<Value> values_in(const Value& container) {
    std::vector<Value> values = container.elements();
    for (const Member& member : container.members()) {
        demand(member.key.end < member.value.range().begin, "a key stands before its value");
        values.push_back(member.value);
    }
    return values;
}

void check_ranges(const Value& value) {
    std::size_t end = value.range().begin + 1;
    for (const Value& inner : values_in(value)) {
        demand(inner.range().begin >= end && inner.range().end < value.range().end,
               "values lie within each other");
        end = inner.range().end;
        check_ranges(inner);
    }
}

bool is_strict(const Index& index) {
    return std::ranges::all_of(index.findings(),
                               [](const Finding& f) { return f.code == Finding::Code::DuplicateKey; });
}

void check_cursor(const Index& index) {
    Cursor cursor{index.text()};
    const std::string_view skipped = cursor.skip();
    demand(!cursor.has_failed() && skipped == index.root()->text(), "the cursor reads what the index reads");
}

void check_writing(const Index& index, const Layout& layout) {
    const Tree tree = tree_of(*index.root());
    const std::string text = layout.written(tree, 0);
    const Index written{text};
    demand(is_strict(written) && tree_of(*written.root()) == tree, "what is written is read back the same");
}

/// Takes out the first item of `container` and puts a new one at its end.
void check_patch(const Index& index, const Layout& layout, const Value& container, std::size_t depth) {
    const std::vector<Range> items = item_ranges(container);
    const bool is_object = container.kind() == Kind::Object;
    ItemChanges changes;
    if (!items.empty()) changes.removed.push_back(0);
    changes.inserted.push_back({items.size(), is_object ? "\"new\": 1" : "1"});
    std::vector<Patch> patches;
    change_items(container, changes, layout, depth, patches);
    sort(patches);
    const std::string text = patched(index.text(), patches);
    const Index after{text};
    demand(after.root().has_value(), "a patched text is whole");
    demand(text.starts_with(index.text().substr(0, container.range().begin)),
           "patches change nothing before them");
    demand(text.ends_with(index.text().substr(container.range().end)), "patches change nothing behind them");
    const std::vector<Range> now =
        item_ranges(Value{after, {container.range().begin, after.end_of_value(container.range().begin)}});
    demand(now.size() == std::max<std::size_t>(items.size(), 1), "a patch removes one item and adds one");
    for (std::size_t i = 1; i < items.size(); ++i)
        demand(now[i - 1].of(text) == items[i].of(index.text()), "items that stay keep their bytes");
}

void check_patches(const Index& index, const Layout& layout, const Value& value, std::size_t depth,
                   int& budget) {
    if (value.kind() != Kind::Array && value.kind() != Kind::Object) return;
    if (--budget < 0) return;
    check_patch(index, layout, value, depth);
    for (const Value& inner : values_in(value)) check_patches(index, layout, inner, depth + 1, budget);
}

}  // namespace

void exercise_json(std::string_view text) {
    const Index index{text};
    const Places places{text};
    for (const Finding& finding : index.findings()) {
        demand(finding.range.end <= text.size(), "findings lie within the text");
        demand(places.at(finding.range.begin) == place_in(text, finding.range.begin), "places are the same");
    }
    const auto root = index.root();
    if (!root) {
        Cursor cursor{text};
        cursor.skip();
        demand(cursor.has_failed(), "the cursor fails where the index does");
        return;
    }
    check_ranges(*root);
    if (!is_strict(index)) return;
    check_cursor(index);
    const Layout layout = Layout::of(index);
    check_writing(index, layout);
    int budget = 20;
    check_patches(index, layout, *root, 0, budget);
}

}  // namespace jinsha::json
