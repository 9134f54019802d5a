#pragma once

#include <fmt/format.h>
#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace jinsha {

/// What went wrong with input from outside, and where. Every level on the way up adds the place it alone
/// knows: "districts.gpkg: layer 'projects': feature 4211: exterior ring has 2 points, needs at least 4".
class Error {
public:
    explicit Error(std::string message) : message_{std::move(message)} {}

    /// The same error with "place: " before it.
    [[nodiscard]] Error in(std::string_view place) const {
        return Error{fmt::format("{}: {}", place, message_)};
    }
    [[nodiscard]] const std::string& message() const noexcept { return message_; }

    bool operator==(const Error&) const = default;

private:
    std::string message_;
};

template <class T>
using Result = tl::expected<T, Error>;

/// `return fail("cannot open '{}': {}", path, reason);` in a function that returns a Result.
template <class... Args>
[[nodiscard]] tl::unexpected<Error> fail(fmt::format_string<Args...> format, Args&&... args) {
    return tl::make_unexpected(Error{fmt::format(format, std::forward<Args>(args)...)});
}

}  // namespace jinsha
