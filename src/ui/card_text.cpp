#include "ui/card_text.hpp"

#include "ui/numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace jinsha::ui {
namespace {

/// The pattern of each Figure::Qualifier.
std::string qualified(const Translations& tr, Figure::Qualifier qualifier, const std::string& amount) {
    switch (qualifier) {
        case Figure::Qualifier::Exact:
            return amount;
        case Figure::Qualifier::MoreThan:
            return tr("figure.more_than", fmt::arg("amount", amount));
        case Figure::Qualifier::AtLeast:
            return tr("figure.at_least", fmt::arg("amount", amount));
        case Figure::Qualifier::AtMost:
            return tr("figure.at_most", fmt::arg("amount", amount));
    }
    return amount;
}

std::string number(double value) {
    if (value == std::floor(value)) return grouped(value);
    return fmt::format("{:.10g}", value);
}

void add_line(std::string& text, const Translations& tr, std::string_view label, std::string_view value) {
    if (!value.empty()) text += tr("card.line", fmt::arg("label", label), fmt::arg("value", value)) + "\n";
}

}  // namespace

std::string shown(const Translations& tr, std::string_view group, const Word& word) {
    return word.label.empty() ? tr.word(group, word.value) : word.label;
}

std::string position_text(const Translations& tr, const PositionQuality& position) {
    const std::string quality = shown(tr, "quality", position.quality);
    if (!position.radius_m) return quality;
    const std::string radius = length(*position.radius_m);
    if (quality.empty()) return tr("card.radius", fmt::arg("radius", radius));
    return tr("card.quality_and_radius", fmt::arg("quality", quality), fmt::arg("radius", radius));
}

std::string figure_text(const Translations& tr, const Figure& figure) {
    std::string amount = number(figure.value);
    if (figure.unit == "%") {
        amount += "%";
    } else if (!figure.unit.empty()) {
        amount =
            tr("figure.amount", fmt::arg("value", amount), fmt::arg("unit", tr.word("unit", figure.unit)));
    }
    return qualified(tr, figure.qualifier, amount);
}

std::vector<Field> fields_of(const Translations& tr, const Card& card) {
    std::vector<Field> fields;
    const auto add = [&](std::string label, std::string value) {
        if (!value.empty()) fields.push_back({std::move(label), std::move(value)});
    };
    for (const Field& field : card.fields) add(field.label, field.value);
    if (!card.source_section.value.empty())
        add(std::string{tr("card.source")}, shown(tr, "source", card.source_section));
    if (card.position_quality)
        add(std::string{tr("card.position")}, position_text(tr, *card.position_quality));
    return fields;
}

bool is_link(std::string_view value) noexcept {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!value.starts_with(scheme)) continue;
        return value.size() > scheme.size() && value[scheme.size()] != '/' &&
               std::ranges::none_of(value, [](unsigned char c) { return c <= ' ' || c == 0x7F; });
    }
    return false;
}

std::string card_text(const Translations& tr, const Card& card) {
    std::string text = card.title + "\n";
    const auto add_word = [&](std::string_view label, std::string_view group, const Word& word) {
        if (!word.value.empty()) add_line(text, tr, label, shown(tr, group, word));
    };
    add_word(tr("card.theme"), "theme", card.theme);
    add_word(tr("card.phase"), "phase", card.phase);
    add_word(tr("card.transformation"), "transformation", card.transformation);
    if (!card.fact.empty()) text += card.fact + "\n";
    for (const Figure& figure : card.figures) add_line(text, tr, figure.label, figure_text(tr, figure));
    for (const Field& field : fields_of(tr, card)) add_line(text, tr, field.label, field.value);
    if (card.position) add_line(text, tr, tr("card.coordinates"), decimal_degrees(*card.position));
    return text;
}

}  // namespace jinsha::ui
