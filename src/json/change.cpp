#include "json/change.hpp"

#include "json/layout.hpp"
#include "json/patch.hpp"
#include "json/pointer.hpp"

#include <vector>

namespace jinsha::json {
namespace {

constexpr std::string_view kLast = "-";

/// The text that a value and everything on the way to it is named in.
struct Document {
    explicit Document(std::string_view text) : index{text} {}
    [[nodiscard]] Result<Value> root() const {
        if (!index.root()) return tl::make_unexpected(*index.error());
        return *index.root();
    }
    Index index;
};

Result<PointerEnd> follow_in(const Document& document, std::string_view pointer) {
    const auto root = document.root();
    if (!root) return tl::make_unexpected(root.error());
    return follow(*root, pointer);
}

/// What is named, which must be there.
Result<PointerEnd> find_in(const Document& document, std::string_view pointer) {
    auto end = follow_in(document, pointer);
    if (end && !end->item) return fail("{}: expected a value, found nothing", pointer);
    return end;
}

Result<PointerEnd> find_array(const Document& document, std::string_view pointer) {
    auto end = find_in(document, pointer);
    if (end && end->value->kind() != Kind::Array)
        return fail("{}: expected an array, found {}", pointer, kind_at(end->value->text(), 0));
    return end;
}

/// The element, and its array as container.
Result<PointerEnd> find_element(const Document& document, std::string_view pointer) {
    auto end = find_in(document, pointer);
    if (end && end->container.kind() != Kind::Array)
        return fail("{}: expected an element of an array, found a member of an object", pointer);
    return end;
}

std::size_t place_before(const Value& array, std::string_view before) {
    const auto place = before == kLast ? std::nullopt : item_of(array, before);
    return place.value_or(array.elements().size());
}

std::string before_part(const Value& array, std::size_t place) {
    return place < array.elements().size() ? part_of(array, place) : std::string{kLast};
}

/// The pointer with elements named by their ids. What is no pointer stays as it is: making the change says
/// so.
std::string with_ids(const Value& root, std::string_view pointer) {
    const auto parts = pointer_parts(pointer);
    if (!parts) return std::string{pointer};
    std::optional<Value> here = root;
    std::string named;
    for (const std::string& part : *parts) {
        const auto item = here ? item_of(*here, part) : std::nullopt;
        const bool is_element = item && here->kind() == Kind::Array;
        named = pointer_to(named, is_element ? part_of(*here, *item) : part);
        if (!item)
            here.reset();
        else if (is_element)
            here = here->elements()[*item];
        else
            here = here->members()[*item].value;
    }
    return named;
}

/// The patches that make a change.
struct Patcher {
    const Document& document;
    Layout layout{Layout::of(document.index)};
    std::vector<Patch> patches{};

    Result<void> operator()(const SetValue& change) {
        const auto end = follow_in(document, change.pointer);
        if (!end) return tl::make_unexpected(end.error());
        if (end->value) {
            patches.push_back({end->value->range(), layout.written(change.value, end->depth + 1)});
            return {};
        }
        if (end->container.kind() == Kind::Array)
            return fail("{}: expected an element of the array, found none named '{}'", change.pointer,
                        end->rest.front());
        Tree value = change.value;
        for (std::size_t i = end->rest.size(); i-- > 1;)
            value = Tree{Tree::Object{{end->rest[i], std::move(value)}}};
        const std::size_t count = item_ranges(end->container).size();
        const std::string colon =
            count > 0 ? gaps_of(end->container).colon : layout.gaps(Kind::Object, end->depth, false).colon;
        insert(*end, count,
               layout.key_text(end->rest.front()) + colon + layout.written(value, end->depth + 1));
        return {};
    }

    Result<void> operator()(const RemoveValue& change) {
        const auto end = find_in(document, change.pointer);
        if (!end) return tl::make_unexpected(end.error());
        change_items(end->container, {{*end->item}, {}}, layout, end->depth, patches);
        return {};
    }

    Result<void> operator()(const InsertElement& change) {
        const auto end = find_array(document, change.array);
        if (!end) return tl::make_unexpected(end.error());
        const std::size_t depth = end->depth + 1;
        change_items(
            *end->value,
            {{}, {{place_before(*end->value, change.before), layout.written(change.value, depth + 1)}}},
            layout, depth, patches);
        return {};
    }

    Result<void> operator()(const MoveElement& change) {
        const auto end = find_element(document, change.pointer);
        if (!end) return tl::make_unexpected(end.error());
        const std::size_t place = place_before(end->container, change.before);
        if (place == *end->item || place == *end->item + 1) return {};
        change_items(end->container, {{*end->item}, {{place, std::string{end->value->text()}}}}, layout,
                     end->depth, patches);
        return {};
    }

private:
    void insert(const PointerEnd& end, std::size_t place, std::string text) {
        change_items(end.container, {{}, {{place, std::move(text)}}}, layout, end.depth, patches);
    }
};

struct Namer {
    const Document& document;
    Value root;

    Result<Change> operator()(const SetValue& c) const {
        return Change{SetValue{with_ids(root, c.pointer), c.value}};
    }
    Result<Change> operator()(const RemoveValue& c) const {
        return Change{RemoveValue{with_ids(root, c.pointer)}};
    }
    Result<Change> operator()(const InsertElement& c) const {
        const auto end = find_array(document, c.array);
        if (!end) return tl::make_unexpected(end.error());
        const std::size_t place = place_before(*end->value, c.before);
        return Change{InsertElement{with_ids(root, c.array), before_part(*end->value, place), c.value}};
    }
    Result<Change> operator()(const MoveElement& c) const {
        const auto end = find_element(document, c.pointer);
        if (!end) return tl::make_unexpected(end.error());
        const std::size_t place = place_before(end->container, c.before);
        return Change{MoveElement{with_ids(root, c.pointer), before_part(end->container, place)}};
    }
};

std::string parent_of(std::string_view pointer) {
    return std::string{pointer.substr(0, pointer.rfind('/'))};
}

/// The place that an element has once it stands before another.
std::string place_after_insert(std::string_view array, std::size_t place, const Tree& value) {
    const Tree* id = value.find("id");
    const std::string part = id && id->string() ? "id=" + *id->string() : std::to_string(place);
    return pointer_to(array, part);
}

struct Inverter {
    const Document& document;

    Result<Change> operator()(const SetValue& c) const {
        const auto end = follow_in(document, c.pointer);
        if (!end) return tl::make_unexpected(end.error());
        if (end->value) return Change{SetValue{c.pointer, tree_of(*end->value)}};
        // With it go the objects that are made for it.
        std::string made = c.pointer;
        for (std::size_t i = 1; i < end->rest.size(); ++i) made = parent_of(made);
        return Change{RemoveValue{made}};
    }
    Result<Change> operator()(const RemoveValue& c) const {
        const auto end = find_in(document, c.pointer);
        if (!end) return tl::make_unexpected(end.error());
        if (end->container.kind() == Kind::Object) return Change{SetValue{c.pointer, tree_of(*end->value)}};
        return Change{InsertElement{parent_of(c.pointer), before_part(end->container, *end->item + 1),
                                    tree_of(*end->value)}};
    }
    Result<Change> operator()(const InsertElement& c) const {
        const auto end = find_array(document, c.array);
        if (!end) return tl::make_unexpected(end.error());
        return Change{RemoveValue{place_after_insert(c.array, place_before(*end->value, c.before), c.value)}};
    }
    Result<Change> operator()(const MoveElement& c) const {
        const auto end = find_element(document, c.pointer);
        if (!end) return tl::make_unexpected(end.error());
        const std::size_t from = *end->item, place = place_before(end->container, c.before);
        const std::size_t to = place > from ? place - 1 : place;
        const std::string own = part_of(end->container, from);
        const bool has_id = own.starts_with("id=");
        const std::string now = has_id ? own : std::to_string(to);
        const std::size_t back = from + 1;  // what stood behind it
        std::string before = before_part(end->container, back);
        // A place that the move has shifted.
        if (before != kLast && !before.starts_with("id=") && to > from && back <= to)
            before = std::to_string(back - 1);
        return Change{MoveElement{pointer_to(parent_of(c.pointer), now), before}};
    }
};

}  // namespace

Result<std::optional<Tree>> value_at(std::string_view text, std::string_view pointer) {
    const Document document{text};
    const auto end = follow_in(document, pointer);
    if (!end) return tl::make_unexpected(end.error());
    if (!end->value) return std::optional<Tree>{};
    return std::optional{tree_of(*end->value)};
}

Result<std::string> changed(std::string_view text, const Change& change) {
    const Document document{text};
    if (const auto root = document.root(); !root) return tl::make_unexpected(root.error());
    Patcher patcher{document};
    if (auto done = std::visit(patcher, change); !done) return tl::make_unexpected(done.error());
    sort(patcher.patches);
    return patched(text, patcher.patches);
}

Result<Change> named_by_ids(std::string_view text, const Change& change) {
    const Document document{text};
    const auto root = document.root();
    if (!root) return tl::make_unexpected(root.error());
    return std::visit(Namer{document, *root}, change);
}

Result<Change> inverse(std::string_view text, const Change& change) {
    const Document document{text};
    return std::visit(Inverter{document}, change);
}

}  // namespace jinsha::json
