#pragma once

#include "app/editing.hpp"
#include "app/question_part.hpp"
#include "app/window_part.hpp"
#include "app/window_parts.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jinsha::app {

/// The editing of the open map, and the one door through which its features change. Tools, forms, tables and
/// imports hold a reference to this part and call `apply`; they change nothing themselves.
///
/// What `apply` does: the bundled sample is copied first; a file that is edited for the first time is locked;
/// the step can be taken back (Ctrl+Z) under its name; the map shows it with the next frame, as a new
/// snapshot of which only the tiles near the change are painted again; a thread writes it into the journal,
/// so that it outlives a crash. It does not touch the data file: that is what Ctrl+S does. Never blocks for a
/// disk, but for the lock before a file's first edit. Main thread.
///
///     if (const auto keys = editing.apply(map::SetAttributes{{key}, {{"name", style::Value{"金沙湖"}}}});
///     !keys)
///         context.add_note(ui::Note::Kind::Warning, keys.error().message(), "");
class EditingPart final : public WindowPart {
public:
    EditingPart(WindowContext& context, const WindowRequests& requests, QuestionPart& questions);

    /// The features that were changed, added ones by their new keys (AddFeatures, DuplicateFeatures: in the
    /// order of the command). The error says in the language of the interface why nothing was changed.
    [[nodiscard]] Result<std::vector<map::FeatureKey>> apply(const map::EditCommand& command);
    /// Why the features of a source (its place in LoadedMap::sources) cannot be edited, in the language of
    /// the interface; "": they can, as far as is known without touching its file.
    [[nodiscard]] std::string read_only(std::uint32_t source) const;
    /// A feature as it is now, whole; null when there is none (any more), or no map is open.
    [[nodiscard]] map::FeatureStatePtr state(map::FeatureKey feature) const;
    /// Where new features of that geometry (None: any) go: the source that was chosen, else that of what is
    /// selected, else the first of the projects or of all that can be edited and holds such; none when none
    /// does.
    [[nodiscard]] std::optional<std::uint32_t> target(
        geo::GeometryType wanted = geo::GeometryType::None) const;
    /// What Delete does before it takes a feature; true: that was it.
    void set_delete_first(std::function<bool()> delete_first) { delete_first_ = std::move(delete_first); }
    struct ShownTool {
        std::string name, fault;
        std::size_t vertices{};
        geo::GeometryType geometry{};  // of what it draws
        bool operator==(const ShownTool&) const = default;
    };
    /// For the edit bar.
    void show_tool(const ShownTool& tool);
    /// What a step is called: "移动 金沙湖公园".
    [[nodiscard]] std::string name_of(const map::Edit& edit) const;

    /// Files are being written: what changes meanwhile may be our own doing.
    [[nodiscard]] bool is_saving() const { return editing_ && editing_->is_saving(); }
    /// Whether the map is to be read again, as others have changed some of its files. Not one with unsaved
    /// edits: saving it takes the changes of others in, and the user is told so.
    [[nodiscard]] bool were_changed_by_others(const std::vector<std::filesystem::path>& files);

    void map_closing() override;
    void map_opened() override;
    [[nodiscard]] bool lets_go(const std::function<void()>& leave) override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    [[nodiscard]] bool has_news() const override { return editing_ && editing_->has_news(); }
    void update(double now_s) override;

private:
    [[nodiscard]] bool can_take(std::uint32_t place, geo::GeometryType wanted) const;
    void add_actions();
    [[nodiscard]] Result<void> leave_sample();
    void show(const std::vector<map::FeatureChange>& changes);
    void undo();
    void redo();
    void tell_step(std::string text);
    void save();
    void delete_selected();
    void duplicate_selected();

    void take_news();
    void tell_of_save(const Editing::News& news);
    void ask_for_choices(std::vector<map::FeatureKey> conflicts);
    void offer_found();
    void take_up_found();
    void answer_leaving(std::string_view answer, const std::function<void()>& leave);
    void update_model();

    [[nodiscard]] std::string text_of(const Refusal& refusal, std::uint32_t source) const;
    [[nodiscard]] Editing::Setup setup() const;

    WindowContext& context_;
    QuestionPart& questions_;
    std::function<void()> wake_, map_moved_;
    std::function<void(const std::string&)> set_title_;
    std::function<void(const std::filesystem::path&)> open_map_;
    std::unique_ptr<Editing> editing_;  // of the open map
    std::filesystem::path
        edited_path_;  // of the map that was closed with edits; it takes them up when it is read anew
    std::optional<std::uint32_t> chosen_target_;
    std::function<void()> after_save_;
    std::function<bool()> delete_first_{[] { return false; }};
    ShownTool tool_;
    std::string title_;
    std::optional<std::uint64_t> step_note_;  // tells of the last step that was taken back or done again
};

}  // namespace jinsha::app
