#include "io/cache/cached_feature_source.hpp"

#include "io/cache/detail_levels.hpp"
#include "io/cache/packed_geometry.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::io {

/// A visit of one run: what was read for it stays as long as it lasts.
class CachedFeatureSource::RunVisit {
public:
    RunVisit(const CachedFeatureSource& source, std::size_t run)
        : source_{source},
          run_{*source.content_.runs[run]},
          first_{run == 0 ? 0 : source.ends_[run - 1]},
          heads_(run_.run().blocks.size()),
          columns_(run_.run().columns.size()) {}

    struct Member {
        std::uint16_t place_in_run{}, block{};
        std::uint32_t number{};  // in the block
    };

    /// Those whose envelope meets `box`, in the order of the source.
    [[nodiscard]] std::vector<Member> meeting(const geo::Envelope& box) {
        std::vector<Member> found;
        const auto& blocks = run_.run().blocks;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (!blocks[i].envelope.intersects(box)) continue;
            const BlockHead* const members = head(i);
            if (members == nullptr) continue;
            for (const std::uint32_t m : members->meeting(box, blocks[i].envelope))
                found.push_back({members->place_in_run(m), static_cast<std::uint16_t>(i), m});
        }
        std::ranges::sort(found, {}, &Member::place_in_run);
        return found;
    }
    [[nodiscard]] std::optional<Member> at(std::size_t place_in_run) {
        for (std::size_t i = 0; i < heads_.size(); ++i) {
            const BlockHead* const members = head(i);
            for (std::uint32_t m = 0; members != nullptr && m < members->size(); ++m)
                if (members->place_in_run(m) == place_in_run)
                    return Member{static_cast<std::uint16_t>(place_in_run), static_cast<std::uint16_t>(i), m};
        }
        return std::nullopt;
    }

    [[nodiscard]] const BlockHead* head(std::size_t block) {
        if (!heads_[block]) heads_[block] = run_.head(block, *source_.memory_);
        return heads_[block].get();
    }
    /// Null when the block cannot be read.
    [[nodiscard]] std::shared_ptr<const LevelChunk> level(std::size_t block, std::size_t level) {
        const BlockHead* const members = head(block);
        return members == nullptr ? nullptr : run_.level(block, level, members->size(), *source_.memory_);
    }
    /// Null when there is no such field, or it cannot be read.
    [[nodiscard]] const map::AttributeColumn* column(std::string_view name) {
        const auto& fields = source_.content_.layer.fields;
        const auto field = std::ranges::find(fields, name, &map::Field::name);
        return field == fields.end() ? nullptr : column(static_cast<std::size_t>(field - fields.begin()));
    }
    [[nodiscard]] const map::AttributeColumn* column(std::size_t field) {
        if (field >= columns_.size()) return nullptr;  // it turned up after this run
        if (!columns_[field]) columns_[field] = run_.column(field, *source_.memory_);
        return columns_[field].get();
    }
    [[nodiscard]] const map::AttributeColumn* ids() {
        if (!ids_) ids_ = run_.ids(*source_.memory_);
        return ids_.get();
    }
    [[nodiscard]] std::uint32_t first() const noexcept { return first_; }
    [[nodiscard]] const std::vector<map::Field>& fields() const noexcept {
        return source_.content_.layer.fields;
    }

private:
    const CachedFeatureSource& source_;
    const StoredRun& run_;
    std::uint32_t first_;
    std::vector<std::shared_ptr<const BlockHead>> heads_;
    std::vector<std::shared_ptr<const map::AttributeColumn>> columns_;
    std::shared_ptr<const map::AttributeColumn> ids_;
};

/// A feature met by a visit. Its geometry is unpacked when it is asked for: what a filter leaves out costs
/// nothing.
class CachedFeatureSource::Row final : public map::SourceFeature {
public:
    struct Packed {
        std::string_view bytes;
        double step{};
        geo::GeometryType type{};
    };
    Row(RunVisit& visit, geo::Geometry& room, std::uint16_t place_in_run, Packed packed)
        : visit_{visit}, room_{room}, place_{place_in_run}, packed_{packed} {}

    [[nodiscard]] std::uint32_t index() const override { return visit_.first() + place_; }
    [[nodiscard]] geo::GeometryType geometry_type() const override { return packed_.type; }
    [[nodiscard]] geo::GeometryView geometry() const override {
        if (!is_unpacked_) {
            is_unpacked_ = true;
            const bool is_none = packed_.bytes.empty();
            if (is_none || !unpack_geometry(packed_.bytes, packed_.type, packed_.step, room_)) room_ = {};
        }
        return room_.view();
    }
    [[nodiscard]] style::Value id() const override {
        const map::AttributeColumn* const ids = visit_.ids();
        return ids != nullptr ? ids->at(place_) : style::Value{};
    }
    [[nodiscard]] style::Value property(std::string_view name) const override {
        const map::AttributeColumn* const column = visit_.column(name);
        return column != nullptr ? column->at(place_) : style::Value{};
    }
    [[nodiscard]] std::optional<std::string_view> text_property(std::string_view name) const override {
        const map::AttributeColumn* const column = visit_.column(name);
        return column != nullptr ? column->text_at(place_) : std::nullopt;
    }
    [[nodiscard]] bool has_property(std::string_view name) const override {
        const map::AttributeColumn* const column = visit_.column(name);
        return column != nullptr && column->has(place_);
    }
    [[nodiscard]] style::Object properties() const override {
        style::Object all;
        for (std::size_t i = 0; i < visit_.fields().size(); ++i) {
            const map::AttributeColumn* const column = visit_.column(i);
            if (column != nullptr && column->has(place_))
                all.emplace(visit_.fields()[i].name, column->at(place_));
        }
        return all;
    }

private:
    RunVisit& visit_;
    geo::Geometry& room_;  // keeps its memory from one feature to the next
    std::uint16_t place_;
    Packed packed_;
    mutable bool is_unpacked_{false};
};

CachedFeatureSource::CachedFeatureSource(CachedContent content, std::shared_ptr<BlockMemory> memory,
                                         std::uint64_t revision)
    : content_{std::move(content)}, memory_{std::move(memory)}, revision_{revision} {
    std::uint32_t end = 0;
    for (const auto& run : content_.runs) {
        ends_.push_back(end += run->run().features);
        extent_.extend(run->extent());
    }
}

void CachedFeatureSource::visit(const geo::Envelope& box, double tolerance_map_units,
                                const std::function<bool(const map::SourceFeature&)>& visit) const {
    const std::size_t level = level_for(tolerance_map_units, content_.cells);
    const double step = coordinate_step(level == 0 ? 0 : content_.cells[level - 1]);
    geo::Geometry room;
    for (std::size_t i = 0; i < content_.runs.size(); ++i) {
        if (!content_.runs[i]->extent().intersects(box)) continue;
        RunVisit run{*this, i};
        std::vector<std::shared_ptr<const LevelChunk>> chunks(content_.runs[i]->run().blocks.size());
        for (const RunVisit::Member& member : run.meeting(box)) {
            auto& chunk = chunks[member.block];
            if (!chunk) chunk = run.level(member.block, level);
            if (!chunk) continue;
            const auto bytes = chunk->geometry(member.number);
            if (bytes.empty()) continue;  // too small to be seen at this level
            const auto type = run.head(member.block)->type(member.number);
            if (!visit(Row{run, room, member.place_in_run, {bytes, step, type}})) return;
        }
    }
}

bool CachedFeatureSource::visit(std::uint32_t index,
                                const std::function<void(const map::SourceFeature&)>& visit) const {
    if (index >= size()) return false;
    const auto run = static_cast<std::size_t>(std::ranges::upper_bound(ends_, index) - ends_.begin());
    RunVisit of_run{*this, run};
    const auto member = of_run.at(index - of_run.first());
    const auto chunk = member ? of_run.level(member->block, 0) : nullptr;
    if (!chunk) return false;
    geo::Geometry room;
    const auto type = of_run.head(member->block)->type(member->number);
    visit(
        Row{of_run, room, member->place_in_run, {chunk->geometry(member->number), coordinate_step(0), type}});
    return true;
}

std::optional<Error> CachedFeatureSource::fault() const {
    // All runs lie in one file, but for those that found no room there.
    if (content_.runs.empty()) return std::nullopt;
    auto fault = content_.runs.front()->bytes().fault();
    return fault ? fault : content_.runs.back()->bytes().fault();
}

}  // namespace jinsha::io
