#pragma once

#include "app/layer_rows.hpp"
#include "map/feature_source.hpp"
#include "map/loaded_map.hpp"
#include "map/visit_all.hpp"
#include "ui/table_model.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::app {

/// What a table shows, whatever its order: a source, which of its features, and what its fields are called.
/// Never changed once made; any thread.
struct TableContent {
    RowContent of_row;
    std::shared_ptr<const map::FeatureSource> features;
    std::vector<ui::TableColumn> columns;
    std::vector<map::FieldSpec> specs;  // of the columns; only its name where the document says nothing
    std::shared_ptr<const std::vector<ui::FormField>> fields;  // how the columns are filled in
    std::string language;                                      // "zh" or "en"

    /// A value as it is shown: what the document calls it, else as it is.
    [[nodiscard]] std::string text(const map::SourceFeature& feature, std::size_t column) const;
};

/// The fields that the document describes come in its order, those of the name first, then the others.
[[nodiscard]] std::shared_ptr<const TableContent> table_content(const map::LoadedMap& map, RowContent row,
                                                                std::string_view language);

/// The rows of a table in an order, and how they came about.
struct ArrangedTable {
    std::shared_ptr<const TableContent> content;
    std::optional<ui::TableOrder> order;
    std::shared_ptr<const std::vector<std::uint32_t>> sorted;  // all features of the row, by their numbers
    std::string filter;
    std::shared_ptr<const std::vector<std::uint32_t>> found;  // those of them that the filter finds
    std::shared_ptr<const ui::TableRows> rows;                // the same for the panel
};

struct TableArrangement {
    std::shared_ptr<const TableContent> content;
    std::optional<ui::TableOrder> order;  // none: as in the data
    std::string filter;                   // words, each of which one of the values must hold; "": all
    std::shared_ptr<const ArrangedTable> before{};  // what is the same is taken from there; may be null
};
/// Sorts and filters: numbers by value, Chinese by pinyin, what is missing at the end either way. Null when
/// cancelled. Any thread.
[[nodiscard]] std::shared_ptr<const ArrangedTable> arrange(const TableArrangement& arrangement,
                                                           const std::atomic<bool>& cancelled);

}  // namespace jinsha::app
