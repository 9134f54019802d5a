#pragma once

#include "app/export_memory.hpp"
#include "app/file_picker.hpp"
#include "app/page_jobs.hpp"
#include "app/window_parts.hpp"

#include <optional>

namespace jinsha::app {

/// Exports a page (Ctrl+E): the dialog's preview, its frame on the map, the file, and what became of it.
class ExportPart final : public WindowPart {
public:
    ExportPart(WindowContext& context, const WindowRequests& requests, FilePicker& picker);

    void map_opened() override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    [[nodiscard]] bool has_news() const override;
    void update(double now_s) override;
    void draw_overlay(screen::QuadPainter& quads) override;

private:
    /// All that decides what the preview shows.
    struct Shown {
        ui::ExportChoice choice;
        map::View view;
        std::uint64_t revision{};
        ui::Language language{};
        bool operator==(const Shown&) const = default;
    };

    void open_dialog();
    void ask_for_file();
    void start(const std::filesystem::path& file);
    void update_preview();
    void update_export();
    void tell_end(const Result<std::vector<std::string>>& written);
    [[nodiscard]] PageJob job() const;
    [[nodiscard]] bool is_dialog_open() const { return context_.model.dialog == "export"; }

    WindowContext& context_;
    FilePicker& picker_;
    ExportMemory memory_;
    PagePreview preview_;
    PageExport export_;
    std::optional<Shown> shown_;          // what the preview was asked for
    std::optional<geo::Envelope> frame_;  // of the preview's map
    std::uint64_t opened_{};
};

}  // namespace jinsha::app
