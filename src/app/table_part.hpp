#pragma once

#include "app/background.hpp"
#include "app/editing_part.hpp"
#include "app/table_content.hpp"
#include "app/window_part.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace jinsha::app {

/// The table of a layer along the bottom of the window: which is open, its order and filter, and how it
/// follows what is selected on the map. Sorting and filtering are done by workers.
class TablePart final : public WindowPart {
public:
    TablePart(WindowContext& context, std::function<void()> wake, const EditingPart& editing);

    void map_closing() override;
    void map_opened() override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    [[nodiscard]] bool has_news() const override { return arranging_.has_result(); }
    void update(double now_s) override;

private:
    void toggle();
    void open(std::uint32_t row);
    void close();
    void sort(std::size_t column);
    void take_changes();
    void arrange_anew();
    void find_cursor();
    void show();

    WindowContext& context_;
    const EditingPart& editing_;
    Background<std::shared_ptr<const ArrangedTable>> arranging_;
    std::optional<std::uint32_t> row_;  // of the layer list; none: no table is open
    std::string reopened_;              // title of the table that was open when the map was read anew
    std::shared_ptr<const TableContent> content_;
    std::optional<ui::TableOrder> order_;
    std::string filter_;
    std::shared_ptr<const ArrangedTable> arranged_;  // the last that came
    std::vector<Met> selected_;                      // for which the cursor was found
    const ArrangedTable* searched_{};                // in which
    std::optional<std::size_t> cursor_;
};

}  // namespace jinsha::app
