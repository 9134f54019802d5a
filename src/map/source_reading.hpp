#pragma once

#include "error/problem.hpp"
#include "map/feature_source.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::map {

/// A source whose features are still being read in the background. Its features come in the order of the
/// file, so those that are there keep their numbers. Any thread.
class SourceReading {
public:
    struct State {
        std::shared_ptr<const FeatureSource> source;  // what is there so far; revisions rise
        std::size_t features{}, expected_features{};  // read, and to be read
        double fraction{};                            // of the work, 0 to 1
        std::optional<double> seconds_left;           // once it can be told
        std::size_t skipped{};                        // features that could not be taken
        std::vector<Problem> problems;
        bool is_finished{};  // for better or worse: nothing changes any more
    };

    /// Gives up and waits for its threads.
    virtual ~SourceReading() = default;
    [[nodiscard]] virtual State state() const = 0;
    /// What is there stays; a problem says that it is not all.
    virtual void cancel() noexcept = 0;
    /// Returns when it is finished.
    virtual void wait() = 0;
};

}  // namespace jinsha::map
