#include "ui/widgets.hpp"

#include "ui/theme.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace jinsha::ui {
namespace {

std::optional<Rect> common_part(const Rect& a, const Rect& b) {
    const float left = std::max(a.left, b.left);
    const float top = std::max(a.top, b.top);
    const float right = std::min(a.right(), b.right());
    const float bottom = std::min(a.bottom(), b.bottom());
    if (left >= right || top >= bottom) return std::nullopt;
    return Rect{left, top, right - left, bottom - top};
}

}  // namespace

void Widgets::begin_frame(double seconds, bool reduced_motion, Keys keys) {
    step_ = reduced_motion ? 1.0F : static_cast<float>(std::clamp(seconds / kMotionSeconds, 0.0, 1.0));
    is_moving_ = false;
    is_over_area_ = is_over_text_ = false;
    keys_ = std::move(keys);
    if (!claims_tab_) move_focus(keys_);
    if (!keys_.text.empty()) focus_ = 0;  // who writes does not press buttons
    is_claimed_ = claims_tab_ = claims_motion_ = false;
    order_.clear();
}

void Widgets::end_frame() {
    if (focus_ != 0 && std::ranges::find(order_, focus_) == order_.end()) focus_ = 0;  // its area is gone
    std::erase_if(warmths_, [](const auto& entry) { return entry.second <= 0; });
}

void Widgets::move_focus(const Keys& keys) {
    if ((!keys.next && !keys.previous) || order_.empty()) return;
    const auto found = std::ranges::find(order_, focus_);
    const auto count = static_cast<std::ptrdiff_t>(order_.size());
    std::ptrdiff_t at = found == order_.end() ? (keys.next ? -1 : count) : found - order_.begin();
    at = (at + (keys.next ? 1 : -1) + count) % count;
    focus_ = order_[static_cast<std::size_t>(at)];
}

void Widgets::claim_keyboard(bool with_tab) {
    is_claimed_ = true;
    claims_tab_ = with_tab;
}

Press Widgets::press(const std::string& id, const Rect& area) {
    const ImGuiID key = ImGui::GetID(id.c_str());
    order_.push_back(key);
    Press press = point_at(id, area);
    if (press.is_held) focus_ = 0;  // who points does not need to see the focus
    press.is_focused = focus_ == key;
    press.is_clicked = press.is_clicked || (press.is_focused && keys_.activate);
    press.warmth = eased(key, press.is_hovered || press.is_focused);
    is_over_area_ = is_over_area_ || press.is_hovered;
    return press;
}

Press Widgets::press_text(const std::string& id, const Rect& area) {
    const Press press = point_at(id, area);
    is_over_text_ = is_over_text_ || press.is_hovered;
    return press;
}

Press Widgets::press_pointer(const std::string& id, const Rect& area) {
    Press press = point_at(id, area);
    press.warmth = eased(ImGui::GetID(id.c_str()), press.is_hovered);
    is_over_area_ = is_over_area_ || press.is_hovered;
    return press;
}

Press Widgets::point_at(const std::string& id, const Rect& area) const {
    Press press;
    const auto visible = has_visible_ ? common_part(area, visible_) : std::optional{area};
    if (visible) {
        ImGui::SetCursorScreenPos({visible->left, visible->top});
        press.is_clicked = ImGui::InvisibleButton(id.c_str(), {visible->width, visible->height});
        press.is_hovered = ImGui::IsItemHovered();
        press.is_held = ImGui::IsItemActive();
    }
    return press;
}

void Widgets::see_only(const Rect& visible) {
    visible_ = visible;
    has_visible_ = true;
}

void Widgets::see_all() {
    has_visible_ = false;
}

float Widgets::eased(ImGuiID id, bool on) {
    const float target = on ? 1.0F : 0.0F;
    const auto entry = warmths_.try_emplace(id, 0.0F).first;
    float& warmth = entry->second;
    if (warmth == target) return warmth;
    warmth = target > warmth ? std::min(target, warmth + step_) : std::max(target, warmth - step_);
    is_moving_ = is_moving_ || warmth != target;
    return 1 - (1 - warmth) * (1 - warmth);  // eased out
}

void Widgets::reveal(const std::string& id, float top_px, float height_px, float viewport_height_px) {
    ScrollState& state = scrolls_[ImGui::GetID(id.c_str())];
    if (state.revealed_px == top_px) return;
    state.revealed_px = top_px;
    state.offset_px = std::min(std::max(state.offset_px, top_px + height_px - viewport_height_px), top_px);
}

Widgets::Scroll Widgets::scroll(const std::string& id, const Rect& viewport, float content_height_px,
                                float line_height_px) {
    constexpr float kWheelLines = 3;
    const ImGuiID key = ImGui::GetID(id.c_str());
    ScrollState& state = scrolls_[key];
    const float hidden = std::max(0.0F, content_height_px - viewport.height);
    if (hidden <= 0) {
        state.offset_px = 0;
        return {};
    }
    const ImGuiIO& io = ImGui::GetIO();
    if (ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
        viewport.contains({io.MousePos.x, io.MousePos.y})) {
        state.offset_px -= io.MouseWheel * kWheelLines * line_height_px;
    }
    const float thumb_height =
        std::max(line_height_px, viewport.height * viewport.height / content_height_px);
    const float room = viewport.height - thumb_height;
    const float bar_width = line_height_px / 2;
    const Rect bar{viewport.right() - bar_width, viewport.top, bar_width, viewport.height};
    ImGui::SetCursorScreenPos({bar.left, bar.top});
    ImGui::InvisibleButton(id.c_str(), {bar.width, bar.height});
    const float thumb_top = viewport.top + room * std::clamp(state.offset_px / hidden, 0.0F, 1.0F);
    if (ImGui::IsItemActivated()) {
        const float at = io.MousePos.y - thumb_top;
        state.grabbed_at_px = at >= 0 && at < thumb_height ? at : thumb_height / 2;
    }
    const bool is_held = ImGui::IsItemActive();
    if (is_held && room > 0) {
        state.offset_px = (io.MousePos.y - state.grabbed_at_px - viewport.top) / room * hidden;
    }
    state.offset_px = std::round(std::clamp(state.offset_px, 0.0F, hidden));
    const Rect thumb{bar.left, viewport.top + room * state.offset_px / hidden, bar.width, thumb_height};
    return {state.offset_px, thumb, is_held, eased(key, is_held || ImGui::IsItemHovered())};
}

}  // namespace jinsha::ui
