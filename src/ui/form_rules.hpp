#pragma once

#include "style/value.hpp"
#include "ui/form_model.hpp"
#include "ui/translations.hpp"

#include <string>
#include <string_view>

namespace jinsha::ui {

enum class FieldFault {
    None,
    Missing,
    NoNumber,
    NotWhole,
    TooSmall,
    TooLarge,
    NoDate,
    NoDateTime,
    NotInList,
    TooEarly,
    NoJson
};

/// What is wrong with a text as the value of a field. `earlier`: what stands in the field `not_before`.
[[nodiscard]] FieldFault fault_of(const FormField& field, std::string_view text,
                                  std::string_view earlier = {});

/// The same in words, for the line below the field; "" without a fault.
[[nodiscard]] std::string fault_text(const Translations& tr, const FormField& field, FieldFault fault,
                                     std::string_view earlier = {});

/// The value that a text without fault means; null for "". A text field holds what is written, also numbers.
[[nodiscard]] style::Value value_of(const FormField& field, std::string_view text);

}  // namespace jinsha::ui
