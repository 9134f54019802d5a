#pragma once

#include "json/index.hpp"
#include "json/string_text.hpp"
#include "json/tree.hpp"
#include "json/value.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jinsha::json {

/// What stands between the items of an object or array.
struct Gaps {
    std::string open;     // behind the opening bracket: "\n  "
    std::string between;  // with the comma: ",\n  "
    std::string close;    // before the closing bracket: "\n"
    std::string colon;    // with it: ": "
    bool operator==(const Gaps&) const = default;
};

/// How a text lays out its values: indentation, line ends, spaces, escapes.
/// Learned from the values that are there, so that what is added looks like its
/// neighbours.
class Layout {
public:
    /// Looks at the first and last items of long lists alone.
    [[nodiscard]] static Layout of(const Index& index);

    /// `depth` counts brackets around: 0 for the outermost value. A `flat` one
    /// holds no objects or arrays, as positions do. Where the text has none of
    /// the kind at this depth, the nearest is taken and indented anew.
    [[nodiscard]] Gaps gaps(Kind kind, std::size_t depth, bool is_flat) const;
    /// The text of `tree` as it looks at this depth.
    [[nodiscard]] std::string written(const Tree& tree, std::size_t depth) const;
    [[nodiscard]] std::string key_text(std::string_view key) const { return quoted(key, non_ascii_); }

private:
    struct Sample {
        Kind kind;
        std::size_t depth;
        bool is_flat;
        Gaps gaps;
    };
    void learn(const Value& value, std::size_t depth);
    void learn_unit();
    [[nodiscard]] const Sample* nearest(Kind kind, std::size_t depth, bool is_flat) const;
    [[nodiscard]] Gaps guessed(Kind kind, std::size_t depth, bool is_flat) const;
    [[nodiscard]] Gaps indented(Gaps gaps, std::size_t from_depth, std::size_t to_depth) const;
    void append(std::string& out, const Tree& tree, std::size_t depth) const;

    std::vector<Sample> samples_;  // one for each kind, depth and flatness
    std::string unit_;             // one step of indentation
    NonAscii non_ascii_{NonAscii::Raw};
};

/// The gaps of one object or array as it stands; those it has too few items to
/// show are empty.
[[nodiscard]] Gaps gaps_of(const Value& container);

}  // namespace jinsha::json
