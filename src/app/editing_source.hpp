#pragma once

#include "app/editing.hpp"
#include "map/map_document.hpp"

#include <memory>
#include <vector>

namespace jinsha::app {

/// A source of the map. `file` belongs to the thread while `is_indexing`, and from the first edit on; between
/// the two to nobody but the main thread.
struct Editing::Source {
    Refusal refusal;  // not to be edited, ever
    bool is_indexing{};
    std::string
        not_writable;  // the name of its file, when that could not be saved as it was looked at; "": it can
    std::unique_ptr<EditingFile> file;
    std::vector<map::Edit> found;                             // of an earlier session, not decided about
    bool has_edits{};                                         // the thread has the file
    io::FileStamp stamp;                                      // of the file as we know it
    std::shared_ptr<const map::EditedFeatureSource> saved{};  // what the file holds; null: as it was read
    io::EditedFile::Choices choices{};
};

/// All sources of a map, none of them edited.
[[nodiscard]] std::vector<map::EditableSource> editable_sources(const map::LoadedMap& map);
[[nodiscard]] map::EditableSource editable_source(const map::LoadedMap& map, std::uint32_t place);

}  // namespace jinsha::app
