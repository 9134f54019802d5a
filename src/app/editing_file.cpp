#include "app/editing_file.hpp"

#include "io/file_text.hpp"
#include "io/recovery.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <system_error>
#include <utility>

namespace jinsha::app {

namespace fs = std::filesystem;

namespace {

/// The features were made of the positions in this file, by this CRS: else an edit would put them elsewhere.
Result<void> compare_place(const io::EditedFile& file, const map::FeatureSource& features,
                           const fs::path& path) {
    constexpr double kTolerance = 0.01;  // map units: more than a cache rounds away
    const auto position = file.text().first_position();
    if (!position || features.size() == 0) return {};
    const geo::MapPoint expected = file.grid().to_map(*position);
    bool is_there = false;
    const geo::Envelope box = geo::Envelope{expected.x, expected.y, expected.x, expected.y}.grown(kTolerance);
    features.visit(box, 0, [&](const map::SourceFeature& feature) {
        const auto is_it = [&](geo::MapPoint p) {
            return std::hypot(p.x - expected.x, p.y - expected.y) <= kTolerance;
        };
        is_there = std::ranges::any_of(feature.geometry().points, is_it);
        return !is_there;
    });
    if (is_there || features.size() < file.text().features().size()) return {};  // it may be one left out
    return fail("{}: its first position is not where it was read", path.string());
}

}  // namespace

Result<EditingFile> EditingFile::open(Setup setup) {
    const auto file_crs = geo::Crs::from(setup.file_crs);
    if (!file_crs) return tl::make_unexpected(file_crs.error());
    const auto map_crs = geo::Crs::from(setup.layer.map_crs);
    if (!map_crs) return tl::make_unexpected(map_crs.error());
    auto grid = io::CoordinateGrid::between(*file_crs, *map_crs);
    auto own_grid = io::CoordinateGrid::between(*file_crs, *map_crs);
    if (!grid || !own_grid) return tl::make_unexpected(grid ? own_grid.error() : grid.error());
    auto file = io::EditedFile::open(setup.path, setup.layer, *std::move(grid));
    if (!file) return tl::make_unexpected(file.error());
    if (auto same = compare_place(*file, *setup.layer.source, setup.path); !same)
        return tl::make_unexpected(same.error());
    return EditingFile{std::move(setup), *std::move(file), *std::move(own_grid)};
}

/// One journal a file, whatever link leads to it.
fs::path EditingFile::journal_path() const {
    std::error_code ignored;
    const fs::path target = fs::weakly_canonical(setup_.path, ignored);
    return setup_.journals /
           fmt::format("{}-{}.journal", target.filename().string(), io::fingerprint(target.string()));
}

Result<void> EditingFile::open_journal() {
    if (journal_) return {};
    auto journal = io::Journal::open(journal_path());
    if (!journal) return tl::make_unexpected(journal.error());
    journal_ = *std::move(journal);
    return {};
}

Result<EditingFile::Left> EditingFile::look_for_journal() {
    std::error_code error;
    if (fs::file_size(journal_path(), error) == 0 || error) return Left{};
    if (auto opened = open_journal(); !opened) return tl::make_unexpected(opened.error());
    auto edits = io::recover(journal_->found(), begin_, *setup_.layer.source, setup_.place);
    Left left;
    if (edits) {
        left.edits = *std::move(edits);
    } else {
        left.why = edits.error().message();
        left.put_aside = journal_path().replace_extension(fmt::format(
            "{}.kept", std::chrono::system_clock::now().time_since_epoch() / std::chrono::seconds{1}));
        fs::copy_file(journal_path(), left.put_aside, error);
        if (error) return fail("{}: cannot be written: {}", left.put_aside.string(), error.message());
    }
    if (left.edits.empty()) {
        give_up();
    } else {
        auto lock = io::EditingLock::take(setup_.path);
        if (!lock) return tl::make_unexpected(lock.error());
        lock_ = *std::move(lock);
    }
    return left;
}

void EditingFile::take_up() {
    journal_->append(io::JournalResume{begin_});
}

/// An empty journal says nothing, and is not looked at again. It is emptied while it is locked still.
void EditingFile::give_up() {
    if (!journal_) return;
    std::error_code ignored;
    fs::resize_file(journal_path(), 0, ignored);
    journal_.reset();
    lock_.reset();
}

Result<void> EditingFile::lock() {
    if (lock_) return {};
    if (auto opened = open_journal(); !opened) return tl::make_unexpected(opened.error());
    auto lock = io::EditingLock::take(setup_.path);
    if (!lock) {
        journal_.reset();
        return tl::make_unexpected(lock.error());
    }
    lock_ = *std::move(lock);
    journal_->restart(begin_);
    return {};
}

Result<void> EditingFile::record(const io::JournalStep& step) {
    return journal_->wait(journal_->append(step));
}

Result<io::EditedFile::Saved> EditingFile::save(const std::shared_ptr<const map::EditedFeatureSource>& now,
                                                const io::EditedFile::Choices& choices) {
    return file_.save(now, journal_.get(), choices);
}

}  // namespace jinsha::app
