#pragma once

#include "error/error.hpp"
#include "io/file_text.hpp"
#include "json/change.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::io {

/// Whose value is written where another program has changed the same one as we have.
enum class DocumentChoice { Ask, Mine, Theirs };

/// A map document (a JSON file) that is edited in a session. Its text is changed value by value; all other
/// bytes stay as they are, and what is new follows the text's own indentation. Steps can be taken back
/// without limit, also after saving. One thread at a time.
///
///     auto document = EditedDocument::open("town.map.json");
///     document->apply("order", {json::MoveElement{"/layers/id=roads", "id=labels"}});
///     document->undo();
///     document->save();
class EditedDocument {
public:
    /// The error names the file, and the place of what is no JSON.
    [[nodiscard]] static Result<EditedDocument> open(const std::filesystem::path& path);

    /// With all steps that are in effect.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    /// Of the file as it was last read or saved.
    [[nodiscard]] const FileStamp& stamp() const noexcept { return stamp_; }

    /// One step of some changes, each made after those before it. All or, with an error, none. False: they
    /// change nothing, and no step came of them.
    [[nodiscard]] Result<bool> apply(std::string name, const std::vector<json::Change>& changes);
    /// Takes the last step back. Its very bytes come back, unless a save has taken changes of others in
    /// since: then its values do. False when there is no step; an error when others have removed what it is
    /// about, and the step stays where it is.
    [[nodiscard]] Result<bool> undo();
    [[nodiscard]] Result<bool> redo();
    /// The name that the step to take back, or to repeat, was given; null when there is none.
    [[nodiscard]] const std::string* next_undo() const noexcept;
    [[nodiscard]] const std::string* next_redo() const noexcept;
    /// Steps, back and forth, between here and what the file holds.
    [[nodiscard]] std::size_t unsaved() const noexcept { return pending_.size(); }

    /// What came of a save.
    struct Saved {
        bool has_others{};  // changes of others came in: the map is to be read anew
        /// Pointers to the values that both sides have changed: nothing was written yet.
        std::vector<std::string> conflicts;
    };
    /// Writes the text; no byte when it is that of the file. Changes of other programs stay, and of what both
    /// sides have changed the choice tells. After an error the file is as it was, or whole as it was to be
    /// when only the disk could not promise to keep it; both may be saved again.
    [[nodiscard]] Result<Saved> save(DocumentChoice choice = DocumentChoice::Ask);

private:
    using Changes = std::vector<json::Change>;
    /// Bytes that a step has put in the place of others.
    struct Splice {
        std::size_t at{};
        std::string before, after;
    };
    struct Step {
        std::uint64_t id{};
        std::string name;
        Changes forward, back;   // each in the order in which it is carried out
        Splice splice;           // of the whole step
        std::size_t takeover{};  // of others' changes, that the splice was made after
    };
    /// A step that the file does not know of.
    struct Pending {
        std::uint64_t step{};
        bool is_undone{};
        Changes changes;
    };
    struct Merged {
        std::string text;
        std::vector<std::string> conflicts;
    };

    EditedDocument(std::filesystem::path path, FileText file);
    void go_to(Step& step, std::string text, bool is_undo);
    [[nodiscard]] Result<bool> carry_out(Step& step, bool is_undo);
    void note_pending(const Step& step, bool is_undone);
    /// What another program has made of the file; none when it is as it was.
    [[nodiscard]] Result<std::optional<FileText>> look_for_others();
    [[nodiscard]] Result<Merged> merged_with(std::string others, DocumentChoice choice) const;

    std::filesystem::path path_;
    std::string text_, saved_;
    FileStamp stamp_;
    std::optional<std::string>
        attempted_;  // by a save that was told as failed; it may lie there all the same
    std::vector<Step> steps_;
    std::size_t position_{};  // steps that are in effect
    std::uint64_t next_id_{};
    std::size_t takeovers_{};       // times that changes of others were taken in
    std::vector<Pending> pending_;  // in the order in which they were carried out
    bool owes_others_{};            // changes of others came in that no save has told of yet
};

}  // namespace jinsha::io
