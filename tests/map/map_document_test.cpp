#include "map/map_document.hpp"

#include "map/page_surround.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

namespace jinsha::map {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

/// A document of one inline source and one layer, with `more` members before them: `"zoom": 3,`.
std::string document(const std::string& more, const std::string& source_members = "",
                     const std::string& layer_members = "") {
    return R"({"version": 8, )" + more +
           R"("sources": {"parcels": {"type": "geojson", "data": "parcels.geojson")" + source_members +
           R"(}}, "layers": [{"id": "fill", "type": "fill", "source": "parcels")" + layer_members + "}]}";
}

MapDocument parsed(const std::string& text) {
    auto result = parse_map_document(text, "town.map.json");
    EXPECT_TRUE(result) << (result ? "" : result.error().message());
    return result ? std::move(*result) : MapDocument{};
}

std::string error_of(const std::string& text) {
    const auto result = parse_map_document(text, "town.map.json");
    return result ? "(no error)" : result.error().message();
}

/// "where: message" of every problem.
std::vector<std::string> problems_of(const std::string& text) {
    std::vector<std::string> lines;
    for (const Problem& problem : parsed(text).problems)
        lines.push_back(problem.where + ": " + problem.message);
    return lines;
}

std::vector<std::string> problems_of_metadata(const std::string& metadata) {
    return problems_of(document(R"("metadata": )" + metadata + ", "));
}

TEST(MapDocument, ReadsViewNameAndSources) {
    const MapDocument read = parsed(document(R"("name": "Town", "center": [101.5, 26.6], "zoom": 11.5, )",
                                             R"(, "attribution": "© the town")"));
    EXPECT_EQ(read.name, "Town");
    EXPECT_EQ(read.center, (geo::LonLat{101.5, 26.6}));
    EXPECT_EQ(read.zoom, 11.5);
    ASSERT_EQ(read.sources.size(), 1u);
    EXPECT_EQ(read.sources[0].kind, SourceSpec::Kind::GeoJsonFile);
    EXPECT_EQ(read.sources[0].location, "parcels.geojson");
    EXPECT_EQ(read.sources[0].attribution, "© the town");
    ASSERT_EQ(read.layers.size(), 1u);
    EXPECT_EQ(read.layers[0].style.id(), "fill");
    EXPECT_THAT(read.problems, IsEmpty());
}

TEST(MapDocument, KeepsItsTextToTheByte) {
    const std::string text = "\xEF\xBB\xBF  " + document("\r\n\t") + "\n\n";
    EXPECT_EQ(parsed(text).text, text);
}

TEST(MapDocument, IsNamedAfterItsFileWhenItHasNoName) {
    EXPECT_EQ(parsed(document("")).name, "town");
}

TEST(MapDocument, TakesItsDefaultsWithoutMetadata) {
    const MapDocument read = parsed(document(""));
    EXPECT_EQ(read.crs, "EPSG:3857");
    EXPECT_EQ(read.sources[0].title, LocalizedText::of("parcels"));
    EXPECT_EQ(read.layers[0].metadata.title, LocalizedText::of("fill"));
    EXPECT_FALSE(read.layers[0].metadata.popup);
    EXPECT_TRUE(read.layers[0].metadata.in_legend);
    EXPECT_FALSE(read.projects);
    EXPECT_FALSE(read.page);
}

TEST(MapDocument, ReadsInlineData) {
    const MapDocument read = parsed(R"({"version": 8, "layers": [], "sources": {"here":
        {"type": "geojson", "data": {"type": "FeatureCollection", "features": []}}}})");
    ASSERT_EQ(read.sources.size(), 1u);
    EXPECT_EQ(read.sources[0].kind, SourceSpec::Kind::GeoJsonInline);
    EXPECT_EQ(read.sources[0].data.at("type"), "FeatureCollection");
    EXPECT_FALSE(read.sources[0].needs_permission);
}

TEST(MapDocument, ReadsDatasetsOfGdal) {
    const MapDocument read = parsed(
        R"({"version": 8, "layers": [], "sources": {"town": {"type": "vector", "url": "gdal:data/town.gpkg"}}})");
    ASSERT_EQ(read.sources.size(), 1u);
    EXPECT_EQ(read.sources[0].kind, SourceSpec::Kind::GdalDataset);
    EXPECT_EQ(read.sources[0].location, "data/town.gpkg");
    EXPECT_FALSE(read.sources[0].needs_permission);
}

// Documents from others are not trusted: what lies outside of their folder is marked, and kept as written.
TEST(MapDocument, MarksWhatLeavesItsFolder) {
    for (const std::string location :
         {"/etc/passwd", "../other.geojson", "a/../../b.geojson", "https://example.org/a.geojson",
          "file:///a.geojson", "/vsicurl/https://example.org/a.geojson"}) {
        const MapDocument read =
            parsed(R"({"version": 8, "layers": [], "sources": {"s": {"type": "geojson", "data": ")" +
                   location + R"("}}})");
        EXPECT_TRUE(read.sources.at(0).needs_permission) << location;
        EXPECT_EQ(read.sources.at(0).location, location);
    }
    for (const std::string dataset :
         {"PG:dbname=town", "<OGRVRTDataSource/>", "MYSQL:town", "/srv/town.gpkg"}) {
        const MapDocument read =
            parsed(R"({"version": 8, "layers": [], "sources": {"s": {"type": "vector", "url": "gdal:)" +
                   dataset + R"("}}})");
        EXPECT_TRUE(read.sources.at(0).needs_permission) << dataset;
    }
    for (const std::string inside :
         {"a.geojson", "./a.geojson", "data/../a.geojson", "西区/项目.geojson", "..a/b.geojson"}) {
        const MapDocument read =
            parsed(R"({"version": 8, "layers": [], "sources": {"s": {"type": "geojson", "data": ")" + inside +
                   R"("}}})");
        EXPECT_FALSE(read.sources.at(0).needs_permission) << inside;
    }
}

TEST(MapDocument, ReadsTitlesInOneOrTwoLanguages) {
    const MapDocument read = parsed(document(
        R"("metadata": {"jinsha:sources": {"parcels": {"title": {"zh": "地块", "en": "Parcels"}}}}, )", "",
        R"(, "metadata": {"jinsha:title": "地块面", "jinsha:group": {"en": "Base"}, "jinsha:legend": {"zh": "图例"}})"));
    EXPECT_EQ(read.sources[0].title.in("zh"), "地块");
    EXPECT_EQ(read.sources[0].title.in("en"), "Parcels");
    EXPECT_EQ(read.layers[0].metadata.title.in("en"), "地块面");
    EXPECT_EQ(read.layers[0].metadata.group.in("zh"), "Base") << "the other language where one is missing";
    EXPECT_EQ(read.layers[0].metadata.legend.in("zh"), "图例");
    EXPECT_THAT(read.problems, IsEmpty());
}

TEST(MapDocument, ReadsWhatFieldsMean) {
    const MapDocument read =
        parsed(document(R"("metadata": {"jinsha:sources": {"parcels": {"crs": "EPSG:4490",
        "datum": "GCJ-02", "encoding": "GB18030", "fields": [{"name": "use", "label": {"zh": "用途", "en": "Use"},
        "values": [{"value": "res", "label": "Housing"}, {"value": "ind"}]}, {"name": "area", "type": "real"}]}}}, )"));
    const SourceSpec& source = read.sources[0];
    EXPECT_EQ(source.crs, "EPSG:4490");
    EXPECT_EQ(source.datum, "GCJ-02");
    EXPECT_EQ(source.encoding, "GB18030");
    ASSERT_NE(source.field("use"), nullptr);
    EXPECT_EQ(source.field("use")->label.en, "Use");
    EXPECT_EQ(source.field("use")->label_of("res").zh, "Housing");
    EXPECT_EQ(source.field("use")->label_of("ind").zh, "ind");
    EXPECT_EQ(source.field("use")->label_of("unheard").zh, "unheard");
    EXPECT_EQ(source.field("area")->type, "real");
    EXPECT_EQ(source.field("area")->label, LocalizedText::of("area"));
    EXPECT_EQ(source.field("none"), nullptr);
    EXPECT_THAT(read.problems, IsEmpty());
}

TEST(MapDocument, ReadsTheRulesOfFields) {
    const MapDocument read = parsed(document(R"("metadata": {"jinsha:sources": {"parcels": {"fields": [
        {"name": "area", "type": "real", "unit": "公顷", "required": true, "minimum": 0, "maximum": 10.5, "default": 1},
        {"name": "end", "type": "date", "notBefore": "begin"}, {"name": "n", "minimum": 3, "maximum": 2}]}}}, )"));
    const FieldSpec& area = *read.sources[0].field("area");
    EXPECT_EQ(area.unit.zh, "公顷");
    EXPECT_TRUE(area.is_required);
    EXPECT_EQ(area.minimum, 0);
    EXPECT_EQ(area.maximum, 10.5);
    EXPECT_EQ(area.default_value, 1);
    EXPECT_EQ(read.sources[0].field("end")->not_before, "begin");
    EXPECT_FALSE(read.sources[0].field("n")->minimum);
    ASSERT_EQ(read.problems.size(), 1u);
    EXPECT_EQ(read.problems[0].message, "expected a minimum up to the maximum, found 3 and 2");
}

TEST(MapDocument, GivesTheFieldsOfProjectsToTheirSourcesUnlessTheyHaveTheirOwn) {
    const MapDocument read = parsed(document(R"("metadata": {
        "jinsha:sources": {"parcels": {"fields": [{"name": "theme", "label": "own"}]}},
        "jinsha:projects": {"sources": ["parcels"], "themeField": "theme", "titleField": {"zh": "name_zh", "en": "name_en"},
            "outlines": {"source": "parcels", "field": "project"},
            "fields": [{"name": "theme", "label": "common"}, {"name": "phase", "label": "common"}]}}, )"));
    ASSERT_TRUE(read.projects);
    EXPECT_THAT(read.projects->sources, ElementsAre("parcels"));
    EXPECT_EQ(read.projects->theme_field, "theme");
    EXPECT_EQ(read.projects->title_field.in("en"), "name_en");
    EXPECT_EQ(read.projects->outline_source, "parcels");
    EXPECT_EQ(read.projects->outline_field, "project");
    EXPECT_EQ(read.sources[0].field("theme")->label.zh, "own");
    EXPECT_EQ(read.sources[0].field("phase")->label.zh, "common");
    EXPECT_THAT(read.problems, IsEmpty());
}

TEST(MapDocument, ReadsHowProjectsAreClustered) {
    const auto projects = [](const std::string& more) {
        return parsed(document(R"("metadata": {"jinsha:projects": {"sources": ["parcels"])" + more + "}}, "))
            .projects.value();
    };
    EXPECT_TRUE(projects("").cluster);
    EXPECT_EQ(projects("").cluster_radius, 40);
    EXPECT_EQ(projects("").cluster_max_zoom, 18);
    EXPECT_FALSE(projects(R"(, "cluster": false)").cluster);
    EXPECT_EQ(projects(R"(, "clusterRadius": 60.5)").cluster_radius, 60.5);
    EXPECT_EQ(projects(R"(, "clusterMaxZoom": 14)").cluster_max_zoom, 14);
}

TEST(MapDocument, ReadsPopups) {
    const auto popup = [](const std::string& json) {
        return parsed(document("", "", R"(, "metadata": {"jinsha:popup": )" + json + "}"))
            .layers.at(0)
            .metadata.popup;
    };
    EXPECT_EQ(popup("true"), PopupSpec{});
    EXPECT_EQ(popup("false"), std::nullopt);
    EXPECT_EQ(popup(R"({"title": "name", "fields": ["use", {"zh": "fact_zh", "en": "fact_en"}]})"),
              (PopupSpec{LocalizedText::of("name"), {LocalizedText::of("use"), {"fact_zh", "fact_en"}}}));
}

TEST(MapDocument, ReadsTheHomeBox) {
    const std::string box = R"("metadata": {"jinsha:home": [101.44, 26.53, 101.67, 26.68]}, )";
    EXPECT_EQ(parsed(document(box)).home, (std::array{101.44, 26.53, 101.67, 26.68}));
    for (const std::string bad : {"[1, 2, 3]", "[2, 1, 1, 2]", "[1, 2, 3, \"4\"]", "[1, 2, 3, 400]", "{}"}) {
        EXPECT_THAT(
            problems_of_metadata(R"({"jinsha:home": )" + bad + "}"),
            ElementsAre(HasSubstr("/metadata/jinsha:home: expected [west, south, east, north] in degrees")));
    }
}

TEST(MapDocument, ReadsThePage) {
    const MapDocument read = parsed(document(
        R"("metadata": {"jinsha:page": {"title": "Town", "size": "A3", "orientation": "portrait"}}, )"));
    ASSERT_TRUE(read.page);
    EXPECT_EQ(read.page->title.zh, "Town");
    EXPECT_EQ(read.page->size, "A3");
    EXPECT_EQ(read.page->orientation, PageSpec::Orientation::Portrait);
}

TEST(MapDocument, ReadsWhatStandsRoundTheMapOfAPage) {
    const MapDocument read = parsed(document(
        R"("metadata": {"jinsha:page": {"approval": "GS(2024)1", "date": {"zh": "2021年", "en": "2021"},
           "furniture": {"legend": "under", "grid": "degrees", "scaleBar": false, "legendCounts": true}}}, )"));
    EXPECT_EQ(read.problems, std::vector<Problem>{});
    ASSERT_TRUE(read.page);
    const PageSurround surround = page_surround(read);
    EXPECT_EQ(surround.approval.en, "GS(2024)1");
    EXPECT_EQ(surround.date.zh, "2021年");
    PageFurniture expected;
    expected.legend = PageFurniture::Legend::Under;
    expected.grid = PageFurniture::Grid::Degrees;
    expected.scale_bar = false;
    expected.legend_counts = true;
    EXPECT_EQ(surround.furniture, expected);
}

TEST(MapDocument, SwitchesLegendAndGridOfAPageByTrueAndFalse) {
    const auto furniture = [](const std::string& word) {
        return page_surround(parsed(document(R"("metadata": {"jinsha:page": {"furniture": {"legend": )" +
                                             word + R"(, "grid": )" + word + "}}}, ")))
            .furniture;
    };
    EXPECT_EQ(furniture("true"), PageFurniture{});
    EXPECT_EQ(furniture("false").legend, PageFurniture::Legend::None);
    EXPECT_EQ(furniture("false").grid, PageFurniture::Grid::None);
}

TEST(MapDocument, TellsFaultsOfWhatStandsRoundTheMap) {
    EXPECT_THAT(
        problems_of_metadata(
            R"({"jinsha:page": {"furniture": {"legend": "left", "grid": 5, "title": "yes", "logo": true}}})"),
        ElementsAre(
            "town.map.json: /metadata/jinsha:page/furniture/title: expected true or false, found \"yes\"",
            "town.map.json: /metadata/jinsha:page/furniture/legend: expected true, false, auto, beside or "
            "under, found \"left\"",
            "town.map.json: /metadata/jinsha:page/furniture/grid: expected true, false, projected or "
            "degrees, found 5",
            "town.map.json: /metadata/jinsha:page/furniture/logo: this key is not known and has no effect"));
}

// What leaves no document at all.

TEST(MapDocument, SaysWhereTheJsonIsBroken) {
    EXPECT_EQ(error_of("{\"version\": 8,\n  \"name\": }"),
              "town.map.json: line 2, column 11: unexpected '}', expected '[', '{', or a literal");
    EXPECT_EQ(error_of("{\"名称\": 1,,}"),
              "town.map.json: line 1, column 10: unexpected ',', expected string literal");
    EXPECT_EQ(error_of("{\"version\": 8"),
              "town.map.json: line 1, column 14: unexpected end of input, expected '}'");
    EXPECT_EQ(error_of("{\"name\": \"\xCE\xF7\xC7\xF8\"}"),  // GBK
              "town.map.json: line 1, column 12: the text is not UTF-8");
    EXPECT_EQ(error_of("{\"zoom\": 1e999}"), "town.map.json: line 1, column 14: this number is too large");
    EXPECT_EQ(error_of(""), "town.map.json: the file is empty");
}

TEST(MapDocument, ShowsNoLongTextInTheMessageOfBrokenJson) {
    EXPECT_LT(error_of("{\"name\": \"" + std::string(1'000'000, 'x')).size(), 200u);
}

TEST(MapDocument, RefusesWhatIsNoStyleOfVersion8) {
    EXPECT_EQ(error_of("[]"), "town.map.json: expected a map document, an object with sources and layers");
    EXPECT_EQ(error_of("{}"), "town.map.json: this is no map document: expected \"version\": 8, found none");
    EXPECT_EQ(error_of(R"({"version": 7})"), "town.map.json: /version: expected 8, found 7");
    EXPECT_EQ(error_of(R"({"version": "8"})"), "town.map.json: /version: expected 8, found \"8\"");
    EXPECT_EQ(error_of(R"({"version": 8, "layers": []})"),
              "town.map.json: /sources: expected an object of sources");
    EXPECT_EQ(error_of(R"({"version": 8, "sources": {}, "layers": {}})"),
              "town.map.json: /layers: expected a list of layers");
}

TEST(MapDocument, RefusesWhatIsNestedTooDeep) {
    const std::string bomb(100'000, '[');
    EXPECT_THAT(error_of(bomb), HasSubstr("nested deeper than 256 levels"));
    EXPECT_THAT(error_of(R"({"version": 8, "sources": {}, "layers": [{"filter": )" + bomb),
                HasSubstr("/layers/0/filter/0/0/0: nested deeper than 256 levels"));
    EXPECT_THAT(error_of(R"({"version": 8, "metadata": )" + bomb + std::string(100'000, ']') + "}"),
                HasSubstr("nested deeper than 256 levels"));
}

TEST(MapDocument, RefusesWhatIsTooLarge) {
    EXPECT_EQ(error_of(std::string(64'000'001, ' ')),
              "town.map.json: the document has 64 MB, at most 64 are read; data of that size belongs in a "
              "file of its own");
}

TEST(MapDocument, NamesNoFileWhenItHasNone) {
    EXPECT_EQ(parse_map_document("[]", "").error().message(),
              "expected a map document, an object with sources and layers");
}

// What is a problem of one place, and leaves the rest as it is.

TEST(MapDocument, LeavesOutSourcesThatCannotBeUsed) {
    const std::string text = R"({"version": 8, "layers": [], "sources": {
        "image": {"type": "raster", "tiles": []}, "none": {}, "text": "a.geojson", "empty": {"type": "geojson"},
        "number": {"type": "geojson", "data": 3}, "blank": {"type": "geojson", "data": ""},
        "untyped": {"type": "geojson", "data": {}}, "tiles": {"type": "vector", "url": "https://example.org/t.json"},
        "bare": {"type": "vector"}, "nothing": {"type": "vector", "url": "gdal:"}}})";
    EXPECT_THAT(parsed(text).sources, IsEmpty());
    EXPECT_THAT(
        problems_of(text),
        ElementsAre(
            "town.map.json: /sources/image/type: expected geojson or vector, found \"raster\"",
            "town.map.json: /sources/none: expected a source with a 'type', found none",
            "town.map.json: /sources/text: expected an object, found \"a.geojson\"",
            "town.map.json: /sources/empty: a geojson source needs 'data': a path, or GeoJSON itself",
            "town.map.json: /sources/number/data: expected a path, or GeoJSON itself, found 3",
            "town.map.json: /sources/blank/data: expected a path, or GeoJSON itself, found \"\"",
            "town.map.json: /sources/untyped/data: expected GeoJSON, found an object without a type",
            "town.map.json: /sources/tiles/url: a vector source needs a 'url' of the form "
            "\"gdal:<dataset>\"; vector "
            "tiles are not read",
            "town.map.json: /sources/bare: a vector source needs a 'url' of the form \"gdal:<dataset>\"",
            "town.map.json: /sources/nothing/url: a vector source needs a 'url' of the form "
            "\"gdal:<dataset>\"; vector "
            "tiles are not read"));
}

TEST(MapDocument, LeavesOutLayersWithoutASource) {
    const std::string text = R"({"version": 8, "sources": {}, "layers": [
        {"id": "ground", "type": "background"}, {"id": "lost", "type": "line", "source": "roads"}]})";
    ASSERT_EQ(parsed(text).layers.size(), 1u);
    EXPECT_EQ(parsed(text).layers[0].style.id(), "ground");
    EXPECT_THAT(problems_of(text),
                ElementsAre("town.map.json: /layers/1/source: there is no source 'roads' to draw "
                            "from; the layer is left out"));
}

TEST(MapDocument, KeepsTheOthersWhenALayerIsBroken) {
    const std::string text = R"({"version": 8, "sources": {}, "layers": [
        {"id": "ground", "type": "background"}, "no layer", {"id": "odd", "type": "cloud"}, 7,
        {"id": "above", "type": "background"}]})";
    const MapDocument read = parsed(text);
    ASSERT_EQ(read.layers.size(), 2u);
    EXPECT_EQ(read.layers[1].style.id(), "above");
    EXPECT_THAT(
        problems_of(text),
        ElementsAre("town.map.json: /layers/1: expected a layer, an object, found \"no layer\"; the layer is "
                    "left out",
                    "town.map.json: /layers/2/type: expected \"background\", \"fill\", \"line\", \"circle\" "
                    "or \"symbol\", found \"cloud\"; the layer is left out",
                    "town.map.json: /layers/3: expected a layer, an object, found 7; the layer is left out"));
}

TEST(MapDocument, TellsIdsThatAreGivenTwice) {
    EXPECT_THAT(problems_of(R"({"version": 8, "sources": {}, "layers": [
        {"id": "a", "type": "background"}, {"id": "a", "type": "background"}]})"),
                ElementsAre("town.map.json: /layers/1: a layer before has the same id 'a'"));
    EXPECT_THAT(
        problems_of(R"({"version": 8, "layers": [], "sources": {
        "a": {"type": "geojson", "data": "1.geojson"}, "a": {"type": "geojson", "data": "2.geojson"}}})"),
        ElementsAre("town.map.json: /sources/a: this key stands twice in its object; the last one counts"));
}

TEST(MapDocument, TakesTheDefaultForMetadataOfAnotherType) {
    EXPECT_THAT(problems_of_metadata(R"({"jinsha:crs": 4543})"),
                ElementsAre("town.map.json: /metadata/jinsha:crs: expected text, found 4543"));
    EXPECT_EQ(parsed(document(R"("metadata": {"jinsha:crs": 4543}, )")).crs, "EPSG:3857");
    EXPECT_THAT(problems_of_metadata("[1]"),
                ElementsAre("town.map.json: /metadata: expected an object, found a list"));
    EXPECT_THAT(problems_of_metadata(R"({"jinsha:sources": ["parcels"]})"),
                ElementsAre("town.map.json: /metadata/jinsha:sources: expected an object, found a list"));
    EXPECT_THAT(
        problems_of_metadata(R"({"jinsha:page": {"size": "Letter", "orientation": true}})"),
        ElementsAre(
            "town.map.json: /metadata/jinsha:page/size: expected one of A0, A1, A2, A3, A4, A5, found "
            "\"Letter\"",
            "town.map.json: /metadata/jinsha:page/orientation: expected landscape or portrait, found "
            "true"));
}

TEST(MapDocument, TellsFaultsOfFieldsAndGoesOn) {
    const std::string metadata = R"({"jinsha:sources": {"parcels": {"title": 5, "fields": [
        "use", {"label": "Use"}, {"name": "a", "type": "colour"}, {"name": "b", "values": ["x", {"value": 1}]}]}}})";
    EXPECT_THAT(
        problems_of_metadata(metadata),
        ElementsAre(
            R"(town.map.json: /metadata/jinsha:sources/parcels/title: expected text, or {"zh": …, "en": …}, found 5)",
            R"(town.map.json: /metadata/jinsha:sources/parcels/fields/0: expected {"name": …, "label": …, "type": …}, found "use")",
            R"(town.map.json: /metadata/jinsha:sources/parcels/fields/1: expected {"name": …, "label": …, "type": …}, found an object)",
            "town.map.json: /metadata/jinsha:sources/parcels/fields/2/type: expected one of integer, real, "
            "string, "
            "boolean, date, datetime, json, found \"colour\"",
            R"(town.map.json: /metadata/jinsha:sources/parcels/fields/3/values/0: expected {"value": …, "label": …}, found "x")",
            "town.map.json: /metadata/jinsha:sources/parcels/fields/3/values/1/value: expected text, found "
            "1"));
    EXPECT_EQ(parsed(document(R"("metadata": )" + metadata + ", ")).sources[0].fields.size(), 2u);
}

TEST(MapDocument, TellsSourcesThatDoNotExist) {
    EXPECT_THAT(problems_of_metadata(R"({"jinsha:sources": {"roads": {}}, "jinsha:projects":
        {"sources": ["parcels", "towns", 3], "outlines": {"source": "lines", "field": "project"}}})"),
                ElementsAre("town.map.json: /metadata/jinsha:sources/roads: there is no source 'roads'",
                            "town.map.json: /metadata/jinsha:projects/sources/1: there is no source 'towns'",
                            "town.map.json: /metadata/jinsha:projects/sources/2: expected text, found 3",
                            "town.map.json: /metadata/jinsha:projects/outlines: there is no source 'lines'"));
}

TEST(MapDocument, ClustersAsUsualWhereItIsToldSomethingElse) {
    const std::string json = R"({"jinsha:projects": {"sources": ["parcels"], "cluster": "no",
        "clusterRadius": 0, "clusterMaxZoom": "far"}})";
    EXPECT_THAT(
        problems_of_metadata(json),
        ElementsAre(
            "town.map.json: /metadata/jinsha:projects/cluster: expected true or false, found \"no\"",
            "town.map.json: /metadata/jinsha:projects/clusterRadius: expected a number from 1 to 512, "
            "found 0",
            "town.map.json: /metadata/jinsha:projects/clusterMaxZoom: expected a number from 0 to 21, "
            "found \"far\""));
}

TEST(MapDocument, WarnsOfKeysThatHaveNoEffect) {
    EXPECT_THAT(
        problems_of_metadata(R"({"jinsha:colour": 1, "other:program": 1, "jinsha:version": 99})"),
        ElementsAre(
            HasSubstr("/metadata/jinsha:version: made for a newer program (version 99, this one knows 1)"),
            "town.map.json: /metadata/jinsha:colour: this key is not known and has no effect"));
    EXPECT_THAT(problems_of(document(R"("pitch": 0, "bearing": 30, "terain": {}, )", R"(, "cluster": true)")),
                ElementsAre("town.map.json: /bearing: this is known but not drawn",
                            "town.map.json: /terain: the style specification knows no such key",
                            "town.map.json: /sources/parcels/cluster: this has no effect here"));
}

TEST(MapDocument, TellsViewsThatAreNone) {
    EXPECT_THAT(problems_of(document(R"("center": [26.6, 101.5], "zoom": "near", )")),
                ElementsAre("town.map.json: /center: expected [longitude, latitude] in degrees, found a list",
                            "town.map.json: /zoom: expected a number, found \"near\""));
    EXPECT_THAT(problems_of(document(R"("center": [1, 2, 3], "zoom": -1, )")),
                ElementsAre("town.map.json: /center: expected [longitude, latitude] in degrees, found a list",
                            "town.map.json: /zoom: expected a zoom from 0 to 24, found -1"));
    EXPECT_FALSE(parsed(document(R"("zoom": 1e99, )")).zoom);
}

TEST(MapDocument, EscapesKeysInPointersAndShortensTextInMessages) {
    EXPECT_THAT(problems_of(R"({"version": 8, "layers": [], "sources": {"a/b~c": ")" +
                            std::string(1000, 'x') + "\"}}"),
                ElementsAre("town.map.json: /sources/a~1b~0c: expected an object, found \"" +
                            std::string(60, 'x') + "…\""));
}

TEST(MapDocument, OfTheWestDistrictHasNoProblems) {
    const std::filesystem::path path =
        std::filesystem::path{JINSHA_SOURCE_DIR} / "geodata/west-district.map.json";
    std::ifstream file{path, std::ios::binary};
    const auto read = parse_map_document({std::istreambuf_iterator<char>{file}, {}}, path);
    ASSERT_TRUE(read) << read.error().message();
    for (const Problem& problem : read->problems) ADD_FAILURE() << problem.where << ": " << problem.message;
    EXPECT_EQ(read->crs, "EPSG:4543");
    EXPECT_EQ(read->sources.size(), 9u);
    ASSERT_TRUE(read->projects);
    EXPECT_EQ(read->projects->sources.size(), 4u);
    EXPECT_EQ(read->source("geliping-park")->field("theme")->label_of("logistics").zh, "物流");
}

}  // namespace
}  // namespace jinsha::map
