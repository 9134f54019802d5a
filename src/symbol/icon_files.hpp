#pragma once

#include "error/error.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace jinsha::symbol {

/// Whether a name can be that of an icon file: parts of any script separated by '/', none of them empty or
/// beginning with a dot, without backslashes, colons and control characters. So it cannot lead out of the
/// folder that it is looked for in.
[[nodiscard]] bool is_icon_file_name(std::string_view name) noexcept;

/// <folder>/<name>.svg in the first folder that has it.
[[nodiscard]] std::optional<std::filesystem::path> find_icon_file(
    std::span<const std::filesystem::path> folders, std::string_view name);

/// The text of an icon file of at most 4 MB. The error names the file.
[[nodiscard]] Result<std::string> read_icon_file(const std::filesystem::path& path);

}  // namespace jinsha::symbol
