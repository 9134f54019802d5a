#include "style/fixture.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace jinsha::style {

namespace {

/// The style specification's own fixtures: where the environment says, else beside the project.
std::filesystem::path specification_folder() {
    const char* given = std::getenv("JINSHA_STYLE_SPEC");
    return given ? std::filesystem::path{given}
                 : std::filesystem::path{JINSHA_SOURCE_DIR}.parent_path() / "shared" / "style-spec";
}

struct Count {
    int passed{}, all{};

    void add(bool is_passed) {
        passed += is_passed ? 1 : 0;
        ++all;
    }
    [[nodiscard]] double share() const { return all == 0 ? 0 : static_cast<double>(passed) / all; }
};

std::ostream& operator<<(std::ostream& out, const Count& count) {
    return out << count.passed << " of " << count.all;
}

struct Counts {
    Count all, listed;
    std::string failures;
};

Counts run(const std::filesystem::path& folder) {
    Counts counts;
    for (const Fixture& fixture : read_fixtures(folder)) {
        const auto fault = difference(fixture);
        counts.all.add(!fault);
        if (uses_listed_operators_only(fixture)) counts.listed.add(!fault);
        if (fault) counts.failures += fixture.name + ": " + *fault + "\n";
    }
    return counts;
}

}  // namespace

TEST(Fixtures, OfTheSpecificationPass) {
    const std::filesystem::path folder = specification_folder() / "expression";
    if (!std::filesystem::is_directory(folder)) {
        GTEST_SKIP() << "the style specification's fixtures are not at " << folder
                     << "; only the project's own were run";
    }
    const Counts counts = run(folder);
    std::cout << "fixtures: " << counts.all << "\nfixtures of the listed operators: " << counts.listed
              << "\n";
    if (std::getenv("JINSHA_LIST_FIXTURES")) std::cout << counts.failures;
    EXPECT_GE(counts.listed.share(), 0.95) << counts.failures;
    EXPECT_GE(counts.all.share(), 0.9) << counts.failures;
}

TEST(Fixtures, OfTheProjectPass) {
    const Counts counts = run(std::filesystem::path{JINSHA_TEST_DIR} / "fixtures");
    EXPECT_EQ(counts.failures, "");
    EXPECT_GE(counts.all.all, 20);
}

}  // namespace jinsha::style
