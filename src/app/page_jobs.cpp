#include "app/page_jobs.hpp"

#include "app/source_faults.hpp"
#include "print/page_raster.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace jinsha::app {

namespace {

// How much this thread and those it starts give way to the window. Not SCHED_IDLE, as tiles have it while the
// view moves: beside a program that is always busy a page would never be finished.
constexpr int kPreviewNiceness = 5;  // somebody looks at the dialog and waits
constexpr int kFileNiceness = 15;

void give_way(int niceness) {
    [[maybe_unused]] const int now = nice(niceness);  // Linux: of this thread
}

}  // namespace

PagePreview::PagePreview(std::function<void()> wake)
    : wake_{std::move(wake)}, thread_{[this](const std::stop_token& stopped) { run(stopped); }} {}

PagePreview::~PagePreview() {
    is_cancelled_ = true;
    thread_.request_stop();
}

void PagePreview::want(PageJob job, int side_px) {
    {
        const std::scoped_lock lock{mutex_};
        wish_ = Wish{std::move(job), side_px};
        result_.reset();
        is_cancelled_ = true;  // of what is drawn now; the thread takes it back for the wish
    }
    changed_.notify_one();
}

bool PagePreview::is_drawing() const {
    const std::scoped_lock lock{mutex_};
    return is_drawing_ || wish_.has_value();
}

bool PagePreview::has_result() const {
    const std::scoped_lock lock{mutex_};
    return result_.has_value();
}

std::optional<Result<PagePreview::Preview>> PagePreview::take() {
    const std::scoped_lock lock{mutex_};
    return std::exchange(result_, std::nullopt);
}

void PagePreview::run(const std::stop_token& stopped) {
    give_way(kPreviewNiceness);
    while (true) {
        Wish wish;
        {
            std::unique_lock lock{mutex_};
            if (!changed_.wait(lock, stopped, [this] { return wish_.has_value(); })) return;
            wish = *std::exchange(wish_, std::nullopt);
            is_cancelled_ = stopped.stop_requested();
            is_drawing_ = true;
        }
        auto drawn = draw(wish);
        {
            const std::scoped_lock lock{mutex_};
            is_drawing_ = false;
            if (!wish_) result_.emplace(std::move(drawn));  // else a newer one is wanted
        }
        wake_();
    }
}

Result<PagePreview::Preview> PagePreview::draw(const Wish& wish) const {
    const auto plan = print::plan_page(wish.job.request, wish.job.map);
    if (!plan) return tl::make_unexpected(plan.error());
    const print::PageSize size = wish.job.request.size;
    const double dpi = print::kPxPerInch * wish.side_px / std::max(size.width, size.height);
    auto picture = print::draw_page(*plan, dpi, {{}, &is_cancelled_});
    if (!picture) return tl::make_unexpected(picture.error());
    return Preview{std::make_shared<const image::Image>(*std::move(picture)), plan->frame.extent(),
                   plan->frame.scale_denominator()};
}

void PageExport::start(PageJob job, std::filesystem::path file, FileOptions options) {
    file_ = file;
    is_cancelled_ = false;
    progress_ = 0;
    thread_ =
        std::jthread{[this, job = std::move(job), file = std::move(file), options = std::move(options)] {
            give_way(kFileNiceness);
            const print::Progress progress{[this](double share) {
                                               progress_ = share;
                                               has_progressed_ = true;
                                               wake_();
                                           },
                                           &is_cancelled_};
            auto plan = print::plan_page(job.request, job.map);
            auto written = plan ? write_page_file(*plan, file, options, progress)
                                : Result<std::vector<std::string>>{tl::make_unexpected(plan.error())};
            if (const auto faults = source_faults(*job.map.snapshot); written && !faults.empty())
                written = tl::make_unexpected(
                    faults.front().in("some features are missing on this page, export it again"));
            {
                const std::scoped_lock lock{mutex_};
                result_.emplace(std::move(written));
            }
            wake_();
        }};
}

bool PageExport::has_news() const {
    const std::scoped_lock lock{mutex_};
    return result_.has_value() || has_progressed_;
}

std::optional<Result<std::vector<std::string>>> PageExport::take() {
    std::optional<Result<std::vector<std::string>>> result;
    {
        const std::scoped_lock lock{mutex_};
        result = std::exchange(result_, std::nullopt);
        has_progressed_ = false;
    }
    if (result) thread_.join();
    return result;
}

}  // namespace jinsha::app
