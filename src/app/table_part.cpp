#include "app/table_part.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::app {

namespace {

class NoRows final : public ui::TableRows {
public:
    [[nodiscard]] std::size_t size() const override { return 0; }
    [[nodiscard]] map::FeatureKey feature(std::size_t) const override { return {}; }
    [[nodiscard]] std::vector<ui::TableCell> cells(std::size_t) const override { return {}; }
};

}  // namespace

TablePart::TablePart(WindowContext& context, std::function<void()> wake, const EditingPart& editing)
    : context_{context}, editing_{editing}, arranging_{context.pool, std::move(wake)} {
    context_.actions.add({"layer-table",
                          "action.table",
                          "F6",
                          {{sf::Keyboard::F6}},
                          [this] { toggle(); },
                          [this] { return context_.map.has_value(); }});
}

void TablePart::map_closing() {
    reopened_ = row_ ? context_.map->session.row_title(*row_, "zh") : std::string{};
    close();
}

void TablePart::map_opened() {
    const std::string title = std::exchange(reopened_, {});
    const MapSession& session = context_.map->session;
    for (std::uint32_t row = 0; !title.empty() && row < session.row_count(); ++row)
        if (session.row_title(row, "zh") == title) return open(row);
}

bool TablePart::take_from_panel(const ui::Command& command) {
    const auto* ask = std::get_if<ui::AskTable>(&command);
    if (ask == nullptr || !context_.map) return false;
    const auto& what = ask->wish->what;
    if (const auto* wanted = std::get_if<ui::OpenTable>(&what)) {
        row_ == wanted->layer ? close() : open(wanted->layer);
    } else if (std::holds_alternative<ui::CloseTable>(what)) {
        close();
    } else if (const auto* sorted = std::get_if<ui::SortTable>(&what)) {
        sort(sorted->column);
    } else if (const auto* filtered = std::get_if<ui::FilterTable>(&what)) {
        filter_ = filtered->text;
        arrange_anew();
    }
    return true;
}

/// Opens the table of what is selected, else of the topmost layer that has one.
void TablePart::toggle() {
    if (row_) return close();
    const OpenMap& map = *context_.map;
    if (!map.selected.empty()) {
        if (const auto row = map.session.row_of(map.selected.front().feature)) return open(*row);
    }
    for (std::uint32_t row = 0; row < map.session.row_count(); ++row)
        if (map.session.row_content(row)) return open(row);
}

void TablePart::open(std::uint32_t row) {
    close();
    if (!context_.map->session.row_content(row)) return;
    row_ = row;
    take_changes();
}

void TablePart::close() {
    arranging_.cancel();
    row_.reset();
    content_.reset();
    arranged_.reset();
    searched_ = nullptr;
    order_.reset();
    filter_.clear();
    cursor_.reset();
    context_.model.table.reset();
}

void TablePart::sort(std::size_t column) {
    const bool is_other_way = order_ && order_->column == column && !order_->is_descending;
    order_ = ui::TableOrder{column, is_other_way};
    arrange_anew();
}

void TablePart::update(double /*now_s*/) {
    if (!context_.map || !row_) return;
    take_changes();
    if (auto arranged = arranging_.take(); arranged && *arranged) arranged_ = *std::move(arranged);
    find_cursor();
    show();
}

/// Features that were edited or read meanwhile, and another language.
void TablePart::take_changes() {
    const MapSession& session = context_.map->session;
    auto row = session.row_content(*row_);
    if (!row) return close();
    const bool is_same = content_ && content_->features == session.map().sources[row->source].source &&
                         content_->language == context_.language();
    if (is_same) return;
    content_ = table_content(session.map(), *std::move(row), context_.language());
    if (order_ && order_->column >= content_->columns.size()) order_.reset();
    arrange_anew();
}

void TablePart::arrange_anew() {
    arranging_.start([wanted = TableArrangement{content_, order_, filter_, arranged_}](
                         const std::atomic<bool>& cancelled) { return arrange(wanted, cancelled); });
}

void TablePart::find_cursor() {
    const std::vector<Met>& selected = context_.map->selected;
    if (!arranged_ || (searched_ == arranged_.get() && selected == selected_)) return;
    searched_ = arranged_.get();
    selected_ = selected;
    cursor_.reset();
    for (const Met& met : selected) {
        if (met.feature.source != arranged_->content->of_row.source) continue;
        const auto& numbers = *arranged_->found;
        const auto at = std::ranges::find(numbers, met.feature.index);
        if (at != numbers.end()) cursor_ = static_cast<std::size_t>(at - numbers.begin());
    }
}

void TablePart::show() {
    if (!row_) return;
    static const auto none = std::make_shared<const NoRows>();
    ui::TableModel table;
    table.title = context_.map->session.row_title(*row_, context_.language());
    const TableContent& content = arranged_ ? *arranged_->content : *content_;
    table.columns = content.columns;
    table.rows = arranged_ ? arranged_->rows : none;
    table.total = arranged_ ? arranged_->sorted->size() : 0;
    table.filter = arranged_ ? arranged_->filter : filter_;
    table.order = arranged_ ? arranged_->order : order_;
    table.cursor = cursor_;
    if (editing_.read_only(content.of_row.source).empty()) table.fields = content.fields;
    table.is_arranging = !arranged_;
    if (context_.model.table && *context_.model.table == table) return;
    context_.model.table = std::make_shared<const ui::TableModel>(std::move(table));
}

}  // namespace jinsha::app
