#include "data/files.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace jinsha::data {

std::filesystem::path data_folder() {
    return std::filesystem::path{JINSHA_SOURCE_DIR} / "geodata";
}

std::optional<std::filesystem::path> facts_folder() {
    const char* given = std::getenv("JINSHA_FACTS");
    const std::filesystem::path folder =
        given ? std::filesystem::path{given} : std::filesystem::path{JINSHA_SOURCE_DIR} / "../shared/facts";
    return exists(folder / "projects.csv") ? std::optional{folder} : std::nullopt;
}

std::string read_text(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) throw std::runtime_error{"cannot read " + path.string()};
    return {std::istreambuf_iterator<char>{file}, {}};
}

Json features_of(const std::string& file) {
    return Json::parse(read_text(data_folder() / file)).at("features");
}

namespace {

/// RFC 4180: commas, quoted cells, doubled quotes.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells{""};
    bool is_quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && is_quoted && i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += line[++i];
        } else if (line[i] == '"') {
            is_quoted = !is_quoted;
        } else if (line[i] == ',' && !is_quoted) {
            cells.emplace_back();
        } else {
            cells.back() += line[i];
        }
    }
    return cells;
}

}  // namespace

std::vector<Row> read_csv(const std::filesystem::path& path) {
    std::ifstream file{path};
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> names = cells_of(line);
    std::vector<Row> rows;
    while (std::getline(file, line)) {
        const std::vector<std::string> cells = cells_of(line);
        if (cells.size() != names.size()) throw std::runtime_error{path.string() + ": " + line};
        Row& row = rows.emplace_back();
        for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = cells[i];
    }
    return rows;
}

std::map<std::string, Json> all_projects() {
    std::map<std::string, Json> projects;
    for (const std::string& file : kProjectFiles) {
        for (const Json& feature : features_of(file)) projects.emplace(feature.at("id"), feature);
    }
    return projects;
}

}  // namespace jinsha::data
