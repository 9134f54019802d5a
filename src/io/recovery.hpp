#pragma once

#include "error/error.hpp"
#include "io/journal_record.hpp"
#include "map/edited_feature_source.hpp"

#include <vector>

namespace jinsha::io {

/// The steps of an earlier session that are not in the file, in their order, as edits of the features of
/// `now`, the file read afresh; none when taking back has left nothing of them. `begin` is that of the file
/// as it is. A session that takes them appends a JournalResume, one that has nothing to take or gives them up
/// restarts the journal. The error says why they cannot be placed: the file was changed after them, or they
/// are in another CRS.
[[nodiscard]] Result<std::vector<map::Edit>> recover(const std::vector<JournalRecord>& found,
                                                     const JournalBegin& begin,
                                                     const map::EditedFeatureSource& now,
                                                     std::uint32_t source);

}  // namespace jinsha::io
