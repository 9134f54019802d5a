#pragma once

#include "app/editing_file.hpp"
#include "app/map_session.hpp"
#include "app/serial_worker.hpp"
#include "map/edit_session.hpp"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::app {

/// Why the features of a source cannot be edited (now). `key` is that of its text; `detail` is shown with it.
struct Refusal {
    std::string key;  // "": they can
    std::string detail;
    std::uint32_t place{};  // of the source
    /// It is still being read or prepared.
    [[nodiscard]] bool is_passing() const { return key == "editing.reading" || key == "editing.preparing"; }
    bool operator==(const Refusal&) const = default;
};

/// The editing of the map that is open: its sources, which of them are files that can be written, the steps
/// that were taken. Main thread; a thread of its own indexes, records and saves files, in the order in which
/// it is asked, so that no frame waits for a disk.
class Editing {
public:
    struct Setup {
        std::filesystem::path journals;  // folder
        std::function<void()> wake;      // called by the thread when there is something for take_news()
    };
    /// The map need not stay.
    Editing(const MapSession& map, Setup setup);
    /// Writes what was recorded. Journals of edits that are not saved stay, unless they were discarded.
    ~Editing();
    Editing(const Editing&) = delete;
    Editing& operator=(const Editing&) = delete;

    /// Sources that were still being read when the editing began may be editable now.
    void take_readings(const MapSession& map);

    /// Whether the source can be edited, as far as that is known without touching its files.
    [[nodiscard]] Refusal refusal(std::uint32_t place) const;
    [[nodiscard]] const map::EditSession& session() const noexcept { return session_; }

    /// Locks files that are edited for the first time, carries out the command and has it recorded. The
    /// changes that were made; the refusal says why there were none.
    [[nodiscard]] tl::expected<std::vector<map::FeatureChange>, Refusal> apply(
        const map::EditCommand& command);
    [[nodiscard]] std::optional<std::vector<map::FeatureChange>> undo();
    [[nodiscard]] std::optional<std::vector<map::FeatureChange>> redo();

    /// Begins to write all files that differ from what is shown; those that do not are not touched.
    void save();
    /// Whose version of a feature that both sides changed the next save writes.
    void choose(map::FeatureKey feature, io::MergeChoice choice);
    /// The source differs from what its file holds.
    [[nodiscard]] bool has_unsaved(std::uint32_t place) const;
    [[nodiscard]] bool is_saving() const noexcept { return saves_under_way_ > 0; }
    [[nodiscard]] std::size_t unsaved() const noexcept { return session_.history().unsaved(); }
    /// All steps are on the disk, in files or journals.
    [[nodiscard]] bool is_recorded() const noexcept { return steps_under_way_ == 0 && !is_unrecorded_; }
    /// The edits that are not saved are not wanted: their journals are given up with this.
    void discard() { is_discarded_ = true; }

    /// What the thread has to tell.
    struct News {
        bool is_ready{};    // sources can be edited, or cannot, that were being indexed
        bool is_saved{};    // a save has ended, well or not
        bool has_others{};  // changes of others came in with it: the map is to be read anew
        std::vector<map::FeatureKey> conflicts;  // both sides changed them: choose(), and save again
        std::vector<Error> save_errors;          // of files that could not be written
        std::optional<Error> not_recorded;       // a step is not on the disk, and why
        std::vector<EditingFile::Left> left;     // journals that were put aside
    };
    [[nodiscard]] News take_news();
    [[nodiscard]] bool has_news() const;

    /// Edits of an earlier session that were found, not yet decided about; complete once nothing is indexed
    /// any more.
    [[nodiscard]] std::vector<map::Edit> found_edits() const;
    [[nodiscard]] bool is_indexing() const noexcept { return indexing_ > 0; }
    /// Makes the edits that were found again; the changes.
    [[nodiscard]] std::vector<map::FeatureChange> take_up_found();
    void give_up_found();

    /// What of `paths` was changed by others: our own saves are left out. Not while it is saving.
    [[nodiscard]] std::vector<std::filesystem::path> changed_by_others(
        std::vector<std::filesystem::path> paths) const;
    /// A source that this file holds has edits that are not saved.
    [[nodiscard]] bool has_unsaved(const std::filesystem::path& path) const;

private:
    struct Source;

    void prepare(std::uint32_t place, const MapSession& map);
    void index(std::uint32_t place, EditingFile::Setup file);
    [[nodiscard]] Refusal make_ready(std::uint32_t place);
    void wait_for(const Source& source);
    struct SavedSource;
    void take_saved(const std::vector<SavedSource>& sources);
    void record(map::EditKind kind, const std::string& subject,
                const std::vector<map::FeatureChange>& changes);
    void tell(std::function<void()> news);
    void carry_out_told();

    Setup setup_;
    std::vector<std::unique_ptr<Source>> sources_;
    map::EditSession session_;
    std::size_t indexing_{}, steps_under_way_{}, saves_under_way_{};
    bool is_discarded_{}, is_unrecorded_{};
    News news_;

    mutable std::mutex mutex_;
    std::deque<std::function<void()>> told_;  // by the thread, carried out by take_news()
    std::unique_ptr<SerialWorker> worker_;    // last, so that it ends before what it uses
};

}  // namespace jinsha::app
