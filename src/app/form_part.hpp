#pragma once

#include "app/editing_part.hpp"
#include "app/window_part.hpp"
#include "ui/form_model.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace jinsha::app {

/// The form of the selected feature, in the place of its card, and the cells of the table: each field that is
/// filled in is one step of editing.
class FormPart final : public WindowPart {
public:
    FormPart(WindowContext& context, EditingPart& editing);

    void map_closing() override { close(); }
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    void update(double now_s) override;

private:
    void open();
    void close();
    void set_field(const ui::SetField& wish);
    void add_field(const std::string& name);
    /// Of the feature as it is now; with the fields that were added to its form. Empty when it is gone.
    [[nodiscard]] std::vector<ui::FormField> fields_of(map::FeatureKey feature) const;

    WindowContext& context_;
    EditingPart& editing_;
    bool is_open_{};
    std::map<std::uint32_t, std::set<std::string>> added_;  // fields by source, until one is filled in
    std::set<std::string> told_otherwise_;                  // automatic fields that were set by hand
    std::optional<map::FeatureKey> told_of_;                // of which feature
    std::string last_source_;                               // that was written by hand
};

}  // namespace jinsha::app
