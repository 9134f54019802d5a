#include "app/add_command.hpp"

#include "app/open_for_command.hpp"
#include "io/add_features.hpp"
#include "io/file_text.hpp"

#include <fmt/format.h>

#include <iostream>
#include <iterator>

namespace jinsha::app {
namespace {

Result<std::string> read_features(const std::filesystem::path& path) {
    if (path == "-") return std::string{std::istreambuf_iterator<char>{std::cin}, {}};
    auto file = io::read_file(path);
    if (!file) return tl::make_unexpected(file.error());
    return std::move(file->text);
}

}  // namespace

int run_add(const AddCommand& command) {
    const auto features = read_features(command.features);
    if (!features) return complain(features.error().message());
    const std::string where = command.features == "-" ? "stdin" : command.features.string();
    const auto addition = io::add_features(*features, where, command.to);
    if (!addition) return complain(addition.error().message());
    for (const Problem& fault : addition->faults)
        fmt::print(stderr, "jinsha: error: {}: {}\n", fault.where, fault.message);
    if (!addition->faults.empty()) return kInputHasFaults;
    fmt::print("{} {} added to {}\n", addition->added, addition->added == 1 ? "feature" : "features",
               command.to.string());
    return kDone;
}

}  // namespace jinsha::app
