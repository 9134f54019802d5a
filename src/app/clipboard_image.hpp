#pragma once

#include "app/clipboard_owner.hpp"
#include "error/error.hpp"

#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace jinsha::app {

/// What becomes of the copied picture when the program ends: without a clipboard manager on the desktop it is
/// gone with the program that others fetch it from.
enum class AfterExit { Kept, Gone };

/// A picture (PNG) on the clipboard, for any program to paste: SFML's clipboard knows texts alone. It has a
/// connection to the X server and a thread of its own, so that pasting never waits for a frame; SFML and this
/// take the clipboard from each other as two programs do. Any thread.
class ClipboardImage {
public:
    /// Owns nothing yet. The error says which display could not be reached.
    [[nodiscard]] static Result<std::unique_ptr<ClipboardImage>> connect();
    /// Hands the picture over to the clipboard manager when it is still ours and there is one; waits for it
    /// for two seconds at most.
    ~ClipboardImage();
    ClipboardImage(const ClipboardImage&) = delete;
    ClipboardImage& operator=(const ClipboardImage&) = delete;

    /// Puts a picture there, for as long as nobody else copies something. Waits until it is there.
    [[nodiscard]] Result<AfterExit> offer(PngBytes png);

private:
    struct Offer {
        std::shared_ptr<const PngBytes> png;
        std::promise<Result<AfterExit>> answer;
    };
    explicit ClipboardImage(ClipboardOwner owner);
    void run(const std::stop_token& stopped);
    void wake() const noexcept;
    [[nodiscard]] bool take_offer();

    ClipboardOwner owner_;  // of the thread
    int wake_fd_;
    std::mutex mutex_;
    std::optional<Offer> waiting_;
    bool is_over_{};       // the connection broke
    std::jthread thread_;  // last, so that it ends before what it uses
};

}  // namespace jinsha::app
