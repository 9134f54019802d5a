#pragma once

#include "ui/text_metrics.hpp"

namespace jinsha::ui {

/// A font whose Chinese characters are 10 px wide and all others 5 px, in every style.
class FixedMetrics : public TextMetrics {
public:
    [[nodiscard]] float advance(TextStyle, char32_t character) const override {
        return character >= 0x2E80 ? 10.0F : 5.0F;
    }
    [[nodiscard]] float em(TextStyle) const override { return 10; }
};

}  // namespace jinsha::ui
