#pragma once

#include "error/error.hpp"
#include "io/atomic_file.hpp"
#include "io/edited_file.hpp"
#include "io/editing_lock.hpp"
#include "io/journal.hpp"
#include "map/edit.hpp"
#include "map/edited_feature_source.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::app {

/// A GeoJSON file of the open map with what keeps its edits: its indexed text, the journal of the edits that
/// are not saved, and the note beside it that says who edits it. One thread at a time.
class EditingFile {
public:
    struct Setup {
        std::filesystem::path path;      // absolute
        std::filesystem::path journals;  // folder of journals
        std::uint32_t place{};           // in LoadedMap::sources
        io::EditedFile::Layer layer;
        std::string file_crs;  // definition
    };
    /// Indexes the file. The error says why its features cannot be edited.
    [[nodiscard]] static Result<EditingFile> open(Setup setup);

    /// What an earlier session left in the journal.
    struct Left {
        std::vector<map::Edit> edits;  // that can be taken up
        std::filesystem::path
            put_aside{};    // where the journal was moved, as its edits fit the file no longer
        std::string why{};  // they do not
    };
    /// Looks for a journal; opens nothing when there is none. When there are edits the file is locked, until
    /// they are taken up or given up. The error says who has it locked.
    [[nodiscard]] Result<Left> look_for_journal();
    void take_up();
    /// Forgets what the journal holds and lets go of the file: all of it is saved, or not wanted.
    void give_up();

    /// Locks the file, before its first edit. The error says who edits it, or why nothing can be written
    /// beside it.
    [[nodiscard]] Result<void> lock();
    /// Whether a save could be made now, as far as rights tell; nothing is written.
    [[nodiscard]] Result<void> check_writable() const { return io::check_replaceable(setup_.path); }
    [[nodiscard]] bool is_locked() const noexcept { return lock_.has_value(); }

    /// Returns when the step is on the disk. The error says why it is not yet; it will be tried on.
    [[nodiscard]] Result<void> record(const io::JournalStep& step);
    [[nodiscard]] Result<io::EditedFile::Saved> save(
        const std::shared_ptr<const map::EditedFeatureSource>& now, const io::EditedFile::Choices& choices);

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return setup_.path; }
    /// What the file was when it was read or saved last.
    [[nodiscard]] const io::FileStamp& stamp() const noexcept { return file_.stamp(); }
    /// Which points the file can hold; for the thread that edits.
    [[nodiscard]] const std::shared_ptr<const io::CoordinateGrid>& grid() const noexcept { return grid_; }
    /// Who edits the file by the note beside it: "planning-3 (process 4711)"; "" when nobody says so.
    [[nodiscard]] std::string holder() const { return io::EditingLock::holder(setup_.path); }

private:
    EditingFile(Setup setup, io::EditedFile file, io::CoordinateGrid grid)
        : setup_{std::move(setup)},
          file_{std::move(file)},
          begin_{file_.journal_begin()},
          grid_{std::make_shared<const io::CoordinateGrid>(std::move(grid))} {}
    [[nodiscard]] std::filesystem::path journal_path() const;
    [[nodiscard]] Result<void> open_journal();

    Setup setup_;
    io::EditedFile file_;
    io::JournalBegin begin_;  // of the file as it was opened
    std::shared_ptr<const io::CoordinateGrid> grid_;
    std::unique_ptr<io::Journal> journal_;
    std::optional<io::EditingLock> lock_;
};

}  // namespace jinsha::app
