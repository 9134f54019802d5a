#pragma once

#include "ui/model.hpp"

namespace jinsha::ui {

/// A model with everything in it that the West District shows: groups, swatches, a card, a status.
[[nodiscard]] Model sample_model(Appearance appearance, map::ScreenSize window);

[[nodiscard]] Hover sample_hover(Language language, map::ScreenSize window);

/// One of each kind.
[[nodiscard]] std::vector<Note> sample_notes(Language language);

/// The file dialog over a folder of maps, one of whose files would be replaced when saving.
[[nodiscard]] FileDialogModel sample_files(bool is_saving);

/// The export dialog with an A4 page of plain colours as its preview.
[[nodiscard]] ExportModel sample_export(Language language);

}  // namespace jinsha::ui
