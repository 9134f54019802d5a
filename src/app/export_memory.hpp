#pragma once

#include "ui/export_model.hpp"

#include <filesystem>

namespace jinsha::app {

/// What was last chosen for an export, kept from run to run in a file of its own: all but title, subtitle and
/// scale, which belong to a map, and the theme, which is the window's. Main thread.
class ExportMemory {
public:
    /// What of `file` cannot be read is as it usually is.
    explicit ExportMemory(std::filesystem::path file);
    /// "last-export.json" in the state folder ($XDG_STATE_HOME/jinsha).
    [[nodiscard]] static std::filesystem::path usual_place();

    [[nodiscard]] const ui::ExportChoice& choice() const noexcept { return choice_; }
    /// Where the last file was put; empty: nowhere yet.
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folder_; }
    void keep(const ui::ExportChoice& choice);
    void keep_folder(const std::filesystem::path& folder);

private:
    void write() const;

    std::filesystem::path file_;
    ui::ExportChoice choice_;
    std::filesystem::path folder_;
};

}  // namespace jinsha::app
