#pragma once

#include "ui/dialog_panel.hpp"
#include "ui/file_choice.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace jinsha::ui {

/// Chooses files to be opened, or a name to save under (Model::files). What it wants of the file system it
/// asks by commands: ListFolder, MakeFolder; ChooseFiles ends it.
class FileDialog final : public DialogPanel {
public:
    [[nodiscard]] std::string_view name() const override { return "files"; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model) override;

private:
    void take_answers(const Model& model);

    std::uint64_t id_{};  // of the request that is answered
    std::uint64_t answered_{};
    std::optional<FileChoice> choice_;
    std::string clicked_;  // the entry of the last click, and when that was
    double clicked_at_s_{};
};

}  // namespace jinsha::ui
