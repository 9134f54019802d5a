#pragma once

#include "ui/model.hpp"
#include "ui/translations.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The words of a card, free of any screen.
namespace jinsha::ui {

/// What a word of the data is called: as the document says, else as the interface does.
[[nodiscard]] std::string shown(const Translations& tr, std::string_view group, const Word& word);

/// "Estimated, about ±2 km"; "" when nothing is known.
[[nodiscard]] std::string position_text(const Translations& tr, const PositionQuality& position);

/// "more than 58 000 households"
[[nodiscard]] std::string figure_text(const Translations& tr, const Figure& figure);

/// The lines of label and value: fields of the document, source, position. Without empty ones.
[[nodiscard]] std::vector<Field> fields_of(const Translations& tr, const Card& card);

/// An address that a browser opens: http:// or https:// and a host, without white space or control
/// characters.
[[nodiscard]] bool is_link(std::string_view value) noexcept;

/// The whole card as lines of text, to be pasted elsewhere.
[[nodiscard]] std::string card_text(const Translations& tr, const Card& card);

}  // namespace jinsha::ui
