#include "screen/symbol_workshop.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace jinsha::screen {

namespace {

constexpr int kMarginPx = 512;    // asked for around the window
constexpr int kReservePx = 192;   // when less than this is left of the margin, more is asked for
constexpr double kPriority = -1;  // before tiles: one task, and labels are what people read
constexpr std::size_t kMostPictures = 20'000;

scene::GridRect grown(const scene::GridRect& rect, int margin_px) {
    return {rect.left - margin_px, rect.top - margin_px, rect.width + 2 * margin_px,
            rect.height + 2 * margin_px};
}

bool contains(const scene::GridRect& outer, const scene::GridRect& inner) {
    return outer.left <= inner.left && outer.top <= inner.top &&
           inner.left + inner.width <= outer.left + outer.width &&
           inner.top + inner.height <= outer.top + outer.height;
}

}  // namespace

/// The placer of one snapshot and scale, and the label pictures drawn for it.
struct SymbolWorkshop::Bench {
    Bench(std::shared_ptr<const scene::MapSnapshot> a_snapshot, double a_scale,
          std::shared_ptr<const text::FontSet> a_fonts, std::shared_ptr<const symbol::IconStore> an_icons)
        : snapshot{std::move(a_snapshot)},
          units_per_pixel{a_scale},
          fonts{std::move(a_fonts)},
          icons{std::move(an_icons)} {}

    /// A label at one of the 16 places of its origin within a pixel that are told apart.
    struct LabelKey {
        const text::Label* label{};
        int fraction{};
        bool operator==(const LabelKey&) const = default;
    };
    struct LabelKeyHash {
        std::size_t operator()(const LabelKey& key) const noexcept {
            return std::hash<const void*>{}(key.label) * 16 + static_cast<std::size_t>(key.fraction);
        }
    };
    struct Kept {
        std::shared_ptr<const text::Label> label;  // so that its address stays taken
        std::shared_ptr<const image::Image> picture;
        std::int64_t left_px{}, top_px{};  // from the whole pixel the origin lies in
    };

    const std::shared_ptr<const scene::MapSnapshot> snapshot;
    const double units_per_pixel;
    const std::shared_ptr<const text::FontSet> fonts;
    const std::shared_ptr<const symbol::IconStore> icons;
    std::mutex mutex;  // guards what follows: a placer serves one thread at a time
    std::unique_ptr<scene::SymbolPlacer> placer;
    std::unordered_map<LabelKey, Kept, LabelKeyHash> labels;

    std::shared_ptr<const SymbolSet> work(const scene::GridRect& rect, const std::atomic<bool>& cancelled);
    std::vector<scene::SymbolPicture> draw(const scene::PlacedSymbol& symbol,
                                           std::vector<std::string>& faults);
    scene::SymbolPicture draw(const scene::PlacedText& text);
};

scene::SymbolPicture SymbolWorkshop::Bench::draw(const scene::PlacedText& text) {
    const double x = std::floor(text.origin.x);
    const double y = std::floor(text.origin.y);
    const int fraction =
        static_cast<int>((text.origin.x - x) * 4) * 4 + static_cast<int>((text.origin.y - y) * 4);
    const auto column = static_cast<std::int64_t>(x);
    const auto row = static_cast<std::int64_t>(y);
    const LabelKey key{text.label.get(), fraction};
    if (const auto found = labels.find(key); found != labels.end()) {
        const Kept& kept = found->second;
        return {kept.picture, column + kept.left_px, row + kept.top_px, text.opacity};
    }
    if (labels.size() >= kMostPictures) labels.clear();
    auto picture = scene::label_picture(text, *fonts);
    labels.emplace(key, Kept{text.label, picture.picture, picture.left_px - column, picture.top_px - row});
    return picture;
}

std::vector<scene::SymbolPicture> SymbolWorkshop::Bench::draw(const scene::PlacedSymbol& symbol,
                                                              std::vector<std::string>& faults) {
    std::vector<scene::SymbolPicture> pictures;
    for (const scene::PlacedIcon& icon : symbol.icons) {
        if (auto picture = scene::icon_picture(icon, *icons, snapshot->pixel_ratio)) {
            pictures.push_back(std::move(*picture));
        } else if (std::ranges::find(faults, picture.error().message()) == faults.end()) {
            faults.push_back(picture.error().message());
        }
    }
    for (const scene::PlacedText& text : symbol.texts) pictures.push_back(draw(text));
    return pictures;
}

std::shared_ptr<const SymbolSet> SymbolWorkshop::Bench::work(const scene::GridRect& rect,
                                                             const std::atomic<bool>& cancelled) {
    const std::scoped_lock lock{mutex};
    if (cancelled) return nullptr;
    if (!placer) placer = std::make_unique<scene::SymbolPlacer>(snapshot, units_per_pixel, fonts, icons);
    auto set = std::make_shared<SymbolSet>();
    set->revision = snapshot->revision;
    set->units_per_pixel = units_per_pixel;
    set->rect = rect;
    set->symbols = placer->place(rect, cancelled);
    if (cancelled) return nullptr;
    set->clusters = placer->clusters();
    set->pictures.reserve(set->symbols.size());
    for (const scene::PlacedSymbol& symbol : set->symbols) {
        if (cancelled) return nullptr;
        set->pictures.push_back(draw(symbol, set->faults));
    }
    const auto& left_out = placer->faults();
    set->faults.insert(set->faults.end(), left_out.begin(), left_out.end());
    return set;
}

/// Where workers put what they finished.
struct SymbolWorkshop::Shelf {
    std::mutex mutex;
    std::shared_ptr<const SymbolSet> finished;
    std::function<void()> on_finished;
};

SymbolWorkshop::SymbolWorkshop(work::WorkerPool& pool, std::shared_ptr<const text::FontSet> fonts,
                               std::shared_ptr<const symbol::IconStore> icons,
                               std::function<void()> on_finished)
    : pool_{pool}, fonts_{std::move(fonts)}, icons_{std::move(icons)}, shelf_{std::make_shared<Shelf>()} {
    shelf_->on_finished = std::move(on_finished);
}

SymbolWorkshop::~SymbolWorkshop() {
    order_.task.cancel();
}

void SymbolWorkshop::want(const std::shared_ptr<const scene::MapSnapshot>& snapshot, double units_per_pixel,
                          const scene::GridRect& window) {
    if (!bench_ || bench_->snapshot != snapshot || bench_->units_per_pixel != units_per_pixel) {
        bench_ = std::make_shared<Bench>(snapshot, units_per_pixel, fonts_, icons_);
    }
    if (order_.bench == bench_) {
        if (contains(order_.rect, grown(window, kReservePx))) return;
        // What is under way is most of what is wanted; the rest is asked for when it is done.
        if (!order_.task.is_finished() && contains(order_.rect, window)) return;
    }
    order_.task.cancel();
    order_ = {bench_, grown(window, kMarginPx), {}};
    order_.task = pool_.submit(
        kPriority,
        [bench = bench_, rect = order_.rect, shelf = shelf_](const std::atomic<bool>& cancelled) {
            auto set = bench->work(rect, cancelled);
            if (!set || cancelled) return;
            const std::scoped_lock lock{shelf->mutex};
            shelf->finished = std::move(set);
        },
        [shelf = shelf_] { shelf->on_finished(); });
}

std::shared_ptr<const SymbolSet> SymbolWorkshop::take() {
    const std::scoped_lock lock{shelf_->mutex};
    return std::exchange(shelf_->finished, nullptr);
}

bool SymbolWorkshop::is_idle() const {
    const std::scoped_lock lock{shelf_->mutex};
    return order_.task.is_finished() && !shelf_->finished;
}

}  // namespace jinsha::screen
