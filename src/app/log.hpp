#pragma once

#include <filesystem>

namespace jinsha::app {

/// What the program tells spdlog goes into `folder`/jinsha.log from now on: one megabyte, and two older ones
/// beside it. Where that cannot be written it goes nowhere.
void begin_log(const std::filesystem::path& folder);

}  // namespace jinsha::app
