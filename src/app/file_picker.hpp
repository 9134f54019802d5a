#pragma once

#include "app/folder_reader.hpp"
#include "app/window_part.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace jinsha::app {

/// The file dialog for the other parts: they say what they want to know and are called with the answer.
class FilePicker final : public WindowPart {
public:
    using Chosen = std::function<void(const std::vector<std::filesystem::path>&)>;

    /// `wake` lets the window look for news; other threads call it.
    FilePicker(WindowContext& context, std::function<void()> wake);

    /// Opens the dialog over whichever is open, which comes back at its end. `request.places` is filled in
    /// here but for recent folders. Nobody is called when the user gives up.
    void ask(ui::FileRequest request, Chosen chosen);

    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    [[nodiscard]] bool has_news() const override { return reader_.has_listings(); }
    void update(double now_s) override;

private:
    void end();

    WindowContext& context_;
    FolderReader reader_;
    Chosen chosen_;
    std::string comes_back_;  // the dialog that was open before
    std::uint64_t requests_{}, answers_{};
};

}  // namespace jinsha::app
