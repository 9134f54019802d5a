#include "ui/dialog_panel.hpp"

#include "ui/export_dialog.hpp"
#include "ui/file_dialog.hpp"
#include "ui/help_panel.hpp"
#include "ui/palette_dialog.hpp"
#include "ui/problems_panel.hpp"
#include "ui/question_dialog.hpp"
#include "ui/settings_dialog.hpp"

namespace jinsha::ui {

std::vector<std::unique_ptr<DialogPanel>> all_dialogs() {
    std::vector<std::unique_ptr<DialogPanel>> dialogs;
    dialogs.push_back(std::make_unique<ExportDialog>());
    dialogs.push_back(std::make_unique<FileDialog>());
    dialogs.push_back(std::make_unique<HelpDialog>());
    dialogs.push_back(std::make_unique<PaletteDialog>());
    dialogs.push_back(std::make_unique<ProblemsDialog>());
    dialogs.push_back(std::make_unique<QuestionDialog>());
    dialogs.push_back(std::make_unique<SettingsDialog>());
    return dialogs;
}

}  // namespace jinsha::ui
