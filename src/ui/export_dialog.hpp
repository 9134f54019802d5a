#pragma once

#include "ui/dialog_panel.hpp"
#include "ui/export_model.hpp"
#include "ui/text_edit.hpp"

#include <cstdint>

namespace jinsha::ui {

/// What a page is to look like, with its preview (Model::exporting). Changes come back as SetExportChoice,
/// the end as StartExport.
class ExportDialog final : public DialogPanel {
public:
    [[nodiscard]] std::string_view name() const override { return "export"; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model) override;

    enum class Line { None, Title, Subtitle, Scale };

private:
    void take_texts(const ExportChoice& choice);

    std::uint64_t shown_{};  // ExportModel::opened
    Line line_{Line::None};  // the one that has the keyboard
    TextEdit title_, subtitle_, scale_;
};

}  // namespace jinsha::ui
