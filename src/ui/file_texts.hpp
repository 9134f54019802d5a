#pragma once

#include <cstdint>
#include <string>

namespace jinsha::ui {

/// "512 B", "4.2 KB", "13 MB": powers of 1,024, two digits at least.
[[nodiscard]] std::string file_size_text(std::uintmax_t bytes);

/// "2021-09-14 10:20" in the time zone of this machine; "" for 0.
[[nodiscard]] std::string file_time_text(std::int64_t seconds_since_1970);

}  // namespace jinsha::ui
