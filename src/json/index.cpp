#include "json/index.hpp"

#include "json/index_walk.hpp"
#include "json/places.hpp"
#include "json/scan.hpp"
#include "json/value.hpp"

#include <algorithm>
#include <cassert>

namespace jinsha::json {
namespace {

/// The end of an object or array, found by counting brackets.
std::size_t end_of_brackets(std::string_view text, std::size_t at) noexcept {
    std::size_t depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = end_of_string(text, at);
            continue;
        }
        ++at;
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && --depth == 0) break;
    }
    return at;
}

std::size_t end_of_word(std::string_view text, std::size_t at) noexcept {
    for (const std::string_view word : {"true", "false", "null"})
        if (const std::size_t end = skip_word(text, at, word); end > at) return end;
    return scan_number(text, at).end;
}

}  // namespace

Index::Index(std::string_view text) : text_{text} {
    assert(text.size() <= kLargestText);
    Walk{*this}.run();
    containers_.shrink_to_fit();
}

std::optional<Value> Index::root() const {
    if (!root_) return std::nullopt;
    return Value{*this, *root_};
}

std::optional<Error> Index::error() const {
    if (findings_.empty()) return std::nullopt;
    const Finding& first = findings_.front();
    return Error{first.message}.in(to_string(place_in(text_, first.range.begin)));
}

std::size_t Index::end_of_value(std::size_t begin) const noexcept {
    const char c = text_[begin];
    if (c == '"') return end_of_string(text_, begin);
    if (c != '{' && c != '[') return end_of_word(text_, begin);
    const auto found = std::ranges::lower_bound(containers_, begin, {}, &Container::begin);
    if (found != containers_.end() && found->begin == begin) return found->end;
    return end_of_brackets(text_, begin);
}

std::size_t Index::memory() const noexcept {
    return sizeof(Index) + containers_.capacity() * sizeof(Container) +
           findings_.capacity() * sizeof(Finding);
}

}  // namespace jinsha::json
