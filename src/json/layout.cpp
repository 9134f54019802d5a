#include "json/layout.hpp"

#include <algorithm>
#include <span>

namespace jinsha::json {
namespace {

bool is_container(Kind kind) noexcept {
    return kind == Kind::Array || kind == Kind::Object;
}

std::vector<Value> values_in(const Value& container) {
    std::vector<Value> values = container.elements();
    for (const Member& member : container.members()) values.push_back(member.value);
    return values;
}

/// What stands behind the last line end of `gap`; the place of its beginning,
/// npos when `gap` is of one line.
std::size_t indentation_begin(const std::string& gap) {
    const std::size_t line_end = gap.find_last_of("\r\n");
    return line_end == std::string::npos ? line_end : line_end + 1;
}

bool breaks_lines(const Gaps& gaps) {
    return indentation_begin(gaps.open) != std::string::npos;
}

std::size_t distance(std::size_t a, std::size_t b) noexcept {
    return a > b ? a - b : b - a;
}

bool is_flat(const Tree& tree) {
    const auto is_plain = [](const Tree& t) { return t.array() == nullptr && t.object() == nullptr; };
    if (const Tree::Array* array = tree.array()) return std::ranges::all_of(*array, is_plain);
    return std::ranges::all_of(*tree.object(), is_plain, &TreeMember::value);
}

}  // namespace

Gaps gaps_of(const Value& container) {
    const std::vector<Range> items = item_ranges(container);
    const std::string_view text = container.index().text();
    const auto between = [text](std::size_t begin, std::size_t end) {
        return std::string{text.substr(begin, end - begin)};
    };
    Gaps gaps;
    if (items.empty()) return gaps;
    gaps.open = between(container.range().begin + 1, items.front().begin);
    gaps.close = between(items.back().end, container.range().end - 1);
    if (items.size() > 1) gaps.between = between(items[0].end, items[1].begin);
    if (container.kind() == Kind::Object) {
        const Member first = container.members().front();
        gaps.colon = between(first.key.end, first.value.range().begin);
    }
    return gaps;
}

Layout Layout::of(const Index& index) {
    Layout layout;
    if (index.has_unicode_escapes() && !index.has_raw_non_ascii()) layout.non_ascii_ = NonAscii::Escaped;
    if (const auto root = index.root()) layout.learn(*root, 0);
    layout.learn_unit();
    return layout;
}

void Layout::learn(const Value& value, std::size_t depth) {
    if (!is_container(value.kind())) return;
    constexpr std::size_t kMostItems =
        4;  // from either end; the last ones first, as new ones come behind them
    const std::vector<Value> values = values_in(value);
    const bool is_flat = std::ranges::none_of(values, [](const Value& v) { return is_container(v.kind()); });
    Gaps gaps = gaps_of(value);
    if (!values.empty()) {
        const auto known = std::ranges::find_if(samples_, [&](const Sample& s) {
            return s.kind == value.kind() && s.depth == depth && s.is_flat == is_flat;
        });
        if (known == samples_.end())
            samples_.push_back({value.kind(), depth, is_flat, std::move(gaps)});
        else if (known->gaps.between.empty())
            known->gaps = std::move(gaps);
    }
    for (std::size_t i = values.size(); i-- > 0;)
        if (i < kMostItems || i + kMostItems >= values.size()) learn(values[i], depth + 1);
}

void Layout::learn_unit() {
    const Sample* shallowest = nullptr;
    for (const Sample& sample : samples_)
        if (breaks_lines(sample.gaps) && (shallowest == nullptr || sample.depth < shallowest->depth))
            shallowest = &sample;
    if (shallowest == nullptr) return;
    const std::string& open = shallowest->gaps.open;
    unit_ = open.substr(indentation_begin(open));
    unit_.resize(unit_.size() / (shallowest->depth + 1));
}

const Layout::Sample* Layout::nearest(Kind kind, std::size_t depth, bool is_flat) const {
    const Sample* found = nullptr;
    for (const Sample& sample : samples_) {
        if (sample.kind != kind || sample.is_flat != is_flat) continue;
        if (found == nullptr || distance(sample.depth, depth) < distance(found->depth, depth))
            found = &sample;
    }
    return found;
}

Gaps Layout::gaps(Kind kind, std::size_t depth, bool is_flat) const {
    const Sample* sample = nearest(kind, depth, is_flat);
    Gaps gaps =
        sample == nullptr ? guessed(kind, depth, is_flat) : indented(sample->gaps, sample->depth, depth);
    if (gaps.between.empty()) {
        const bool has_spaces = samples_.empty() || std::ranges::any_of(samples_, [](const Sample& s) {
                                    return s.gaps.colon.ends_with(' ');
                                });
        gaps.between = breaks_lines(gaps) ? "," + gaps.open : has_spaces ? ", " : ",";
    }
    return gaps;
}

Gaps Layout::guessed(Kind kind, std::size_t depth, bool is_flat) const {
    const Sample* object = nearest(Kind::Object, depth, !is_flat);
    if (object == nullptr) object = nearest(Kind::Object, depth, is_flat);
    if (object == nullptr) return {"", "", "", kind == Kind::Object ? ": " : ""};
    if (kind == Kind::Array && is_flat) return {};  // positions stay on one line
    return indented(object->gaps, object->depth, depth);
}

Gaps Layout::indented(Gaps gaps, std::size_t from_depth, std::size_t to_depth) const {
    if (from_depth == to_depth || !breaks_lines(gaps) || unit_.empty()) return gaps;
    const auto shift = [&](std::string& gap) {
        const std::size_t begin = indentation_begin(gap);
        if (begin == std::string::npos) return;
        for (std::size_t depth = from_depth; depth < to_depth; ++depth) gap += unit_;
        for (std::size_t depth = to_depth; depth < from_depth && gap.size() >= begin + unit_.size(); ++depth)
            gap.resize(gap.size() - unit_.size());
    };
    shift(gaps.open);
    shift(gaps.between);
    shift(gaps.close);
    return gaps;
}

std::string Layout::written(const Tree& tree, std::size_t depth) const {
    std::string out;
    append(out, tree, depth);
    return out;
}

void Layout::append(std::string& out, const Tree& tree, std::size_t depth) const {
    if (const auto* truth = std::get_if<bool>(&tree.data)) {
        out += *truth ? "true" : "false";
    } else if (const auto* number = std::get_if<Tree::Number>(&tree.data)) {
        out += number->text;
    } else if (const std::string* string = tree.string()) {
        out += quoted(*string, non_ascii_);
    } else if (const Tree::Array* array = tree.array()) {
        const Gaps gaps = this->gaps(Kind::Array, depth, is_flat(tree));
        out += '[';
        for (std::size_t i = 0; i < array->size(); ++i) {
            out += i == 0 ? gaps.open : gaps.between;
            append(out, (*array)[i], depth + 1);
        }
        out += (array->empty() ? "" : gaps.close) + "]";
    } else if (const Tree::Object* object = tree.object()) {
        const Gaps gaps = this->gaps(Kind::Object, depth, is_flat(tree));
        out += '{';
        for (std::size_t i = 0; i < object->size(); ++i) {
            out += (i == 0 ? gaps.open : gaps.between) + key_text((*object)[i].key) + gaps.colon;
            append(out, (*object)[i].value, depth + 1);
        }
        out += (object->empty() ? "" : gaps.close) + "}";
    } else {
        out += "null";
    }
}

}  // namespace jinsha::json
