#include "app/log.hpp"

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <utility>

namespace jinsha::app {

namespace {

constexpr std::size_t kLogBytes = 1'000'000;
constexpr std::size_t kOlderLogs = 2;

}  // namespace

void begin_log(const std::filesystem::path& folder) {
    std::shared_ptr<spdlog::logger> logger;
    try {
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>((folder / "jinsha.log").string(),
                                                                           kLogBytes, kOlderLogs);
        logger = std::make_shared<spdlog::logger>("jinsha", std::move(sink));
    } catch (const spdlog::spdlog_ex&) {  // no folder, no room: the program works all the same
        logger = std::make_shared<spdlog::logger>("jinsha", std::make_shared<spdlog::sinks::null_sink_mt>());
    }
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

}  // namespace jinsha::app
