#pragma once

#include "map/feature_state.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::map {

enum class EditKind : std::uint8_t {
    AddFeatures,
    DeleteFeatures,
    MoveFeatures,
    ChangeGeometry,
    ChangeAttributes,
    DuplicateFeatures
};

/// The key of its name among the strings of the interface: "edit.move".
[[nodiscard]] std::string_view name_key(EditKind kind) noexcept;

/// One step of editing, that can be taken back: what it is called, and every feature before and after.
struct Edit {
    EditKind kind{};
    std::string subject;  // the name of the feature, when there is one alone: "金沙湖公园"
    std::vector<FeatureChange> changes;  // no feature twice
};

/// The steps that were taken, without limit, and where the saved state is among them.
class History {
public:
    /// A step was taken. Steps that were taken back cannot be repeated afterwards.
    void add(Edit edit);
    /// The step to take back or to repeat, which counts as done from now on; null when there is none.
    [[nodiscard]] const Edit* undo();
    [[nodiscard]] const Edit* redo();
    // The same without doing it, for menus.
    [[nodiscard]] const Edit* next_undo() const noexcept;
    [[nodiscard]] const Edit* next_redo() const noexcept;

    /// What is here now is being written; steps may be taken, back and forth, until it has been.
    void begin_save() noexcept { being_saved_ = {position_, 0}; }
    /// The files hold what was here when the save began.
    void end_save() noexcept { saved_ = being_saved_; }
    /// The files hold what is here now.
    void mark_saved() noexcept;
    /// How many steps, back and forth, lie between here and what the file holds.
    [[nodiscard]] std::size_t unsaved() const noexcept;

private:
    /// A state among the steps.
    struct Mark {
        std::size_t position{};  // of the state, or of the last on the way to it that is left
        std::size_t lost{};      // steps from there to the state that were dropped
    };

    std::vector<Edit> edits_;
    std::size_t position_{};  // steps that are in effect
    Mark saved_, being_saved_;
};

}  // namespace jinsha::map
