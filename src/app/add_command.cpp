#include "app/add_command.hpp"

#include "app/checked_files.hpp"
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

/// The findings of `jinsha check` about the features from number `first` on of a text of the file. Of errors,
/// which are refused, it says which of those handed in it is; of warnings where it will lie in the file.
std::vector<Problem> check_added(const FileToCheck& as_it_is, const std::string& where, std::string_view text,
                                 std::size_t first) {
    FileToCheck file = as_it_is;
    file.context.first_told = first;
    std::vector<Problem> problems;
    for (const check::Finding& finding : findings_of(file, text)) {
        const bool is_error = finding.severity == Severity::Error;
        const std::string& source = is_error ? where : file.path.string();
        // What sums up others belongs to no feature.
        const std::string feature =
            finding.feature ? fmt::format(": feature {}", *finding.feature + 1 - (is_error ? first : 0)) : "";
        const std::string advice = finding.advice.empty() ? "" : fmt::format("; {}", finding.advice);
        problems.push_back({finding.severity, source + feature,
                            fmt::format("{} [{}]{}", finding.message, finding.code, advice)});
    }
    return problems;
}

void tell(const Problem& problem) {
    fmt::print(stderr, "jinsha: {}: {}: {}\n", problem.severity == Severity::Error ? "error" : "warning",
               problem.where, problem.message);
}

}  // namespace

int run_add(const AddCommand& command) {
    const auto features = read_features(command.features);
    if (!features) return complain(features.error().message());
    const std::string where = command.features == "-" ? "stdin" : command.features.string();
    const FileToCheck file = files_to_check({command.to}).front();
    const auto addition = io::add_features(
        *features, where, command.to,
        [&](std::string_view text, std::size_t first) { return check_added(file, where, text, first); });
    if (!addition) return complain(addition.error().message());
    for (const Problem& fault : addition->faults) tell(fault);
    if (!addition->faults.empty()) return kInputHasFaults;
    for (const Problem& warning : addition->warnings) tell(warning);
    fmt::print("{} {} added to {}\n", addition->added, addition->added == 1 ? "feature" : "features",
               command.to.string());
    return kDone;
}

}  // namespace jinsha::app
