#include "json/pointer.hpp"

#include "json/change.hpp"

#include <charconv>

namespace jinsha::json {
namespace {

constexpr std::string_view kIdPrefix = "id=";

std::optional<std::string> id_of(const Value& element) {
    const auto id = element.find("id");
    if (!id || id->kind() != Kind::String) return std::nullopt;
    return id->string();
}

std::optional<std::size_t> place_of_id(const std::vector<Value>& elements, std::string_view id) {
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (id_of(elements[i]) == id) return i;
    return std::nullopt;
}

/// As RFC 6901 writes it: without zeros in front.
std::optional<std::size_t> place_from(std::string_view part) {
    std::size_t place = 0;
    const auto [end, fault] = std::from_chars(part.data(), part.data() + part.size(), place);
    if (part.empty() || fault != std::errc{} || end != part.data() + part.size()) return std::nullopt;
    if (part.size() > 1 && part.front() == '0') return std::nullopt;
    return place;
}

std::optional<std::size_t> element_of(const Value& array, std::string_view part) {
    const std::vector<Value> elements = array.elements();
    if (part.starts_with(kIdPrefix)) return place_of_id(elements, part.substr(kIdPrefix.size()));
    const auto place = place_from(part);
    return place && *place < elements.size() ? place : std::nullopt;
}

std::optional<std::size_t> member_of(const Value& object, std::string_view key) {
    const std::vector<Member> members = object.members();
    for (std::size_t i = members.size(); i-- > 0;)
        if (members[i].name() == key) return i;
    return std::nullopt;
}

Value item_at(const Value& container, std::size_t item) {
    return container.kind() == Kind::Array ? container.elements()[item] : container.members()[item].value;
}

bool is_container(const Value& value) {
    return value.kind() == Kind::Array || value.kind() == Kind::Object;
}

}  // namespace

std::string pointer_part(std::string_view key) {
    std::string part;
    for (const char c : key) {
        if (c == '~')
            part += "~0";
        else if (c == '/')
            part += "~1";
        else
            part += c;
    }
    return part;
}

std::string pointer_to(std::string_view parent, std::string_view part) {
    return std::string{parent} + "/" + pointer_part(part);
}

Result<std::vector<std::string>> pointer_parts(std::string_view pointer) {
    std::vector<std::string> parts;
    if (pointer.empty()) return parts;
    if (pointer.front() != '/')
        return fail("expected a JSON pointer that begins with '/', found '{}'", pointer);
    for (std::size_t at = 0; at < pointer.size(); ++at) {
        const char c = pointer[at];
        if (c == '/') {
            parts.emplace_back();
        } else if (c != '~') {
            parts.back() += c;
        } else {
            const char code = at + 1 < pointer.size() ? pointer[++at] : '\0';
            if (code != '0' && code != '1')
                return fail("expected '~0' or '~1' behind a '~' of the JSON pointer '{}'", pointer);
            parts.back() += code == '0' ? '~' : '/';
        }
    }
    return parts;
}

std::optional<std::size_t> item_of(const Value& container, std::string_view part) {
    return container.kind() == Kind::Array ? element_of(container, part) : member_of(container, part);
}

std::string part_of(const Value& array, std::size_t place) {
    const std::vector<Value> elements = array.elements();
    const auto id = id_of(elements.at(place));
    if (!id) return std::to_string(place);
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (i != place && id_of(elements[i]) == id) return std::to_string(place);
    return std::string{kIdPrefix} + *id;
}

Result<PointerEnd> follow(const Value& root, std::string_view pointer) {
    const auto parts = pointer_parts(pointer);
    if (!parts) return tl::make_unexpected(parts.error());
    if (parts->empty()) return fail("expected the name of a member, found the pointer to the whole text");
    PointerEnd end{root, 0, std::nullopt, std::nullopt, {}};
    std::string here;
    for (std::size_t i = 0; i < parts->size(); ++i) {
        if (i > 0) {
            end.container = *end.value;
            ++end.depth;
        }
        if (!is_container(end.container))
            return fail("{}: expected an object or an array, found {}", here.empty() ? "/" : here,
                        kind_at(end.container.text(), 0));
        end.item = item_of(end.container, (*parts)[i]);
        end.value.reset();
        if (!end.item) {
            end.rest.assign(parts->begin() + static_cast<std::ptrdiff_t>(i), parts->end());
            return end;
        }
        end.value = item_at(end.container, *end.item);
        here = pointer_to(here, (*parts)[i]);
    }
    return end;
}

}  // namespace jinsha::json
