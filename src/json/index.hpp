#pragma once

#include "error/error.hpp"
#include "json/finding.hpp"
#include "json/range.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace jinsha::json {

class Value;

/// The structure of a JSON text: from its root every value can be reached with
/// its byte range, in the order and with the duplicates of the text. Only the
/// ends of longer objects and arrays are kept, eight bytes each; what is short
/// is scanned again when it is asked for. Immutable; any number of threads may
/// read it.
///
///     const json::Index index{text};
///     if (!index.root()) return index.error();
///     for (const json::Value& feature :
///     index.root()->find("features")->elements()) …
class Index {
public:
    /// Offsets have 32 bits.
    static constexpr std::size_t kLargestText = UINT32_MAX;
    /// Of each kind of finding no more are kept; a text in another encoding has
    /// one in every string.
    static constexpr std::size_t kMostFindings = 1000;

    /// Walks through the whole text, at most kLargestText bytes, which must live
    /// as long as the index. Whatever can be stepped over is a finding; at a
    /// Syntax finding the walk ends.
    explicit Index(std::string_view text);

    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    /// The outermost value; none after a Syntax finding. Valid as long as the
    /// index is neither moved nor gone.
    [[nodiscard]] std::optional<Value> root() const;
    /// In the order in which the walk met them.
    [[nodiscard]] const std::vector<Finding>& findings() const noexcept { return findings_; }
    /// The first finding as an error: "line 3, column 17: expected ',' or ']',
    /// found the end of the text".
    [[nodiscard]] std::optional<Error> error() const;

    // How the text writes characters beyond ASCII in its strings.
    [[nodiscard]] bool has_raw_non_ascii() const noexcept { return has_raw_non_ascii_; }
    [[nodiscard]] bool has_unicode_escapes() const noexcept { return has_unicode_escapes_; }

    /// The end of the sound value that begins at `begin`.
    [[nodiscard]] std::size_t end_of_value(std::size_t begin) const noexcept;
    /// Bytes that the index takes beside the text.
    [[nodiscard]] std::size_t memory() const noexcept;

private:
    friend class Walk;
    struct Container {
        std::uint32_t begin, end;
    };

    std::string_view text_;
    std::optional<Range> root_;
    std::vector<Container> containers_;  // the longer ones, by their begin
    std::vector<Finding> findings_;
    bool has_raw_non_ascii_{}, has_unicode_escapes_{};
};

}  // namespace jinsha::json
