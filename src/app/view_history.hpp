#pragma once

#include "map/view.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace jinsha::app {

/// The views in which somebody rested, to be gone through back and forward, as a browser does.
class ViewHistory {
public:
    /// The view rests here now. Small steps of one motion are one place: what shows nearly the same takes the
    /// place of the present one.
    void rest_at(const map::View& view);
    /// The one before, the one after; none at the end.
    [[nodiscard]] std::optional<map::View> back();
    [[nodiscard]] std::optional<map::View> forward();
    [[nodiscard]] bool has_back() const noexcept { return at_ > 0; }
    [[nodiscard]] bool has_forward() const noexcept { return at_ + 1 < views_.size(); }

private:
    std::vector<map::View> views_;
    std::size_t at_{};  // of the present one, when there is any
};

}  // namespace jinsha::app
