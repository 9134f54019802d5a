#pragma once

#include "symbol/drawing.hpp"
#include "symbol/rgb.hpp"

#include <memory>
#include <string_view>

namespace jinsha::symbol {

enum class Phase { Unknown, Planned, Ongoing, Completed };

/// "planned", "ongoing", "completed"; Unknown for all else.
[[nodiscard]] Phase phase_of(std::string_view id) noexcept;

/// What a badge says.
struct Badge {
    Rgb color;
    std::shared_ptr<const Drawing> icon;  // white, drawn 15 px large; none: a dot
    Phase phase{Phase::Unknown};
    bool is_inferred{};  // the position is an estimate
};

/// The sign of a project: a disc in the colour of its theme with a white edge and a white icon. Around it the
/// ring of its phase, full when completed, three quarters when ongoing, dashed when planned, none when
/// unknown; the edge of an inferred position is lighter. A soft shadow lifts it off the map. 30 px with the
/// ring.
class BadgeDrawing final : public Drawing {
public:
    explicit BadgeDrawing(Badge badge);

    [[nodiscard]] IconSize size() const override;
    [[nodiscard]] double margin() const override;
    [[nodiscard]] Result<void> draw(cairo_t* context) const override;

private:
    Badge badge_;
};

}  // namespace jinsha::symbol
