#pragma once

#include "ui/frame.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace jinsha::ui {

/// A dialog that can be opened over the map, by its name (Model::dialog). One at most is open; what it
/// remembers lives as long as the interface.
class DialogPanel {
public:
    virtual ~DialogPanel() = default;
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// Draws it and returns what was asked for; `ShowDialog{}` closes it. A dialog whose matter is gone
    /// closes itself so.
    [[nodiscard]] virtual Commands draw(Frame& frame, const Model& model) = 0;
};

/// One of each dialog of the program.
[[nodiscard]] std::vector<std::unique_ptr<DialogPanel>> all_dialogs();

}  // namespace jinsha::ui
