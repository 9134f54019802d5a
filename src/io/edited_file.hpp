#pragma once

#include "error/error.hpp"
#include "io/coordinate_grid.hpp"
#include "io/feature_patch.hpp"
#include "io/file_text.hpp"
#include "io/geojson_text.hpp"
#include "io/journal.hpp"
#include "io/merge_text.hpp"
#include "map/edited_feature_source.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace jinsha::io {

/// A GeoJSON file whose features are edited in a session: its text as it was last read or saved, and which of
/// its elements each feature is. One thread at a time.
class EditedFile {
public:
    /// What a layer knows of the file that it was read from.
    struct Layer {
        std::string map_crs;                                     // its definition
        std::shared_ptr<const map::EditedFeatureSource> source;  // nothing edited yet
        std::vector<std::uint32_t> skipped;  // elements that could not be taken as features, rising
    };
    /// The error says why the layer is read-only: the file cannot be read or patched, or its features are not
    /// those of the layer, by count and id.
    [[nodiscard]] static Result<EditedFile> open(const std::filesystem::path& path, Layer layer,
                                                 CoordinateGrid grid);

    /// What came of a save.
    struct Saved {
        bool has_others{};                     // changes of others came in: the layer is to be read anew
        std::vector<std::uint32_t> conflicts;  // features changed on both sides: nothing was written yet
    };
    /// For features that were changed on both sides.
    using Choices = std::map<std::uint32_t, MergeChoice>;
    /// Writes what differs between `now` and the last save; no byte when nothing does. Where another program
    /// has changed the file since, its changes of other features stay, and features that both have changed
    /// need a choice. After an error the file is as it was, or whole as it was to be when only the disk
    /// could not promise to keep it; both may be saved again. A `journal` is told before the rename what the
    /// file is about to be, and begins anew after it.
    [[nodiscard]] Result<Saved> save(const std::shared_ptr<const map::EditedFeatureSource>& now,
                                     Journal* journal = nullptr, const Choices& choices = {});

    /// What a journal of edits of the file as it is now begins with.
    [[nodiscard]] JournalBegin journal_begin() const { return begin_of(text_, features_); }

    /// Of the file as it was last read or saved.
    [[nodiscard]] const FileStamp& stamp() const noexcept { return stamp_; }
    [[nodiscard]] const CoordinateGrid& grid() const noexcept { return grid_; }
    [[nodiscard]] const GeoJsonText& text() const noexcept { return text_; }

private:
    EditedFile(std::filesystem::path path, GeoJsonText text, FileStamp stamp, Layer layer,
               CoordinateGrid grid);
    [[nodiscard]] Result<void> compare_features() const;
    [[nodiscard]] std::vector<ElementChange> changes_to(const map::EditedFeatureSource& now) const;
    /// A text, and of each of its elements the feature.
    struct Version {
        GeoJsonText text;
        std::vector<std::uint32_t> features;
    };
    /// A save that was told as failed.
    struct Attempt {
        Version version;
        std::shared_ptr<const map::EditedFeatureSource> source;
        bool has_others{};
    };
    /// From here on the file counts as saved so.
    void take(Attempt attempt, const FileStamp& stamp);
    /// A save can fail after its rename: what lies there is then ours and no change of another program. True
    /// when it was so.
    bool settle_attempt();
    [[nodiscard]] Result<Version> with_changes(const std::vector<ElementChange>& changes) const;
    /// What another program has made of the file; none when it is as it was. A file that was written again
    /// with the same text, or copied back, counts as not changed.
    struct Others {
        std::optional<GeoJsonText> text;
        FileStamp stamp;  // of the file as it is now
    };
    [[nodiscard]] Result<Others> look_for_others();
    /// Takes the changes of others into `next`; the features that both have changed.
    [[nodiscard]] Result<std::vector<std::uint32_t>> merge(const GeoJsonText& others,
                                                           const std::vector<ElementChange>& changes,
                                                           const Choices& choices, Version& next) const;
    [[nodiscard]] std::vector<std::uint32_t> renumbered(const std::vector<ElementChange>& changes) const;
    [[nodiscard]] JournalBegin begin_of(const GeoJsonText& text,
                                        const std::vector<std::uint32_t>& features) const;

    static constexpr std::uint32_t kNoFeature = UINT32_MAX;
    std::filesystem::path path_;
    std::string map_crs_;
    GeoJsonText text_;
    FileStamp stamp_;
    std::shared_ptr<const map::EditedFeatureSource> saved_;
    std::optional<Attempt> attempt_;
    bool owes_others_{};                   // changes of others are in the text that no save has told of yet
    std::vector<std::uint32_t> features_;  // of each element; rising but for those without a feature
    CoordinateGrid grid_;
};

}  // namespace jinsha::io
