#include "app/clipboard_image.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace jinsha::app {

namespace {

constexpr std::chrono::seconds kPatienceWithManager{2};

}  // namespace

Result<std::unique_ptr<ClipboardImage>> ClipboardImage::connect() {
    auto connection = XConnection::open();
    if (!connection) return tl::make_unexpected(connection.error());
    return std::unique_ptr<ClipboardImage>{new ClipboardImage{ClipboardOwner{*std::move(connection)}}};
}

ClipboardImage::ClipboardImage(ClipboardOwner owner)
    : owner_{std::move(owner)},
      wake_fd_{eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)},
      thread_{[this](const std::stop_token& stopped) { run(stopped); }} {}

ClipboardImage::~ClipboardImage() {
    thread_.request_stop();
    wake();
    thread_.join();
    close(wake_fd_);
}

void ClipboardImage::wake() const noexcept {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(wake_fd_, &one, sizeof one);  // full is as good as written
}

Result<AfterExit> ClipboardImage::offer(PngBytes png) {
    std::future<Result<AfterExit>> answer;
    {
        const std::scoped_lock lock{mutex_};
        if (is_over_) return fail("the connection to the X server is broken");
        Offer offer{std::make_shared<const PngBytes>(std::move(png)), {}};
        answer = offer.answer.get_future();
        if (waiting_) waiting_->answer.set_value(fail("another picture was copied meanwhile"));
        waiting_ = std::move(offer);
    }
    wake();
    return answer.get();
}

void ClipboardImage::run(const std::stop_token& stopped) {
    XConnection& x = owner_.connection();
    while (!stopped.stop_requested() && take_offer()) {
        owner_.serve();
        std::array<pollfd, 2> files{{{x.file(), POLLIN, 0}, {wake_fd_, POLLIN, 0}}};
        poll(files.data(), files.size(), -1);
        std::uint64_t count = 0;
        [[maybe_unused]] const auto taken = read(wake_fd_, &count, sizeof count);
    }
    const bool is_to_be_kept = owner_.is_owner() && owner_.has_manager();
    if (is_to_be_kept && !owner_.hand_over(std::chrono::steady_clock::now() + kPatienceWithManager)) {
        fmt::print(stderr, "jinsha: the clipboard manager did not take the copied picture\n");
    }
}

/// False when the connection is broken, after which nothing can be offered.
bool ClipboardImage::take_offer() {
    std::optional<Offer> offer;
    bool is_broken = false;
    {
        const std::scoped_lock lock{mutex_};
        offer = std::exchange(waiting_, std::nullopt);
        is_broken = is_over_ = owner_.connection().is_broken();
    }
    if (!offer) return !is_broken;
    const auto owned = owner_.own(std::move(offer->png));
    if (!owned) {
        offer->answer.set_value(tl::make_unexpected(owned.error()));
    } else {
        offer->answer.set_value(owner_.has_manager() ? AfterExit::Kept : AfterExit::Gone);
    }
    return !is_broken;
}

}  // namespace jinsha::app
