#pragma once

#include "map/feature_key.hpp"
#include "ui/data_commands.hpp"
#include "ui/form_model.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace jinsha::ui {

/// A field of the features of a layer, as a column of its table.
struct TableColumn {
    enum class Kind { Text, Number, Theme, Phase };  // numbers are set to the right
    std::string field;                               // its name in the data
    std::string label, unit;                         // for people; the unit may be empty
    Kind kind{Kind::Text};
    float width_em{};  // what most of its values need
    bool operator==(const TableColumn&) const = default;
};

/// A value as it is shown.
struct TableCell {
    std::string text;   // "" where there is no value
    std::string value;  // as it stands in the data
};

/// The rows of a table in their order. Immutable; read by the main thread.
class TableRows {
public:
    virtual ~TableRows() = default;
    [[nodiscard]] virtual std::size_t size() const = 0;
    [[nodiscard]] virtual map::FeatureKey feature(std::size_t row) const = 0;
    /// A cell for each column.
    [[nodiscard]] virtual std::vector<TableCell> cells(std::size_t row) const = 0;
};

struct TableOrder {
    std::size_t column{};
    bool is_descending{};
    bool operator==(const TableOrder&) const = default;
};

/// The table of a layer. Replaced when it changes, never mutated.
struct TableModel {
    std::string title;
    std::vector<TableColumn> columns;
    std::shared_ptr<const TableRows> rows;  // never null
    std::size_t total{};                    // features of the layer; the rows are those that the filter finds
    std::string filter;                     // as it was typed
    std::optional<TableOrder> order;        // none: the order of the data
    std::optional<std::size_t> cursor;      // the row of the selected feature
    std::shared_ptr<const std::vector<FormField>> fields;  // of the columns; null: nothing can be changed
    bool is_arranging{};                                   // other rows are on their way
    bool operator==(const TableModel&) const = default;
};

// What the table asks for.
struct OpenTable {
    std::uint32_t layer{};  // LayerRow::id
};
struct CloseTable {};
/// The other way round when the table is in that order already.
struct SortTable {
    std::size_t column{};
};
struct FilterTable {
    std::string text;
};

struct TableWish {
    std::variant<OpenTable, CloseTable, SortTable, FilterTable> what;
};
[[nodiscard]] inline AskTable ask_table(decltype(TableWish::what) what) {
    return {std::make_shared<const TableWish>(TableWish{std::move(what)})};
}

}  // namespace jinsha::ui
