#include "ui/file_texts.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <ctime>
#include <string_view>

namespace jinsha::ui {

std::string file_size_text(std::uintmax_t bytes) {
    constexpr std::array<std::string_view, 5> kUnits{"B", "KB", "MB", "GB", "TB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (std::round(value) >= 1024 && unit + 1 < kUnits.size()) {
        value /= 1024;
        ++unit;
    }
    const bool has_fraction = unit > 0 && value < 9.95;
    return fmt::format("{:.{}f} {}", value, has_fraction ? 1 : 0, kUnits[unit]);
}

std::string file_time_text(std::int64_t seconds) {
    const std::time_t time = seconds;
    std::tm local{};
    if (seconds == 0 || localtime_r(&time, &local) == nullptr) return {};
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday,
                       local.tm_hour, local.tm_min);
}

}  // namespace jinsha::ui
