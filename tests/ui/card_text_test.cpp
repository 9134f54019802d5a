#include "ui/card_text.hpp"

#include <gmock/gmock.h>

namespace jinsha::ui {
namespace {

Translations texts(Language language) {
    auto loaded = Translations::load(std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "i18n", language);
    EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().message());
    return *std::move(loaded);
}

Card pipes() {
    Card card;
    card.title = "供排水管网";
    card.theme = Word{"public-service"};
    card.phase = Word{"completed"};
    card.fact = "建成、疏通管网";
    card.figures = {{"供排水及污水管网", "2016-2021", 213, "km", Figure::Qualifier::Exact}};
    card.source_section = Word{"上篇", "Part One"};
    card.position_quality = PositionQuality{Word{"inferred"}, 2000};
    card.position = geo::LonLat{101.6042, 26.5902};
    return card;
}

TEST(CardText, TellsTheWholeCardLineByLine) {
    EXPECT_EQ(card_text(texts(Language::English), pipes()),
              "供排水管网\n"
              "Theme: Public services\n"
              "Phase: Completed\n"
              "建成、疏通管网\n"
              "供排水及污水管网: 213 km\n"
              "Source: Part One\n"
              "Position: Estimated, about ±2 km\n"
              "Coordinates: 101.6042, 26.5902\n");
}

TEST(CardText, LeavesOutWhatIsNotKnown) {
    Card card;
    card.title = "湖";
    EXPECT_EQ(card_text(texts(Language::Chinese), card), "湖\n");
}

TEST(CardText, FiguresAreSaidAsTheReportDoes) {
    const Translations english = texts(Language::English);
    const Translations chinese = texts(Language::Chinese);
    const Figure homes{"", "", 58'000, "households", Figure::Qualifier::MoreThan};
    EXPECT_EQ(figure_text(english, homes), "more than 58\u2009000 households");
    EXPECT_EQ(figure_text(chinese, homes), "58\u2009000户以上");
    EXPECT_EQ(figure_text(english, {"", "", 4.8, "%", Figure::Qualifier::AtLeast}), "at least 4.8%");
    EXPECT_EQ(figure_text(chinese, {"", "", 3, "", Figure::Qualifier::AtMost}), "不超过3");
    EXPECT_EQ(figure_text(english, {"", "", 2, "pigs", Figure::Qualifier::Exact}), "2 pigs");  // none of ours
}

TEST(CardText, OnlyWebAddressesAreLinks) {
    EXPECT_TRUE(is_link("https://example.org/a?b=c#d"));
    EXPECT_TRUE(is_link("http://example.org"));
    EXPECT_FALSE(is_link("https://"));
    EXPECT_FALSE(is_link("https:///etc/passwd"));
    EXPECT_FALSE(is_link("file:///etc/passwd"));
    EXPECT_FALSE(is_link("javascript:alert(1)"));
    EXPECT_FALSE(is_link("https://example.org/ and more"));
    EXPECT_FALSE(is_link("https://example.org/\nrm"));
    EXPECT_FALSE(is_link(""));
}

}  // namespace
}  // namespace jinsha::ui
