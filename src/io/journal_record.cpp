#include "io/journal_record.hpp"

#include "io/geojson_tree.hpp"
#include "io/json_value.hpp"
#include "json/index.hpp"
#include "json/layout.hpp"
#include "json/number_text.hpp"
#include "json/tree.hpp"
#include "json/value.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

namespace jinsha::io {
namespace {

using json::Tree;

// Writing.

Tree tree_of(std::uint64_t number) {
    return {Tree::Number{std::to_string(number)}};
}

Tree tree_of(const JournalBegin& begin) {
    Tree::Array runs;
    for (const FeatureRun& run : begin.runs)
        runs.push_back({Tree::Array{tree_of(run.element), tree_of(run.feature), tree_of(run.count)}});
    return {Tree::Object{{"file", {begin.file}},
                         {"fingerprint", {begin.fingerprint}},
                         {"crs", {begin.crs}},
                         {"runs", {std::move(runs)}}}};
}

Tree tree_of(const geo::Geometry& geometry) {
    Tree::Array parts;
    for (std::size_t i = 0; i < geometry.view().part_count(); ++i) {
        Tree::Array numbers;
        for (const geo::MapPoint& p : geometry.view().part(i)) {
            numbers.push_back({Tree::Number{json::number_text(p.x)}});
            numbers.push_back({Tree::Number{json::number_text(p.y)}});
        }
        parts.push_back({std::move(numbers)});
    }
    return {Tree::Object{{"type", tree_of(static_cast<std::uint64_t>(geometry.type))},
                         {"parts", {std::move(parts)}}}};
}

Tree tree_of(const JournalStep::Change& change) {
    Tree::Object members{{"feature", tree_of(change.feature)}};
    if (change.is_deleted) members.push_back({"deleted", {true}});
    if (change.is_added) members.push_back({"added", {true}});
    if (change.geometry) members.push_back({"geometry", tree_of(*change.geometry)});
    if (change.id) members.push_back({"id", io::tree_of(*change.id)});
    Tree::Object set;
    for (const map::Attribute& attribute : change.set)
        set.push_back({attribute.name, io::tree_of(attribute.value)});
    if (!set.empty()) members.push_back({"set", {std::move(set)}});
    Tree::Array unset;
    for (const std::string& name : change.unset) unset.push_back({name});
    if (!unset.empty()) members.push_back({"unset", {std::move(unset)}});
    return {std::move(members)};
}

Tree tree_of(const JournalRecord& record) {
    if (const auto* begin = std::get_if<JournalBegin>(&record))
        return {Tree::Object{{"begin", tree_of(*begin)}}};
    if (const auto* save = std::get_if<JournalSave>(&record))
        return {Tree::Object{{"save", tree_of(save->after)}}};
    if (const auto* resume = std::get_if<JournalResume>(&record))
        return {Tree::Object{{"resume", tree_of(resume->begin)}}};
    const auto& step = std::get<JournalStep>(record);
    Tree::Array changes;
    for (const JournalStep::Change& change : step.changes) changes.push_back(tree_of(change));
    return {
        Tree::Object{{"step", {step.name}}, {"subject", {step.subject}}, {"changes", {std::move(changes)}}}};
}

// Reading. A line that passes its checksum is one of ours.

std::uint32_t number_in(const json::Value& object, std::string_view key) {
    const auto number = object.find(key);
    return number ? static_cast<std::uint32_t>(number->number()) : 0;
}

std::string string_in(const json::Value& object, std::string_view key) {
    const auto string = object.find(key);
    return string ? string->string() : "";
}

std::vector<json::Value> elements_in(const json::Value& object, std::string_view key) {
    const auto array = object.find(key);
    return array ? array->elements() : std::vector<json::Value>{};
}

style::Value attribute_in(const json::Value& value) {
    json::Cursor cursor{value.text()};
    return read_value(cursor);
}

JournalBegin begin_in(const json::Value& object) {
    JournalBegin begin{
        string_in(object, "file"), string_in(object, "fingerprint"), string_in(object, "crs"), {}};
    for (const json::Value& run : elements_in(object, "runs")) {
        const std::vector<json::Value> n = run.elements();
        if (n.size() != 3) continue;
        const auto number = [&](std::size_t i) { return static_cast<std::uint32_t>(n[i].number()); };
        begin.runs.push_back({number(0), number(1), number(2)});
    }
    return begin;
}

std::shared_ptr<const geo::Geometry> geometry_in(const json::Value& object) {
    geo::Geometry geometry{static_cast<geo::GeometryType>(number_in(object, "type")), {}, {}};
    for (const json::Value& part : elements_in(object, "parts")) {
        const std::vector<json::Value> numbers = part.elements();
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
            geometry.points.push_back({numbers[i].number(), numbers[i + 1].number()});
        geometry.end_part();
    }
    return std::make_shared<const geo::Geometry>(std::move(geometry));
}

JournalStep::Change change_in(const json::Value& object) {
    JournalStep::Change change;
    change.feature = number_in(object, "feature");
    change.is_deleted = object.find("deleted").has_value();
    change.is_added = object.find("added").has_value();
    if (const auto geometry = object.find("geometry")) change.geometry = geometry_in(*geometry);
    if (const auto id = object.find("id")) change.id = attribute_in(*id);
    if (const auto set = object.find("set"))
        for (const json::Member& member : set->members())
            change.set.push_back({member.name(), attribute_in(member.value)});
    for (const json::Value& name : elements_in(object, "unset")) change.unset.push_back(name.string());
    return change;
}

std::optional<JournalRecord> record_in(std::string_view text) {
    const json::Index index{text};
    const auto root = index.root();
    if (!root) return std::nullopt;
    if (const auto begin = root->find("begin")) return begin_in(*begin);
    if (const auto save = root->find("save")) return JournalSave{begin_in(*save)};
    if (const auto resume = root->find("resume")) return JournalResume{begin_in(*resume)};
    JournalStep step{string_in(*root, "step"), string_in(*root, "subject"), {}};
    for (const json::Value& change : elements_in(*root, "changes")) step.changes.push_back(change_in(change));
    return step;
}

/// CRC-32 as in ISO 3309.
std::uint32_t checksum(std::string_view bytes) noexcept {
    static constexpr std::array<std::uint32_t, 256> kTable = [] {
        std::array<std::uint32_t, 256> table{};
        for (std::uint32_t i = 0; i < table.size(); ++i) {
            table[i] = i;
            for (int bit = 0; bit < 8; ++bit)
                table[i] = (table[i] >> 1U) ^ (table[i] & 1U ? 0xEDB88320U : 0U);
        }
        return table;
    }();
    std::uint32_t sum = ~0U;
    for (const char c : bytes) sum = (sum >> 8U) ^ kTable[(sum ^ static_cast<unsigned char>(c)) & 0xFFU];
    return ~sum;
}

constexpr std::size_t kChecksumDigits = 8;

/// The JSON of a line when its checksum is right.
std::optional<std::string_view> sound_json(std::string_view line) {
    if (line.size() <= kChecksumDigits || line[kChecksumDigits] != ' ') return std::nullopt;
    std::uint32_t written = 0;
    const char* const end = line.data() + kChecksumDigits;
    const auto [last, error] = std::from_chars(line.data(), end, written, 16);
    const std::string_view text = line.substr(kChecksumDigits + 1);
    if (error != std::errc{} || last != end || written != checksum(text)) return std::nullopt;
    return text;
}

}  // namespace

JournalStep step_of(std::string name, std::string subject, const std::vector<map::FeatureChange>& changes) {
    JournalStep step{std::move(name), std::move(subject), {}};
    for (const map::FeatureChange& change : changes) {
        JournalStep::Change& entry = step.changes.emplace_back();
        entry.feature = change.key.index;
        entry.is_deleted = !change.after;
        entry.is_added = !change.before;
        if (entry.is_deleted) continue;
        const map::FeatureState& after = *change.after;
        const map::FeatureState before = change.before ? *change.before : map::FeatureState{};
        if (after.geometry != before.geometry) entry.geometry = after.geometry;
        if (after.id != before.id) entry.id = after.id;
        for (const map::Attribute& attribute : after.attributes) {
            const style::Value* old = before.find(attribute.name);
            if (!old || *old != attribute.value) entry.set.push_back(attribute);
        }
        for (const map::Attribute& attribute : before.attributes)
            if (!after.find(attribute.name)) entry.unset.push_back(attribute.name);
    }
    return step;
}

std::optional<map::FeatureStatePtr> applied(const JournalStep::Change& change,
                                            const map::FeatureStatePtr& before) {
    if (change.is_deleted) return map::FeatureStatePtr{};
    if (!before && !change.is_added) return std::nullopt;
    map::FeatureState state;
    if (before && !change.is_added) state = *before;
    if (change.geometry) state.geometry = change.geometry;
    if (!state.geometry) state.geometry = std::make_shared<const geo::Geometry>();
    if (change.id) state.id = *change.id;
    std::erase_if(state.attributes, [&](const map::Attribute& a) {
        return std::ranges::find(change.unset, a.name) != change.unset.end();
    });
    return map::with_attributes(state, change.set);
}

std::string line_of(const JournalRecord& record) {
    const std::string text = json::Layout{}.written(tree_of(record), 0);
    return fmt::format("{:08x} {}\n", checksum(text), text);
}

JournalContent read_journal(std::string_view journal) {
    JournalContent content;
    while (true) {
        const std::size_t end = journal.find('\n', content.length);
        if (end == std::string_view::npos) return content;
        const auto text = sound_json(journal.substr(content.length, end - content.length));
        auto record = text ? record_in(*text) : std::nullopt;
        if (!record) return content;
        content.records.push_back(*std::move(record));
        content.length = end + 1;
    }
}

std::string fingerprint(std::string_view text) {
    // FNV-1a (Fowler, Noll, Vo) over eight bytes at a time, with the high bits brought down.
    std::uint64_t hash = 0xCBF29CE484222325U ^ text.size();
    const auto mix = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * 0x100000001B3U;
        hash ^= hash >> 32U;
    };
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        mix(word);
    }
    for (; at < text.size(); ++at) mix(static_cast<unsigned char>(text[at]));
    return fmt::format("{}-{:016x}", text.size(), hash);
}

}  // namespace jinsha::io
