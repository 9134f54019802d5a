#pragma once

#include "app/editing_part.hpp"
#include "app/file_picker.hpp"
#include "app/file_watch.hpp"
#include "app/recent_files.hpp"
#include "app/window_parts.hpp"

#include <functional>
#include <memory>

namespace jinsha::app {

/// Opens other maps (Ctrl+O), keeps the list of those that were open, and reads a map again when its files
/// change on disk.
class OpenPart final : public WindowPart {
public:
    OpenPart(WindowContext& context, const WindowRequests& requests, FilePicker& picker,
             EditingPart& editing);

    void map_opened() override;
    void map_moved() override { map_opened(); }
    [[nodiscard]] bool has_news() const override { return watch_ && watch_->has_change(); }
    void update(double now_s) override;

private:
    void ask();
    void open(const std::vector<std::filesystem::path>& files);

    WindowContext& context_;
    std::function<void(const std::filesystem::path&)> open_map_;
    std::function<void()> commit_field_;
    std::function<void()> wake_;
    FilePicker& picker_;
    EditingPart& editing_;
    RecentFiles recent_;
    std::unique_ptr<FileWatch> watch_;  // of the open map
};

}  // namespace jinsha::app
