#pragma once

#include "app/window_part.hpp"

#include <cstdint>
#include <memory>

namespace jinsha::app {

/// What the user should know: problems of the map, also on stderr, and notes that are dismissed. And texts
/// that are put on the clipboard.
class NotesPart final : public WindowPart {
public:
    /// Tells of a crash of the program that nobody was told of.
    explicit NotesPart(WindowContext& context);

    void map_opened() override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    void update(double now_s) override;

private:
    WindowContext& context_;
    std::uint64_t logged_{};                            // the last note that went into the log
    std::shared_ptr<const screen::SymbolSet> symbols_;  // the last whose faults were told
};

}  // namespace jinsha::app
