#pragma once

#include <filesystem>
#include <optional>

namespace jinsha::app {

/// From now on a crash (a fault of memory or arithmetic, an abort) leaves a report with its call stack in
/// `folder`/crash.txt before the program ends as it would. Once for a program; the folder is made.
void catch_crashes(const std::filesystem::path& folder);

/// The report of a crash that nobody was told of yet: it gets its time into its name
/// ("crash-20261125-031500.txt"), so that it is given once. None when there is none.
[[nodiscard]] std::optional<std::filesystem::path> take_crash_report(const std::filesystem::path& folder);

}  // namespace jinsha::app
