#include "app/info_command.hpp"

#include "app/open_for_command.hpp"
#include "io/info.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace jinsha::app {

int run_info(const InfoCommand& command) {
    const auto map = open_for_command(command.map);
    if (!map) return complain(map.error().message());
    if (command.as_json) {
        const auto replace = nlohmann::ordered_json::error_handler_t::replace;
        fmt::print("{}\n", io::info_json(*map).dump(2, ' ', false, replace));
    } else {
        fmt::print("{}", io::info_text(*map));
    }
    return status_of(*map);
}

}  // namespace jinsha::app
