#pragma once

#include "app/export_file.hpp"
#include "image/image.hpp"
#include "print/page_plan.hpp"

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace jinsha::app {

/// A page as it is asked for, for other threads.
struct PageJob {
    print::PageRequest request;
    print::PageMap map;
};

/// Draws previews of pages in a thread of its own: of several the newest, an older one under way is given up.
/// Main thread.
class PagePreview {
public:
    struct Preview {
        std::shared_ptr<const image::Image> picture;
        geo::Envelope extent;  // of the map on the page, map CRS
        double scale_denominator{};
    };

    /// `wake` is called by another thread when a result is there.
    explicit PagePreview(std::function<void()> wake);
    ~PagePreview();

    /// @param side_px  of the longer side of the picture, physical pixels
    void want(PageJob job, int side_px);
    [[nodiscard]] bool is_drawing() const;
    [[nodiscard]] bool has_result() const;
    /// The newest result, once; none while it is being drawn.
    [[nodiscard]] std::optional<Result<Preview>> take();

private:
    struct Wish {
        PageJob job;
        int side_px{};
    };
    void run(const std::stop_token& stopped);
    [[nodiscard]] Result<Preview> draw(const Wish& wish) const;

    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<Wish> wish_;
    bool is_drawing_{};
    std::optional<Result<Preview>> result_;
    std::atomic<bool> is_cancelled_{false};
    std::jthread thread_;  // last, so that it ends before what it uses
};

/// Writes one page into a file in a thread of its own, which gives way to the window. Main thread.
class PageExport {
public:
    explicit PageExport(std::function<void()> wake) : wake_{std::move(wake)} {}
    ~PageExport() { cancel(); }

    /// Not while another is under way.
    void start(PageJob job, std::filesystem::path file, FileOptions options);
    void cancel() noexcept { is_cancelled_ = true; }
    [[nodiscard]] bool is_cancelled() const noexcept { return is_cancelled_; }
    [[nodiscard]] bool is_running() const noexcept { return thread_.joinable(); }
    [[nodiscard]] double progress() const noexcept { return progress_; }
    [[nodiscard]] const std::filesystem::path& file() const noexcept { return file_; }
    [[nodiscard]] bool has_news() const;
    /// Why symbols were left out of the file that is finished, or why there is none. Once.
    [[nodiscard]] std::optional<Result<std::vector<std::string>>> take();

private:
    std::function<void()> wake_;
    std::filesystem::path file_;
    std::atomic<bool> is_cancelled_{false};
    std::atomic<double> progress_{0};
    std::atomic<bool> has_progressed_{false};
    mutable std::mutex mutex_;
    std::optional<Result<std::vector<std::string>>> result_;
    std::jthread thread_;  // last, so that it ends before what it uses
};

}  // namespace jinsha::app
