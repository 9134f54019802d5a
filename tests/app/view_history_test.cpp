#include "app/view_history.hpp"

#include <gtest/gtest.h>

namespace jinsha::app {
namespace {

map::View view(double x, double units_per_pixel = 1) {
    return {{x, 0}, units_per_pixel, {1000, 800}};
}

TEST(ViewHistory, GoesBackAndForwardThroughWhereOneRested) {
    ViewHistory history;
    for (const double x : {0.0, 5000.0, 10000.0}) history.rest_at(view(x));
    EXPECT_FALSE(history.has_forward());
    EXPECT_EQ(history.back(), view(5000));
    EXPECT_EQ(history.back(), view(0));
    EXPECT_EQ(history.back(), std::nullopt);
    EXPECT_EQ(history.forward(), view(5000));
}

TEST(ViewHistory, ANewWayForgetsWhatLayAhead) {
    ViewHistory history;
    for (const double x : {0.0, 5000.0, 10000.0}) history.rest_at(view(x));
    (void)history.back();
    history.rest_at(view(5000));  // the flight back has ended
    EXPECT_TRUE(history.has_forward());
    history.rest_at(view(-5000));
    EXPECT_FALSE(history.has_forward());
    EXPECT_EQ(history.back(), view(5000));
}

TEST(ViewHistory, SmallStepsAreOnePlace) {
    ViewHistory history;
    history.rest_at(view(0));
    for (const double x : {10.0, 60.0, 140.0}) history.rest_at(view(x));
    EXPECT_FALSE(history.has_back());
    history.rest_at(view(140, 2));
    EXPECT_TRUE(history.has_back());
}

TEST(ViewHistory, KeepsAHundredPlaces) {
    ViewHistory history;
    for (int i = 0; i < 300; ++i) history.rest_at(view(i * 5000.0));
    int steps = 0;
    while (history.back()) ++steps;
    EXPECT_EQ(steps, 99);
}

TEST(ViewHistory, IsEmptyAtFirst) {
    ViewHistory history;
    EXPECT_EQ(history.back(), std::nullopt);
    EXPECT_EQ(history.forward(), std::nullopt);
}

}  // namespace
}  // namespace jinsha::app
