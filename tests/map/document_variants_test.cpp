#include "map/map_document.hpp"
#include "style/feature.hpp"

#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

namespace jinsha::map {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr MapLook kDark{true, "zh"};
const MapLook kEnglish{false, "en"};

/// A document of a ground and named places, with `metadata` of the root.
MapDocument document(const std::string& metadata) {
    auto read = parse_map_document(R"({"version": 8, "metadata": {)" + metadata + R"(},
        "sources": {"places": {"type": "geojson", "data": "places.geojson"}},
        "layers": [
          {"id": "land", "type": "background", "paint": {"background-color": "#FFFFFF", "background-opacity": 0.5}},
          {"id": "names", "type": "symbol", "source": "places",
           "layout": {"text-field": ["to-string", ["get", "name_zh"]]}, "paint": {"text-color": "#000000"}}]})",
                                   "town.map.json");
    EXPECT_TRUE(read) << (read ? "" : read.error().message());
    return read ? std::move(*read) : MapDocument{};
}

std::vector<std::string> problems_of(const std::string& metadata) {
    std::vector<std::string> lines;
    for (const Problem& problem : document(metadata).problems)
        lines.push_back(problem.where + ": " + problem.message);
    return lines;
}

/// A feature with texts.
class Names final : public style::Feature {
public:
    explicit Names(std::map<std::string, std::string> names) : names_{std::move(names)} {}
    [[nodiscard]] geo::GeometryType geometry_type() const override { return geo::GeometryType::Point; }
    [[nodiscard]] style::Value id() const override { return {}; }
    [[nodiscard]] style::Value property(std::string_view name) const override {
        const auto found = names_.find(std::string{name});
        return found == names_.end() ? style::Value{} : style::Value{found->second};
    }
    [[nodiscard]] bool has_property(std::string_view name) const override {
        return names_.contains(std::string{name});
    }
    [[nodiscard]] style::Object properties() const override { return {}; }

private:
    std::map<std::string, std::string> names_;
};

std::string label(const MapDocument& map, const MapLook& look, const Names& feature) {
    return map.layers[1].style_for(look).symbol_paint({12, &feature}).text.text;
}

TEST(DocumentVariants, ADarkLayerDiffersInWhatTheDocumentSaysAndInNothingElse) {
    const MapDocument map = document(R"("jinsha:dark": {"land": {"background-color": "#102030"}})");
    EXPECT_THAT(map.problems, IsEmpty());
    const auto light = map.layers[0].style_for({}).background_paint({12, nullptr});
    const auto dark = map.layers[0].style_for(kDark).background_paint({12, nullptr});
    EXPECT_EQ(light.color, (style::Color{1, 1, 1, 1}));
    EXPECT_EQ(dark.color, (style::Color{16 / 255.0, 32 / 255.0, 48 / 255.0, 1}));
    EXPECT_EQ(dark.opacity, 0.5);
}

TEST(DocumentVariants, AnEnglishMapInTheDarkIsDarkToo) {
    const MapDocument map = document(R"("jinsha:dark": {"land": {"background-color": "#000000"}})");
    EXPECT_EQ(map.layers[0].style_for({true, "en"}).background_paint({12, nullptr}).color,
              (style::Color{0, 0, 0, 1}));
}

TEST(DocumentVariants, LabelsTakeTheEnglishFieldWhereTheDataHaveIt) {
    const MapDocument map = document(R"("jinsha:translations": [{"zh": "name_zh", "en": "name_en"}])");
    const Names lake{{{"name_zh", "金沙湖"}, {"name_en", "Jinsha Lake"}}};
    const Names hill{{{"name_zh", "山"}}};
    EXPECT_EQ(label(map, {}, lake), "金沙湖");
    EXPECT_EQ(label(map, kEnglish, lake), "Jinsha Lake");
    EXPECT_EQ(label(map, {true, "en"}, lake), "Jinsha Lake");
    EXPECT_EQ(label(map, kEnglish, hill), "山");
}

TEST(DocumentVariants, LayersWithoutAnotherLookHaveNone) {
    EXPECT_THAT(document("").layers[0].variants, IsEmpty());
    EXPECT_THAT(document(R"("jinsha:dark": {"names": {"text-color": "#FFFFFF"}})").layers[0].variants,
                IsEmpty());
}

TEST(DocumentVariants, ADarkLookOfALayerThatIsNotThereIsAFault) {
    EXPECT_THAT(problems_of(R"("jinsha:dark": {"sea": {}})"),
                ElementsAre("town.map.json: /metadata/jinsha:dark/sea: there is no layer 'sea'"));
}

TEST(DocumentVariants, AMalformedDarkValueIsToldAtItsPlace) {
    EXPECT_THAT(problems_of(R"("jinsha:dark": {"land": {"background-color": "nightly"}})"),
                ElementsAre(HasSubstr("/metadata/jinsha:dark/land/background-color: ")));
}

TEST(DocumentVariants, APropertyThatTheLayerHasNotIsTold) {
    EXPECT_THAT(problems_of(R"("jinsha:dark": {"land": {"background-colour": "#000000"}})"),
                ElementsAre(HasSubstr("/metadata/jinsha:dark/land/background-colour: ")));
}

TEST(DocumentVariants, PaintThatIsNoObjectAndPairsThatAreNoneAreTold) {
    EXPECT_THAT(problems_of(R"("jinsha:dark": {"land": "#000000"})"),
                ElementsAre(HasSubstr("/metadata/jinsha:dark/land: expected")));
    EXPECT_THAT(problems_of(R"("jinsha:dark": 3)"),
                ElementsAre(HasSubstr("/metadata/jinsha:dark: expected")));
    EXPECT_THAT(problems_of(R"("jinsha:translations": [{"zh": "name_zh"}])"),
                ElementsAre(HasSubstr("/metadata/jinsha:translations/0: expected")));
    EXPECT_THAT(problems_of(R"("jinsha:translations": {})"),
                ElementsAre(HasSubstr("/metadata/jinsha:translations: expected")));
}

TEST(DocumentVariants, TitleDateAndIndicatorsAreReadAndTheirFaultsTold) {
    const MapDocument map = document(
        R"("jinsha:title": {"zh": "镇", "en": "Town"}, "jinsha:date": "2021-09-14", "jinsha:indicators": "i.json")");
    EXPECT_THAT(map.problems, IsEmpty());
    EXPECT_EQ(map.title.in("en"), "Town");
    EXPECT_EQ(map.date, "2021-09-14");
    EXPECT_EQ(map.indicators, "i.json");
    EXPECT_THAT(problems_of(R"("jinsha:date": "last year")"),
                ElementsAre(HasSubstr("/metadata/jinsha:date: ")));
    for (const char* path : {"/etc/passwd", "../i.json", "http://town/i.json"}) {
        EXPECT_THAT(problems_of(R"("jinsha:indicators": ")" + std::string{path} + '"'),
                    ElementsAre(HasSubstr("/metadata/jinsha:indicators: ")))
            << path;
    }
}

}  // namespace
}  // namespace jinsha::map
