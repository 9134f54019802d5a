#pragma once

#include "error/error.hpp"

#include <atomic>
#include <functional>
#include <string_view>

namespace jinsha::print {

/// Takes the bytes of a file in their order. Who calls decides where they go and what a failure leaves there.
using ByteSink = std::function<Result<void>(std::string_view)>;

/// A long piece of work as its owner sees it.
struct Progress {
    std::function<void(double)> report;    // how far it is, 0 to 1; may be empty, called by any thread
    const std::atomic<bool>* cancelled{};  // set by any thread to give up; may be null

    void tell(double share) const {
        if (report) report(share);
    }
    [[nodiscard]] bool is_cancelled() const noexcept { return cancelled && cancelled->load(); }
    /// The flag itself, for what watches it.
    [[nodiscard]] const std::atomic<bool>& flag() const noexcept {
        static const std::atomic<bool> kNever{false};
        return cancelled ? *cancelled : kNever;
    }
};

/// What a cancelled piece of work returns.
[[nodiscard]] inline tl::unexpected<Error> fail_cancelled() {
    return fail("cancelled");
}

}  // namespace jinsha::print
