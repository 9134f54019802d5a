#pragma once

#include "app/background.hpp"
#include "app/editing_part.hpp"
#include "app/file_picker.hpp"
#include "app/import_plan.hpp"
#include "app/incoming_data.hpp"
#include "app/window_part.hpp"
#include "app/window_parts.hpp"
#include "ui/import_model.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::app {

/// Takes features into a layer, from the clipboard (Ctrl+V) or a file (Ctrl+I): they are read beside the main
/// thread, shown on the map, compared with what is there, and taken in as one step of editing.
class ImportPart final : public WindowPart {
public:
    ImportPart(WindowContext& context, const WindowRequests& requests, EditingPart& editing,
               FilePicker& picker);

    void map_closing() override { give_up(); }
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    [[nodiscard]] bool has_news() const override { return reading_.has_result() || comparing_.has_result(); }
    void update(double now_s) override;
    void draw_overlay(screen::QuadPainter& quads) override;

private:
    void paste();
    void ask_for_file();
    void read(std::string from, Background<Result<IncomingData>>::Job job);
    void take_read(Result<IncomingData> read, double now_s);
    void compare();
    void take_in();
    void give_up();
    void show();
    [[nodiscard]] std::vector<ui::FormField> target_fields() const;

    WindowContext& context_;
    EditingPart& editing_;
    FilePicker& picker_;
    Background<Result<IncomingData>> reading_;
    Background<std::vector<Duplicate>> comparing_;
    std::string from_;  // "": nothing is being taken in
    IncomingData data_;
    std::optional<std::uint32_t> target_;
    std::vector<FieldMatch> fields_;
    std::optional<std::vector<Duplicate>> duplicates_;  // none: they are being looked for
    std::shared_ptr<const map::FeatureSource> compared_;
    ui::OnDuplicate on_duplicate_{};
    bool is_outdated_{};  // what the panel shows
};

}  // namespace jinsha::app
