#include "map/indicators.hpp"

#include "map/document_json.hpp"
#include "map/document_value.hpp"

#include <array>
#include <optional>
#include <utility>

namespace jinsha::map {
namespace {

constexpr std::array<std::pair<std::string_view, Indicator::Qualifier>, 4> kQualifiers{{
    {"exact", Indicator::Qualifier::Exact},
    {"more_than", Indicator::Qualifier::MoreThan},
    {"at_least", Indicator::Qualifier::AtLeast},
    {"at_most", Indicator::Qualifier::AtMost},
}};

/// The text of a member that may be missing or null.
std::string text_of(const DocumentValue& item, std::string_view key) {
    const auto value = item.member(key);
    return value && !value->json().is_null() ? value->string().value_or("") : std::string{};
}

std::optional<Indicator::Qualifier> qualifier_of(const DocumentValue& item) {
    const auto value = item.member("qualifier");
    if (!value) return Indicator::Qualifier::Exact;
    for (const auto& [word, qualifier] : kQualifiers) {
        if (value->json() == word) return qualifier;
    }
    value->report_unexpected("exact, more_than, at_least or at_most");
    return std::nullopt;
}

std::optional<Indicator> read_indicator(const DocumentValue& item) {
    if (!item.is_object()) return std::nullopt;
    Indicator indicator;
    indicator.id = text_of(item, "id");
    indicator.project = text_of(item, "project");
    indicator.label = {text_of(item, "label_zh"), text_of(item, "label_en")};
    indicator.unit = text_of(item, "unit");
    indicator.period = text_of(item, "period");
    const auto qualifier = qualifier_of(item);
    const auto value = item.member("value");
    if (!value) {
        item.report(Severity::Error, "expected a number 'value', found none");
        return std::nullopt;
    }
    const auto number = value->number();
    if (!number || !qualifier) return std::nullopt;
    if (indicator.label.is_empty()) {
        item.report(Severity::Error, "expected 'label_zh' or 'label_en', found neither");
        return std::nullopt;
    }
    const auto optional_number = [&](std::string_view key) -> std::optional<double> {
        const auto member = item.member(key);
        return member && !member->json().is_null() ? member->number() : std::nullopt;
    };
    const auto headline = item.member("headline");
    indicator.group = text_of(item, "group");
    indicator.is_headline = headline && headline->boolean().value_or(false);
    indicator.from = optional_number("from");
    indicator.to = optional_number("to");
    indicator.value = *number;
    indicator.qualifier = *qualifier;
    return indicator;
}

std::optional<Aim> read_aim(const DocumentValue& item) {
    if (!item.is_object()) return std::nullopt;
    Aim aim;
    aim.id = text_of(item, "id");
    aim.title = {text_of(item, "title_zh"), text_of(item, "title_en")};
    aim.summary = {text_of(item, "summary_zh"), text_of(item, "summary_en")};
    if (!aim.id.empty() && !aim.title.is_empty()) return aim;
    item.report(Severity::Error, "expected an 'id' and a 'title_zh' or 'title_en'");
    return std::nullopt;
}

std::vector<Aim> read_aims(const DocumentValue& document, std::string_view key) {
    std::vector<Aim> aims;
    const auto list = document.member(key);
    if (!list) return aims;
    for (const DocumentValue& item : list->elements()) {
        if (auto aim = read_aim(item)) aims.push_back(*std::move(aim));
    }
    return aims;
}

}  // namespace

Result<Indicators> parse_indicators(std::string_view text) {
    Indicators indicators;
    const auto json = parse_document_json(text, indicators.problems);
    if (!json) return tl::make_unexpected(json.error());
    const auto list = json->is_object() ? json->find("indicators") : json->end();
    if (!json->is_object() || list == json->end() || !list->is_array()) {
        return fail("/indicators: expected a list of figures");
    }
    const DocumentValue value{*list, "/indicators", indicators.problems};
    for (const DocumentValue& item : value.elements()) {
        if (auto indicator = read_indicator(item)) indicators.list.push_back(*std::move(indicator));
    }
    const DocumentValue document{*json, "", indicators.problems};
    indicators.goals = read_aims(document, "goals");
    indicators.transformations = read_aims(document, "transformations");
    if (const auto meta = document.member("meta"); meta && meta->is_object()) {
        indicators.subject = {text_of(*meta, "subject_zh"), text_of(*meta, "subject_en")};
    }
    return indicators;
}

}  // namespace jinsha::map
