#include "json/places.hpp"

#include "json/scan.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace jinsha::json {
namespace {

constexpr std::size_t kStep = std::size_t{1} << 14U;

bool begins_character(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// The place after `text`, when `from` is that before it.
Place advanced(Place from, std::string_view text) noexcept {
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    if (lines > 0) {
        from = {from.line + lines, 1};
        text.remove_prefix(text.rfind('\n') + 1);
    }
    from.column += static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
    return from;
}

}  // namespace

std::string to_string(const Place& place) {
    return fmt::format("line {}, column {}", place.line, place.column);
}

Places::Places(std::string_view text) : text_{text} {
    Place place;
    marks_.reserve(text.size() / kStep + 1);
    marks_.push_back(place);
    for (std::size_t begin = byte_order_mark_length(text); begin < text.size();) {
        const std::size_t end = std::min(marks_.size() * kStep, text.size());
        place = advanced(place, text.substr(begin, end - begin));
        marks_.push_back(place);
        begin = end;
    }
}

Place Places::at(std::size_t offset) const noexcept {
    const std::size_t mark = std::min(offset / kStep, marks_.size() - 1);
    const std::size_t begin = mark == 0 ? std::min(byte_order_mark_length(text_), offset) : mark * kStep;
    return advanced(marks_[mark], text_.substr(begin, offset - begin));
}

Place place_in(std::string_view text, std::size_t offset) noexcept {
    const std::size_t begin = std::min(byte_order_mark_length(text), offset);
    return advanced({}, text.substr(begin, offset - begin));
}

}  // namespace jinsha::json
