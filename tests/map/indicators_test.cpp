#include "map/indicators.hpp"

#include <gmock/gmock.h>

namespace jinsha::map {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string list(const std::string& items) {
    return R"({"meta": {}, "indicators": [)" + items + "]}";
}

std::vector<std::string> problems_of(const std::string& items) {
    const auto read = parse_indicators(list(items));
    std::vector<std::string> lines;
    for (const Problem& problem : read.value().problems)
        lines.push_back(problem.where + ": " + problem.message);
    return lines;
}

TEST(Indicators, TellAFigureOfAProject) {
    const auto read = parse_indicators(list(
        R"({"id": "pipes", "label_zh": "管网", "label_en": "Pipes", "value": 213, "unit": "km", "period": "2016-2021",
            "qualifier": "more_than", "project": "water-pipe-network", "note": "…", "headline": true})"));
    ASSERT_TRUE(read);
    EXPECT_THAT(read->problems, IsEmpty());
    EXPECT_THAT(read->list, ElementsAre(Indicator{"pipes",
                                                  "water-pipe-network",
                                                  {"管网", "Pipes"},
                                                  213,
                                                  "km",
                                                  "2016-2021",
                                                  Indicator::Qualifier::MoreThan,
                                                  "",
                                                  true,
                                                  std::nullopt,
                                                  std::nullopt}));
}

TEST(Indicators, TellAChangeWithBothItsEnds) {
    const auto read = parse_indicators(list(
        R"({"label_zh": "第一产业占比", "value": 3.2, "group": "industrial-structure", "from": 2.6, "to": 3.2},
           {"label_zh": "增长", "value": 4.8, "from": null, "to": null})"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->list.at(0).group, "industrial-structure");
    EXPECT_EQ(read->list.at(0).from, 2.6);
    EXPECT_EQ(read->list.at(0).to, 3.2);
    EXPECT_FALSE(read->list.at(1).from);
}

TEST(Indicators, TellGoalsAndTransformationsAndWhatTheyAreTakenFrom) {
    const auto read = parse_indicators(R"({"meta": {"subject_zh": "述要"}, "indicators": [],
        "goals": [{"id": "green", "title_zh": "更美", "summary_en": "Greener hills."}, {"id": "", "title_zh": "无名"}],
        "transformations": [{"id": "city", "title_zh": "变革", "title_en": "Change"}]})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->subject.zh, "述要");
    EXPECT_THAT(read->goals, ElementsAre(Aim{"green", {"更美", ""}, {"", "Greener hills."}}));
    EXPECT_THAT(read->transformations, ElementsAre(Aim{"city", {"变革", "Change"}}));
    ASSERT_THAT(read->problems, SizeIs(1));
    EXPECT_EQ(read->problems.front().where, "/goals/1");
}

TEST(Indicators, AFigureOfTheWholeDistrictBelongsToNoProject) {
    const auto read =
        parse_indicators(list(R"({"label_zh": "增长", "value": 4.8, "unit": "%", "project": null})"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->list.at(0).project, "");
    EXPECT_EQ(read->list.at(0).qualifier, Indicator::Qualifier::Exact);
}

TEST(Indicators, WhatIsNoJsonIsRefusedWithItsPlace) {
    const auto read = parse_indicators("{\"indicators\": [\n  {,}]}");
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().message(), HasSubstr("line 2"));
}

TEST(Indicators, WithoutAListThereAreNone) {
    for (const char* text : {"[]", "{}", R"({"indicators": {}})", "3"}) {
        const auto read = parse_indicators(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().message(), "/indicators: expected a list of figures");
    }
}

TEST(Indicators, AFigureThatCannotBeToldIsLeftOutAndTheOthersStay) {
    EXPECT_THAT(problems_of(R"({"label_zh": "甲", "value": "many"})"),
                ElementsAre(HasSubstr("/indicators/0/value: expected")));
    EXPECT_THAT(problems_of(R"({"label_zh": "甲"})"),
                ElementsAre(HasSubstr("/indicators/0: expected a number")));
    EXPECT_THAT(problems_of(R"({"value": 1})"), ElementsAre(HasSubstr("/indicators/0: expected 'label_zh'")));
    EXPECT_THAT(problems_of(R"({"label_zh": "甲", "value": 1, "qualifier": "about"})"),
                ElementsAre(HasSubstr("/indicators/0/qualifier: expected")));
    EXPECT_THAT(problems_of("7"), ElementsAre(HasSubstr("/indicators/0: expected")));
    const auto read = parse_indicators(list(R"(7, {"label_zh": "甲", "value": 1})"));
    EXPECT_THAT(read->list, SizeIs(1));
}

}  // namespace
}  // namespace jinsha::map
