#pragma once

#include "text/font_set.hpp"

#include <memory>
#include <unordered_map>

namespace jinsha::ui {

/// How wide the characters of a face are, as the type designer drew them: Dear ImGui knows widths only in
/// whole pixels, rounded up, which tears Latin words apart.
class Advances {
public:
    Advances(std::shared_ptr<const text::FontSet> fonts, text::FontWeight weight);
    /// In em. Kept, so that a second call is a look-up.
    [[nodiscard]] float em(char32_t character) const;

private:
    std::shared_ptr<const text::FontSet> fonts_;
    text::FontWeight weight_;
    mutable std::unordered_map<char32_t, float> known_;
};

}  // namespace jinsha::ui
