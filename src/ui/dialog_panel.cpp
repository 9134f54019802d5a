#include "ui/dialog_panel.hpp"

#include "ui/help_panel.hpp"
#include "ui/problems_panel.hpp"

namespace jinsha::ui {

std::vector<std::unique_ptr<DialogPanel>> all_dialogs() {
    std::vector<std::unique_ptr<DialogPanel>> dialogs;
    dialogs.push_back(std::make_unique<HelpDialog>());
    dialogs.push_back(std::make_unique<ProblemsDialog>());
    return dialogs;
}

}  // namespace jinsha::ui
