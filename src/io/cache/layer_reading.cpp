#include "io/cache/layer_reading.hpp"

#include "io/cache/batch_queue.hpp"
#include "io/cache/cache_writer.hpp"
#include "io/cache/cached_feature_source.hpp"
#include "io/cache/run_maker.hpp"
#include "io/cache/source_stamp.hpp"
#include "io/dataset_backend.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace jinsha::io {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

// A picture is worth its painting when it shows twice as much as the one before.
constexpr double kFirstPicture_s = 0.2;
constexpr double kPictureFactor = 2;
constexpr double kProgressStep_s = 0.1;

class LayerReading final : public map::SourceReading {
public:
    LayerReading(ReadingPlan plan, const LayerCache& cache, std::shared_ptr<BlockMemory> memory,
                 std::function<void()> wake)
        : plan_{std::move(plan)},
          cache_{cache},
          memory_{std::move(memory)},
          wake_{std::move(wake)},
          file_{cache_.file_of(plan_.request, plan_.layer)},
          writer_{file_} {
        content_.layer = summary().layer;
        state_.expected_features = summary().features;
        state_.source = std::make_shared<const CachedFeatureSource>(content_, memory_, revision_);
        thread_ = std::jthread{[this] { run(); }};
    }
    LayerReading(const LayerReading&) = delete;
    LayerReading& operator=(const LayerReading&) = delete;
    ~LayerReading() override {
        cancel();
        wait();
    }

    [[nodiscard]] State state() const override {
        const std::scoped_lock lock{mutex_};
        return state_;
    }
    void cancel() noexcept override { is_cancelled_ = true; }
    void wait() override {
        const std::scoped_lock lock{joining_};
        if (thread_.joinable()) thread_.join();
    }

private:
    [[nodiscard]] const LayerSummary& summary() const { return plan_.dataset->layers()[plan_.layer]; }

    void run() {
        const auto stamp = source_stamp(plan_.request.dataset);
        auto end = read();
        const bool is_whole = end && !is_cancelled_ && !error_;
        if (end) {
            content_.layer = end->layer;
            std::ranges::move(end->problems, std::back_inserter(problems_));
        } else {
            problems_.push_back({Severity::Error, plan_.place, end.error().message()});
        }
        if (error_)
            problems_.push_back({Severity::Error, plan_.place, error_->message()});
        else if (is_cancelled_)
            add_warning("reading was cancelled: only what was read until then is shown");
        std::ranges::move(report_.problems(plan_.place), std::back_inserter(problems_));
        const std::size_t skipped = report_.skipped() + (end ? end->skipped : 0);
        show(skipped, false);
        if (is_whole) keep(stamp, *end, skipped);
        writer_.discard();
        show(skipped, true);
    }

    void add_warning(std::string message) {
        problems_.push_back({Severity::Warning, plan_.place, std::move(message)});
    }

    /// Reads in this thread, works in others, and returns when all is done.
    Result<StreamEnd> read() {
        const unsigned worker_count = std::max(1U, std::thread::hardware_concurrency());
        const auto& dataset = plan_.dataset->state();
        const geo::Crs crs = dataset.stream_crs(plan_.layer, plan_.request.map_crs);
        BatchQueue queue{2 * std::size_t{worker_count}};
        std::vector<std::jthread> workers;
        std::size_t batches = 0, features = 0;
        std::optional<Error> fault;
        const auto start_workers = [&](const FeatureBatch& first) {
            for (unsigned i = 0; i < worker_count && !fault; ++i) {
                auto normalizer = GeometryNormalizer::between(crs, plan_.request.map_crs);
                if (!normalizer) {
                    fault = normalizer.error();
                    return;
                }
                if (i == 0) {
                    content_.cells = cells_for(first, *normalizer, plan_.extent);
                    if (!normalizer->caution().empty()) add_warning(normalizer->caution());
                }
                workers.emplace_back([&, maker = RunMaker{*std::move(normalizer), content_.cells}]() mutable {
                    work(queue, maker);
                });
            }
        };
        auto end = dataset.stream(
            plan_.layer, plan_.request.map_crs, is_cancelled_, [&](std::unique_ptr<FeatureBatch> batch) {
                if (batches == 0) start_workers(*batch);
                const std::size_t size = batch->size();
                const bool is_taken = !fault && queue.push({batches, features, std::move(batch)});
                ++batches;
                features += size;
                return is_taken && !is_cancelled_;
            });
        queue.close();
        workers.clear();
        if (fault) return tl::make_unexpected(*fault);
        return end;
    }

    void work(BatchQueue& queue, RunMaker& maker) {
        while (auto batch = queue.pop()) {
            if (is_cancelled_) continue;
            PackedRun packed = maker.make(*batch);
            take(batch->number, std::move(packed));
        }
        const std::scoped_lock lock{runs_mutex_};
        report_.add(maker.report());
    }

    /// Runs are written in the order of the file, so those that are early wait.
    void take(std::size_t number, PackedRun packed) {
        const std::scoped_lock lock{runs_mutex_};
        early_.emplace(number, std::move(packed));
        for (auto next = early_.begin(); next != early_.end() && next->first == content_.runs.size();
             next = early_.erase(next)) {
            auto stored = writer_.append(next->second);
            if (!stored) {
                error_ = stored.error();
                is_cancelled_ = true;
                return;
            }
            features_ += next->second.run.features;
            content_.runs.push_back(*std::move(stored));
        }
        tell();
    }

    /// Progress, and a picture when it has become worth one.
    void tell() {
        const double now_s = seconds_since(begin_);
        const bool is_picture = now_s >= next_picture_s_;
        if (!is_picture && now_s < next_progress_s_) return;
        next_progress_s_ = now_s + kProgressStep_s;
        {
            const std::scoped_lock lock{mutex_};
            state_.features = features_;
            const double expected = static_cast<double>(std::max(state_.expected_features, features_));
            state_.fraction = expected > 0 ? static_cast<double>(features_) / expected : 0;
            if (state_.fraction > 0) state_.seconds_left = now_s * (1 - state_.fraction) / state_.fraction;
        }
        if (is_picture) {
            next_picture_s_ = now_s * kPictureFactor;
            show_source();
        }
        if (wake_) wake_();
    }

    void show_source() {
        auto source = std::make_shared<const CachedFeatureSource>(content_, memory_, ++revision_);
        const std::scoped_lock lock{mutex_};
        state_.source = std::move(source);
    }

    /// The whole of it.
    void show(std::size_t skipped, bool is_finished) {
        if (!is_finished) show_source();
        {
            const std::scoped_lock lock{mutex_};
            state_.features = features_;
            state_.fraction = 1;
            state_.seconds_left.reset();
            state_.skipped = skipped;
            state_.problems = problems_;
            state_.is_finished = is_finished;
        }
        if (wake_) wake_();
    }

    /// Completes the file of the cache, if it is right.
    void keep(std::optional<std::uint64_t> stamp, const StreamEnd& end, std::size_t skipped) {
        if (!stamp || source_stamp(plan_.request.dataset) != stamp) {
            add_warning("changed while it was read: open the map again to see it as it is now");
            return;
        }
        LayerSummary described = summary();
        described.layer = content_.layer;
        described.features = features_ + skipped;
        if (!end.extent.is_empty()) described.extent = end.extent;
        writer_.commit({LayerCache::identity_of(plan_.request, plan_.layer), *stamp,
                        static_cast<std::uint32_t>(plan_.layer),
                        static_cast<std::uint32_t>(plan_.dataset->layers().size()), std::move(described),
                        content_.cells, skipped, problems_});
        if (writer_.trouble())
            add_warning(fmt::format("the layer cache is not kept, the next opening will read again: {}",
                                    writer_.trouble()->message()));
        cache_.trim(file_);
    }

    const ReadingPlan plan_;
    const LayerCache cache_;
    const std::shared_ptr<BlockMemory> memory_;
    const std::function<void()> wake_;
    const std::filesystem::path file_;
    const Clock::time_point begin_{Clock::now()};
    std::atomic<bool> is_cancelled_{false};

    std::mutex runs_mutex_;  // of what the workers share
    CacheWriter writer_;
    CachedContent content_;
    std::map<std::size_t, PackedRun> early_;
    ReadReport report_;
    std::size_t features_{};
    std::optional<Error> error_;
    std::uint64_t revision_{1};
    double next_picture_s_{kFirstPicture_s}, next_progress_s_{0};
    std::vector<Problem> problems_;

    mutable std::mutex mutex_;  // of what others ask for
    State state_;
    std::mutex joining_;
    std::jthread thread_;  // last, so that it ends before what it uses
};

}  // namespace

std::shared_ptr<map::SourceReading> start_reading(ReadingPlan plan, const LayerCache& cache,
                                                  std::shared_ptr<BlockMemory> memory,
                                                  std::function<void()> wake) {
    return std::make_shared<LayerReading>(std::move(plan), cache, std::move(memory), std::move(wake));
}

}  // namespace jinsha::io
