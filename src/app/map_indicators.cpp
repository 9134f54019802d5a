#include "app/map_indicators.hpp"

#include <fstream>
#include <iterator>
#include <utility>

namespace jinsha::app {

namespace {

map::Indicators without(std::string where, std::string why) {
    map::Indicators none;
    none.problems.push_back({Severity::Warning, std::move(where), std::move(why)});
    return none;
}

}  // namespace

map::Indicators read_indicators(const map::MapDocument& document) {
    if (document.indicators.empty()) return {};
    const std::filesystem::path path = document.path.parent_path() / document.indicators;
    std::ifstream file{path, std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    if (!file) return without(path.string(), "this file of figures cannot be read");
    auto read = map::parse_indicators(text);
    if (!read) return without(path.string(), read.error().message());
    for (Problem& problem : read->problems) problem.where = path.string() + ": " + problem.where;
    return *std::move(read);
}

}  // namespace jinsha::app
