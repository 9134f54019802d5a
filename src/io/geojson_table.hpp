#pragma once

#include "json/cursor.hpp"
#include "map/attribute_column.hpp"
#include "map/feature_source.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jinsha::io {

/// Collects ids and properties of features that come one after the other. Fields are found as they turn up.
class GeoJsonTable {
public:
    void begin_feature() noexcept { next_ = 0; }
    // Step over the value. A second id or property of the same name does not count.
    void read_id(json::Cursor& cursor);
    void read_property(json::Cursor& cursor, std::string_view name);
    void end_feature();

    /// The fields with the types that fit all of their values; the columns are in the same order.
    [[nodiscard]] std::vector<map::Field> fields() const;
    [[nodiscard]] map::AttributeColumn take_ids() { return std::move(ids_); }
    [[nodiscard]] std::vector<map::AttributeColumn> take_columns();

private:
    struct Column {
        std::string name;
        map::AttributeColumn values;
        bool has_integer{}, has_real{}, has_text{}, has_boolean{}, has_composed{};
    };
    [[nodiscard]] static std::string type_of(const Column& column);
    [[nodiscard]] Column& column(std::string_view name);

    std::size_t feature_{};
    std::size_t next_{};  // the column that comes next where features are alike
    map::AttributeColumn ids_;
    std::vector<Column> columns_;
    std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace jinsha::io
