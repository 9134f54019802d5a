#pragma once

namespace jinsha::style {

class OperatorTable;

// Each family of operators adds its own to the table; a new family is a file and a line here and in
// operator_table.cpp.
void add_assertions(OperatorTable& table);         // string number boolean object array
void add_coercions(OperatorTable& table);          // to-string to-number to-boolean to-color
void add_color_operators(OperatorTable& table);    // rgb rgba to-rgba
void add_comparisons(OperatorTable& table);        // == != < <= > >=
void add_decisions(OperatorTable& table);          // case match coalesce
void add_distance(OperatorTable& table);           // distance
void add_feature_operators(OperatorTable& table);  // get has id geometry-type properties zoom …
void add_formatting(OperatorTable& table);         // format image
void add_literal_operators(OperatorTable& table);  // literal semiliteral
void add_locale_operators(OperatorTable& table);   // collator resolved-locale number-format
void add_logic(OperatorTable& table);              // ! all any
void add_lookups(OperatorTable& table);            // at in index-of slice length
void add_math(OperatorTable& table);               // + - * / …
void add_ramps(OperatorTable& table);              // step interpolate …
void add_text_operators(OperatorTable& table);     // concat upcase downcase split join typeof …
void add_variables(OperatorTable& table);          // let var
void add_within(OperatorTable& table);             // within

}  // namespace jinsha::style
