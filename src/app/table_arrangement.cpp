#include "app/table_content.hpp"
#include "style/value_text.hpp"
#include "ui/name_sort_key.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace jinsha::app {

namespace {

using Numbers = std::shared_ptr<const std::vector<std::uint32_t>>;

class ArrangedRows final : public ui::TableRows {
public:
    ArrangedRows(std::shared_ptr<const TableContent> content, Numbers numbers)
        : content_{std::move(content)}, numbers_{std::move(numbers)} {}

    [[nodiscard]] std::size_t size() const override { return numbers_->size(); }
    [[nodiscard]] map::FeatureKey feature(std::size_t row) const override {
        return {content_->of_row.source, (*numbers_)[row]};
    }
    [[nodiscard]] std::vector<ui::TableCell> cells(std::size_t row) const override {
        std::vector<ui::TableCell> cells(content_->columns.size());
        content_->features->visit((*numbers_)[row], [&](const map::SourceFeature& feature) {
            for (std::size_t i = 0; i < cells.size(); ++i)
                cells[i] = {content_->text(feature, i),
                            style::to_text(feature.property(content_->columns[i].field))};
        });
        return cells;
    }

private:
    std::shared_ptr<const TableContent> content_;
    Numbers numbers_;
};

/// What a row is sorted by: numbers before texts, what is missing last.
struct SortKey {
    enum class Kind { Number, Text, Missing };
    Kind kind{Kind::Missing};
    double number{};
    std::string text{};
    std::uint32_t feature{};
};

SortKey key_of(const TableContent& content, const map::SourceFeature& feature, std::size_t column) {
    const style::Value value = feature.property(content.columns[column].field);
    if (const double* number = value.number()) return {SortKey::Kind::Number, *number, {}, feature.index()};
    const std::string text = content.text(feature, column);
    if (text.empty()) return {.feature = feature.index()};
    return {SortKey::Kind::Text, 0, ui::name_sort_key(text), feature.index()};
}

/// Missing ones stay behind, and equal ones in the order of the data, in either direction.
bool comes_before(const SortKey& a, const SortKey& b, bool is_descending) {
    const bool is_a_missing = a.kind == SortKey::Kind::Missing;
    const bool is_b_missing = b.kind == SortKey::Kind::Missing;
    if (is_a_missing || is_b_missing) return !is_a_missing && is_b_missing;
    const auto value = [](const SortKey& key) { return std::tie(key.kind, key.number, key.text); };
    return is_descending ? value(b) < value(a) : value(a) < value(b);
}

Numbers sorted(const TableContent& content, const std::optional<ui::TableOrder>& order,
               const std::atomic<bool>& cancelled) {
    std::vector<SortKey> keys;
    visit_all(*content.features, [&](const map::SourceFeature& feature) {
        if (!content.of_row.shows(feature)) return !cancelled;
        keys.push_back(order ? key_of(content, feature, order->column) : SortKey{.feature = feature.index()});
        return !cancelled;
    });
    std::ranges::sort(keys, {}, &SortKey::feature);
    if (order)
        std::ranges::stable_sort(keys, [&](const SortKey& a, const SortKey& b) {
            return comes_before(a, b, order->is_descending);
        });
    auto numbers = std::make_shared<std::vector<std::uint32_t>>();
    numbers->reserve(keys.size());
    for (const SortKey& key : keys) numbers->push_back(key.feature);
    return numbers;
}

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::vector<std::string> words_of(std::string_view filter) {
    std::vector<std::string> words(1);
    for (const char c : filter) {
        if (c == ' ' && !words.back().empty()) words.emplace_back();
        if (c != ' ') words.back() += small(c);
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool holds(std::string_view text, std::string_view word) {
    return !std::ranges::search(text, word, {}, small).empty();
}

bool is_found(const TableContent& content, const map::SourceFeature& feature,
              const std::vector<std::string>& words) {
    std::vector<bool> is_met(words.size());
    for (std::size_t i = 0; i < content.columns.size(); ++i) {
        const bool is_as_written = content.specs[i].values.empty();
        const auto written =
            is_as_written ? feature.text_property(content.columns[i].field) : std::nullopt;  // without a copy
        const std::string made = written ? std::string{} : content.text(feature, i);
        const std::string_view text = written ? *written : made;
        for (std::size_t w = 0; w < words.size(); ++w)
            if (!is_met[w]) is_met[w] = holds(text, words[w]);
    }
    return std::ranges::find(is_met, false) == is_met.end();
}

Numbers found(const TableContent& content, const Numbers& numbers, const std::string& filter,
              const std::atomic<bool>& cancelled) {
    const auto words = words_of(filter);
    if (words.empty()) return numbers;
    std::vector<bool> is_kept;
    visit_all(*content.features, [&](const map::SourceFeature& feature) {
        if (feature.index() >= is_kept.size()) is_kept.resize(feature.index() + 1);
        is_kept[feature.index()] = is_found(content, feature, words);
        return !cancelled;
    });
    auto kept = std::make_shared<std::vector<std::uint32_t>>();
    for (const std::uint32_t number : *numbers)
        if (number < is_kept.size() && is_kept[number]) kept->push_back(number);
    return kept;
}

}  // namespace

std::shared_ptr<const ArrangedTable> arrange(const TableArrangement& wanted,
                                             const std::atomic<bool>& cancelled) {
    auto arranged = std::make_shared<ArrangedTable>();
    arranged->content = wanted.content;
    arranged->order = wanted.order;
    arranged->filter = wanted.filter;
    const ArrangedTable* const before = wanted.before.get();
    const bool is_sorted_already =
        before && before->content == wanted.content && before->order == wanted.order;
    arranged->sorted = is_sorted_already ? before->sorted : sorted(*wanted.content, wanted.order, cancelled);
    arranged->found = found(*wanted.content, arranged->sorted, wanted.filter, cancelled);
    if (cancelled) return nullptr;
    arranged->rows = std::make_shared<const ArrangedRows>(wanted.content, arranged->found);
    return arranged;
}

}  // namespace jinsha::app
