#pragma once

#include "io/geojson_text.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::io {

/// Whose version of a feature that was changed on both sides goes into the file.
enum class MergeChoice : std::uint8_t {
    Mine,    // the edited one; deleted when it was deleted here
    Theirs,  // as the other program left it
    Both     // theirs, and the edited one beside it without an id
};

/// What this session made of one feature, as text.
struct TextChange {
    std::uint32_t feature{};             // its number in the session
    std::optional<std::size_t> element;  // in the text that the session knows; none: it was added
    std::optional<std::string> text;     // of the whole feature afterwards; none: it was deleted
};

/// Of each element of a text the feature of this session; none of those that it does not know.
using ElementFeatures = std::vector<std::optional<std::uint32_t>>;

struct Merged {
    std::string text;
    std::vector<std::uint32_t> conflicts;  // changed on both sides without a choice; all else is empty then
    ElementFeatures features;              // of `text`
};

/// Brings the changes of this session into a text that another program has changed meanwhile: what only one
/// side has changed is taken from that side. Features are found again by their ids where these are unique,
/// else by their text, else, when their count is the same, by their place.
[[nodiscard]] Merged merge_texts(const GeoJsonText& known, const ElementFeatures& features,
                                 const GeoJsonText& theirs, const std::vector<TextChange>& ours,
                                 const std::map<std::uint32_t, MergeChoice>& choices);

}  // namespace jinsha::io
