#pragma once

#include "ui/dialog_panel.hpp"
#include "ui/text_edit.hpp"

#include <cstddef>

namespace jinsha::ui {

/// All that can be done, found by its name in Chinese, pinyin, initials or English, and run from the
/// keyboard.
class PaletteDialog final : public DialogPanel {
public:
    [[nodiscard]] std::string_view name() const override { return "palette"; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model) override;

private:
    TextEdit edit_;
    std::size_t chosen_{};
};

}  // namespace jinsha::ui
