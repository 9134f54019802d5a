#pragma once

#include "error/error.hpp"
#include "io/file_text.hpp"
#include "map/edit.hpp"
#include "map/feature_source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jinsha::io {

/// Which features elements of a file are: those from `element` on are those from `feature` on.
struct FeatureRun {
    std::uint32_t element{}, feature{}, count{};
    bool operator==(const FeatureRun&) const = default;
};

// What a journal tells, one record a line. Features have the numbers of the session that writes it.

/// The session begins with this state of the file.
struct JournalBegin {
    std::string file;              // absolute path
    std::string fingerprint;       // of the file's text
    std::string crs;               // of the map: positions are in it
    std::vector<FeatureRun> runs;  // without features of elements that could not be read
};
/// A step was taken, taken back or repeated. Of a feature that was there before, what is the same is left
/// out.
struct JournalStep {
    std::string name;     // "edit.move"
    std::string subject;  // "金沙湖公园"
    struct Change {
        std::uint32_t feature{};
        bool is_deleted{}, is_added{};
        std::shared_ptr<const geo::Geometry> geometry;  // null: as before
        std::optional<style::Value> id;                 // none: as before
        std::vector<map::Attribute> set;
        std::vector<std::string> unset;
    };
    std::vector<Change> changes;
};
/// All steps so far are about to be in the file, whose text will be this. Whether they are, the file tells.
struct JournalSave {
    JournalBegin after;
};
/// Another session has taken all steps so far and goes on, with the numbers of its own.
struct JournalResume {
    JournalBegin begin;
};
using JournalRecord = std::variant<JournalBegin, JournalStep, JournalSave, JournalResume>;

[[nodiscard]] JournalStep step_of(std::string name, std::string subject,
                                  const std::vector<map::FeatureChange>& changes);
/// The feature after the change; null when it was deleted. None when `before` is not there and should be.
[[nodiscard]] std::optional<map::FeatureStatePtr> applied(const JournalStep::Change& change,
                                                          const map::FeatureStatePtr& before);

/// A line, with a checksum, so that a torn one is known.
[[nodiscard]] std::string line_of(const JournalRecord& record);

struct JournalContent {
    std::vector<JournalRecord> records;
    std::size_t length{};  // of their lines
};
/// What is in a journal up to the first line that is torn or damaged.
[[nodiscard]] JournalContent read_journal(std::string_view journal);

/// Tells texts apart that differ by accident. The same on every machine.
[[nodiscard]] std::string fingerprint(std::string_view text);

}  // namespace jinsha::io
