#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::json {

/// Where a byte of a text is, as editors count: both from 1, the column in
/// characters (a byte that belongs to none counts as one), a byte order mark
/// left out. Lines end with '\n'.
struct Place {
    std::size_t line{1}, column{1};
    bool operator==(const Place&) const = default;
};

/// "line 3, column 17"
[[nodiscard]] std::string to_string(const Place& place);

/// Finds the places of any number of bytes in a text without counting from its
/// beginning each time.
class Places {
public:
    /// Reads the text once. It must live as long as this.
    explicit Places(std::string_view text);
    /// Of the byte at `offset`, at most the size of the text.
    [[nodiscard]] Place at(std::size_t offset) const noexcept;

private:
    std::string_view text_;
    std::vector<Place> marks_;  // of every kStep-th byte
};

/// Of one byte, counted from the beginning.
[[nodiscard]] Place place_in(std::string_view text, std::size_t offset) noexcept;

}  // namespace jinsha::json
