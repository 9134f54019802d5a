#include "json/exercise_json.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace jinsha::json {
namespace {

std::vector<std::string> corpus() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator{std::string{JINSHA_TEST_DIR} + "/corpus"})
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> texts;
    for (const auto& path : paths) {
        std::ifstream file{path, std::ios::binary};
        texts.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
    }
    return texts;
}

/// A few bytes changed, put in, taken out or copied. The engine, unlike distributions, is the same
/// everywhere.
std::string mutated(std::string text, std::mt19937& random) {
    constexpr std::string_view kBytes = "{}[]\",:\\ \n0-.eE1tfnu\xE9\x87\x91\xFF\x01";
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    for (std::size_t changes = 1 + below(4); changes > 0 && !text.empty(); --changes) {
        const std::size_t at = below(text.size());
        const char byte = kBytes[below(kBytes.size())];
        switch (below(4)) {
            case 0:
                text[at] = byte;
                break;
            case 1:
                text.insert(at, 1, byte);
                break;
            case 2:
                text.erase(at, 1 + below(8));
                break;
            default:
                text.insert(below(text.size()), text.substr(at, 1 + below(32)));
        }
    }
    return text;
}

TEST(MutatedTexts, BreakNoPromise) {
    constexpr int kRuns = 20'000;
    const std::vector<std::string> texts = corpus();
    ASSERT_FALSE(texts.empty());
    std::mt19937 random{4543};
    for (const std::string& text : texts) exercise_json(text);
    for (int run = 0; run < kRuns; ++run)
        exercise_json(mutated(texts[static_cast<std::size_t>(run) % texts.size()], random));
}

}  // namespace
}  // namespace jinsha::json
