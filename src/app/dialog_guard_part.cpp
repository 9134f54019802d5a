#include "app/dialog_guard_part.hpp"

#include <variant>

namespace jinsha::app {

namespace {

/// Moves the map, or only looks at it.
template <class Asked>
constexpr bool kIsHarmless = false;
template <>
constexpr bool kIsHarmless<tools::PanBy> = true;
template <>
constexpr bool kIsHarmless<tools::Hold> = true;
template <>
constexpr bool kIsHarmless<tools::LetGo> = true;
template <>
constexpr bool kIsHarmless<tools::GlideBy> = true;
template <>
constexpr bool kIsHarmless<tools::ZoomBy> = true;
template <>
constexpr bool kIsHarmless<tools::ZoomToBox> = true;
template <>
constexpr bool kIsHarmless<tools::HoverAt> = true;

}  // namespace

bool DialogGuardPart::take_from_tool(const tools::Command& command) {
    if (context_.model.dialog.empty()) return false;
    return std::visit([]<class Asked>(const Asked&) { return !kIsHarmless<Asked>; }, command);
}

}  // namespace jinsha::app
