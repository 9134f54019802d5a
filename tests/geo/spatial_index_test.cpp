#include "geo/spatial_index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace jinsha::geo {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Envelope> random_boxes(std::size_t count) {
    std::mt19937 random{42};
    std::uniform_real_distribution<double> place{-1000, 1000}, size{0, 20};
    std::vector<Envelope> boxes;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = place(random), y = place(random);
        boxes.push_back({x, y, x + size(random), y + size(random)});
    }
    return boxes;
}

TEST(SpatialIndex, FindsWhatALinearSearchFindsInAscendingOrder) {
    for (const std::size_t count : {1U, 15U, 16U, 17U, 256U, 257U, 5000U}) {
        const auto boxes = random_boxes(count);
        const SpatialIndex index{boxes};
        std::mt19937 random{1};
        std::uniform_real_distribution<double> place{-1100, 1100}, size{0, 600};
        for (int i = 0; i < 50; ++i) {
            const double x = place(random), y = place(random);
            const Envelope query{x, y, x + size(random), y + size(random)};
            std::vector<std::uint32_t> expected;
            for (std::uint32_t k = 0; k < boxes.size(); ++k)
                if (boxes[k].intersects(query)) expected.push_back(k);
            ASSERT_EQ(index.query(query), expected) << count;
        }
    }
}

TEST(SpatialIndex, CountsTouchingAsMeeting) {
    const SpatialIndex index{std::vector<Envelope>{{0, 0, 1, 1}, {2, 2, 3, 3}}};
    EXPECT_THAT(index.query({1, 1, 2, 2}), ElementsAre(0U, 1U));
}

TEST(SpatialIndex, NeverFindsEmptyEnvelopes) {
    const SpatialIndex index{std::vector<Envelope>{{}, {0, 0, 1, 1}, {}}};
    EXPECT_THAT(index.query({-9, -9, 9, 9}), ElementsAre(1U));
    EXPECT_EQ(index.extent(), (Envelope{0, 0, 1, 1}));
}

TEST(SpatialIndex, IsEmptyWithoutEnvelopes) {
    EXPECT_THAT(SpatialIndex{}.query({0, 0, 1, 1}), IsEmpty());
    EXPECT_THAT(SpatialIndex{std::vector<Envelope>{}}.query({0, 0, 1, 1}), IsEmpty());
    EXPECT_TRUE(SpatialIndex{std::vector<Envelope>{{}}}.extent().is_empty());
}

TEST(SpatialIndex, CopesWithManyAtOnePlace) {
    const SpatialIndex index{std::vector<Envelope>(1000, Envelope{5, 5, 5, 5})};
    EXPECT_EQ(index.query({5, 5, 5, 5}).size(), 1000U);
    EXPECT_THAT(index.query({6, 6, 7, 7}), IsEmpty());
}

TEST(SpatialIndex, MeetsNothingWithAnEmptyBox) {
    EXPECT_THAT(SpatialIndex{random_boxes(100)}.query({}), IsEmpty());
}

}  // namespace
}  // namespace jinsha::geo
