#pragma once

#include "map/feature_key.hpp"
#include "ui/data_commands.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace jinsha::ui {

struct FormChoice {
    std::string value, label;
    bool operator==(const FormChoice&) const = default;
};

/// A field of a feature, to be filled in.
struct FormField {
    enum class Kind { Text, Integer, Real, Boolean, Date, DateTime, Json };
    enum class Sign { None, Theme, Phase };  // what its choices show beside their labels
    std::string name;                        // in the data
    std::string label, unit;                 // for people; the unit may be empty
    Kind kind{Kind::Text};
    Sign sign{Sign::None};
    std::vector<FormChoice> choices{};  // empty: anything goes
    bool is_required{};
    std::optional<double> minimum{}, maximum{};    // of numbers, both included
    std::string not_before{}, not_before_label{};  // of dates: a field that this one must not come before
    bool is_described{};                           // by the document; else by the data alone
    std::string text{};                            // its value as it is written in a line; "": none
    bool operator==(const FormField&) const = default;
};

/// The feature that is being filled in. Replaced when it changes, never mutated.
struct FormModel {
    map::FeatureKey feature;
    std::string title;
    std::string read_only;  // why nothing can be changed; "": it can
    std::vector<FormField> fields;
    bool operator==(const FormModel&) const = default;

    /// Null when there is none of that name.
    [[nodiscard]] const FormField* field(std::string_view name) const;
};

// What the form asks for, and the table for its cells.
/// The field is to have what was written: a text that FormRules finds no fault with.
struct SetField {
    map::FeatureKey feature;
    std::string field;
    std::string text;
};
/// The form shows a field that the feature does not have yet.
struct AddField {
    std::string name;
};
struct CloseForm {};

struct FormWish {
    std::variant<SetField, AddField, CloseForm> what;
};
[[nodiscard]] inline AskForm ask_form(decltype(FormWish::what) what) {
    return {std::make_shared<const FormWish>(FormWish{std::move(what)})};
}

}  // namespace jinsha::ui
