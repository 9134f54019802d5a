#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::data {

using Json = nlohmann::ordered_json;
using Row = std::map<std::string, std::string>;

/// geodata/ of the source tree.
[[nodiscard]] std::filesystem::path data_folder();
/// The facts that the data was made from: JINSHA_FACTS, or shared/facts beside the source tree; none when
/// they are not on this machine.
[[nodiscard]] std::optional<std::filesystem::path> facts_folder();

[[nodiscard]] std::string read_text(const std::filesystem::path& path);
/// The features of a file of geodata/, by name.
[[nodiscard]] Json features_of(const std::string& file);
/// The rows of a CSV file with a header line, by column.
[[nodiscard]] std::vector<Row> read_csv(const std::filesystem::path& path);

inline const std::vector<std::string> kProjectFiles{"geliping-park.geojson", "dashuijing-area.geojson",
                                                    "jinsha-lake.geojson", "district-projects.geojson"};
inline const std::vector<std::string> kAllFiles{
    "districts.geojson",       "river.geojson",       "places.geojson",
    "labels.geojson",          "areas.geojson",       "geliping-park.geojson",
    "dashuijing-area.geojson", "jinsha-lake.geojson", "district-projects.geojson"};

/// The 65 projects of all four files, by id.
[[nodiscard]] std::map<std::string, Json> all_projects();

}  // namespace jinsha::data
