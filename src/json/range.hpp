#pragma once

#include <cstddef>
#include <string_view>

namespace jinsha::json {

/// Bytes of a text, from `begin` to one before `end`.
struct Range {
    std::size_t begin{}, end{};

    bool operator==(const Range&) const = default;
    [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
    [[nodiscard]] std::string_view of(std::string_view text) const noexcept {
        return text.substr(begin, size());
    }
};

}  // namespace jinsha::json
