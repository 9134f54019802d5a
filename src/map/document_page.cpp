#include "map/document_page.hpp"

#include "map/page_surround.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace jinsha::map {
namespace {

template <class Enum>
using Choice = std::pair<std::string_view, Enum>;

/// false and true stand for the first and the second of the choices.
template <class Enum, std::size_t kCount>
void read_choice(const DocumentValue& value, const std::array<Choice<Enum>, kCount>& choices,
                 std::string_view wanted, Enum& chosen) {
    if (value.json().is_boolean()) {
        chosen = choices[value.json().get<bool>() ? 1 : 0].second;
        return;
    }
    const auto found = std::ranges::find_if(
        choices, [&](const Choice<Enum>& c) { return !c.first.empty() && value.json() == c.first; });
    if (found == choices.end()) return value.report_unexpected(wanted);
    chosen = found->second;
}

PageFurniture read_furniture(const DocumentValue& value) {
    using Legend = PageFurniture::Legend;
    using Grid = PageFurniture::Grid;
    constexpr std::array<Choice<Legend>, 4> kLegends{
        {{"", Legend::None}, {"auto", Legend::Auto}, {"beside", Legend::Beside}, {"under", Legend::Under}}};
    constexpr std::array<Choice<Grid>, 3> kGrids{
        {{"", Grid::None}, {"projected", Grid::Projected}, {"degrees", Grid::Degrees}}};

    PageFurniture furniture;
    if (!value.is_object()) return furniture;
    std::vector<std::string_view> known{"legend", "grid"};
    known.emplace_back("legendCounts");
    if (const auto counts = value.member("legendCounts"))
        furniture.legend_counts = counts->boolean().value_or(furniture.legend_counts);
    for (const FurnitureSwitch& one : kFurnitureSwitches) {
        known.push_back(one.name);
        if (const auto member = value.member(one.name))
            furniture.*one.is_on = member->boolean().value_or(furniture.*one.is_on);
    }
    if (const auto legend = value.member("legend"))
        read_choice(*legend, kLegends, "true, false, auto, beside or under", furniture.legend);
    if (const auto grid = value.member("grid"))
        read_choice(*grid, kGrids, "true, false, projected or degrees", furniture.grid);
    value.report_unknown(known);
    return furniture;
}

void read_paper(const DocumentValue& value, PageSpec& page) {
    constexpr std::array<std::string_view, 6> kSizes{"A0", "A1", "A2", "A3", "A4", "A5"};
    if (const auto size = value.member("size")) {
        if (std::ranges::find(kSizes, size->json()) != kSizes.end()) {
            page.size = size->json().get<std::string>();
        } else {
            size->report_unexpected(fmt::format("one of {}", fmt::join(kSizes, ", ")));
        }
    }
    if (const auto orientation = value.member("orientation")) {
        if (orientation->json() == "portrait") {
            page.orientation = PageSpec::Orientation::Portrait;
        } else if (orientation->json() != "landscape") {
            orientation->report_unexpected("landscape or portrait");
        }
    }
}

}  // namespace

PageSurround read_page_surround(const DocumentValue& page) {
    PageSurround surround;
    surround.date = page.localized_or("date", {});
    surround.approval = page.localized_or("approval", {});
    surround.classification = page.localized_or("classification", {});
    if (const auto furniture = page.member("furniture")) surround.furniture = read_furniture(*furniture);
    return surround;
}

PageSurround page_surround(const MapDocument& document) {
    constexpr const char* kPage = "jinsha:page";
    if (!document.metadata.is_object() || !document.metadata.contains(kPage)) return {};
    std::vector<Problem> told_before;
    return read_page_surround({document.metadata[kPage], "", told_before});
}

std::optional<PageSpec> read_page(const DocumentValue& value) {
    if (!value.is_object()) return std::nullopt;
    PageSpec page;
    page.title = value.localized_or("title", {});
    page.subtitle = value.localized_or("subtitle", {});
    page.source = value.localized_or("source", {});
    read_paper(value, page);
    (void)read_page_surround(value);  // for its problems; page_surround() reads it when it is needed
    value.report_unknown(std::array<std::string_view, 9>{"title", "subtitle", "source", "date", "approval",
                                                         "classification", "size", "orientation",
                                                         "furniture"});
    return page;
}

}  // namespace jinsha::map
