#include "scene/placement_contest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <tuple>

namespace jinsha::scene {
namespace {

using style::Overlap;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const std::atomic<bool> kGoesOn{false};

/// What a claim of these tests wants, known without any font.
struct Wish {
    SymbolRank rank;
    GridPoint anchor;
    ClaimParts parts;
};

GridBox around(const ClaimParts& parts) {
    GridBox all = kNoBox;
    for (const PartClaim* part : {&parts.icon, &parts.text}) {
        for (std::size_t i = 0; i < part->choice_count(); ++i) {
            for (const GridBox& box : part->choice(i)) all = united(all, box);
        }
    }
    return all;
}

/// The icon, where it is shown whatever becomes of its text.
GridBox fixture_of(const Wish& wish) {
    const PartClaim &icon = wish.parts.icon, &text = wish.parts.text;
    const bool stands = icon.choice_count() > 0 && icon.overlap == Overlap::Always &&
                        (text.choice_count() == 0 || text.is_optional);
    return stands ? icon.choice(0)[0] : kNoBox;
}

struct WishedClaim : SymbolClaim {
    explicit WishedClaim(const Wish& w) : wish{w} {
        rank = w.rank;
        reach = around(w.parts).grown(3);
        fixture = fixture_of(w);
    }
    void cores(std::vector<GridBox>& out) const override {
        out.clear();
        const PartClaim& text = wish.parts.text;
        if (wish.parts.icon.choice_count() > 0 || text.overlap != Overlap::Never) return;
        for (std::size_t i = 0; i < text.choice_count(); ++i) {
            const GridPoint middle = text.choice(i)[0].center();
            out.push_back({middle.x, middle.y, middle.x, middle.y});
        }
    }
    const Wish& wish;
};

class WishList : public ClaimSupply {
public:
    explicit WishList(std::vector<Wish> wishes) : wishes_{std::move(wishes)} {}

    std::vector<std::unique_ptr<SymbolClaim>> load(std::uint32_t layer, BlockPlace block) override {
        std::vector<std::unique_ptr<SymbolClaim>> claims;
        for (const Wish& wish : wishes_) {
            const BlockPlace home{static_cast<std::int64_t>(std::floor(wish.anchor.x / kScale.block_px)),
                                  static_cast<std::int64_t>(std::floor(wish.anchor.y / kScale.block_px))};
            if (wish.rank.layer == layer && home == block)
                claims.push_back(std::make_unique<WishedClaim>(wish));
        }
        ++loads;
        return claims;
    }
    void lay_out(SymbolClaim& claim) override {
        ++layouts;
        claim.parts = std::make_unique<ClaimParts>(static_cast<WishedClaim&>(claim).wish.parts);
    }

    static constexpr ContestScale kScale{100, 100, 25};
    static constexpr GridBox kWorld{-1000, -1000, 1000, 1000};
    int loads{}, layouts{};

private:
    std::vector<Wish> wishes_;
};

/// Feature number, icon choice, text choice.
using Outcome = std::tuple<std::uint32_t, int, int>;

std::vector<Outcome> placed(PlacementContest& contest, const GridBox& rect) {
    std::vector<Outcome> outcomes;
    for (const SymbolClaim* claim : contest.placed_in(rect, kGoesOn)) {
        outcomes.emplace_back(claim->rank.feature, claim->icon_choice, claim->text_choice);
    }
    return outcomes;
}

std::vector<Outcome> place_all(std::vector<Wish> wishes) {
    WishList supply{std::move(wishes)};
    PlacementContest contest{supply, WishList::kScale, WishList::kWorld, 3};
    return placed(contest, WishList::kWorld);
}

GridBox square(GridPoint center, double side) {
    return GridBox{center.x, center.y, center.x, center.y}.grown(side / 2);
}

Wish text_wish(std::uint32_t feature, std::vector<GridPoint> centers, double side = 10,
               std::uint32_t layer = 0) {
    Wish wish;
    wish.rank.layer = layer;
    wish.rank.feature = feature;
    wish.anchor = centers.front();
    for (const GridPoint& center : centers) wish.parts.text.add_choice({{square(center, side)}});
    return wish;
}

TEST(PlacementContest, DropsTheLaterOfTwoThatMeet) {
    EXPECT_THAT(place_all({text_wish(2, {{5, 0}}), text_wish(1, {{0, 0}})}), ElementsAre(Outcome{1, -1, 0}));
}

TEST(PlacementContest, LetsBoxesTouch) {
    EXPECT_THAT(place_all({text_wish(1, {{0, 0}}), text_wish(2, {{10, 0}})}),
                ElementsAre(Outcome{1, -1, 0}, Outcome{2, -1, 0}));
}

TEST(PlacementContest, GivesRoomToTheUpperLayerFirst) {
    EXPECT_THAT(place_all({text_wish(1, {{0, 0}}, 10, 1), text_wish(9, {{5, 0}}, 10, 0)}),
                ElementsAre(Outcome{9, -1, 0}));
}

TEST(PlacementContest, TakesTheFirstChoiceThatIsFree) {
    EXPECT_THAT(place_all({text_wish(1, {{0, 0}}), text_wish(2, {{5, 0}, {0, 5}, {12, 0}, {30, 0}})}),
                ElementsAre(Outcome{1, -1, 0}, Outcome{2, -1, 2}));
}

TEST(PlacementContest, LetsTheThirdStandWhereTheSecondHadToGo) {
    EXPECT_THAT(place_all({text_wish(1, {{0, 0}}), text_wish(2, {{8, 0}}), text_wish(3, {{16, 0}})}),
                ElementsAre(Outcome{1, -1, 0}, Outcome{3, -1, 0}));
}

TEST(PlacementContest, ShowsWhatMayOverlapAnything) {
    Wish always = text_wish(2, {{5, 0}});
    always.parts.text.overlap = Overlap::Always;
    EXPECT_THAT(place_all({text_wish(1, {{0, 0}}), always, text_wish(3, {{12, 0}})}),
                ElementsAre(Outcome{1, -1, 0}, Outcome{2, -1, 0}));
}

TEST(PlacementContest, LetsCooperativeSymbolsOverlapEachOtherOnly) {
    const auto cooperative = [](std::uint32_t feature, GridPoint at) {
        Wish wish = text_wish(feature, {at});
        wish.parts.text.overlap = Overlap::Cooperative;
        return wish;
    };
    EXPECT_THAT(place_all({text_wish(1, {{0, 0}}), cooperative(2, {5, 0}), cooperative(3, {12, 0}),
                           cooperative(4, {15, 0}), text_wish(5, {{18, 0}})}),
                ElementsAre(Outcome{1, -1, 0}, Outcome{3, -1, 0}, Outcome{4, -1, 0}));
}

TEST(PlacementContest, LetsOthersLieOnWhatIgnoresPlacement) {
    Wish ghost = text_wish(1, {{0, 0}});
    ghost.parts.text.ignore_placement = true;
    EXPECT_THAT(place_all({ghost, text_wish(2, {{5, 0}})}),
                ElementsAre(Outcome{1, -1, 0}, Outcome{2, -1, 0}));
}

/// Icon at the anchor, text below it.
Wish icon_and_text(std::uint32_t feature, GridPoint at, bool icon_is_optional, bool text_is_optional) {
    Wish wish = text_wish(feature, {{at.x, at.y + 10}});
    wish.parts.icon.add_choice({{square(at, 10)}});
    wish.parts.icon.is_optional = icon_is_optional;
    wish.parts.text.is_optional = text_is_optional;
    return wish;
}

TEST(PlacementContest, ShowsIconAndTextTogetherOrNotAtAll) {
    EXPECT_THAT(place_all({text_wish(1, {{0, 10}}), icon_and_text(2, {0, 0}, false, false)}),
                ElementsAre(Outcome{1, -1, 0}));
    EXPECT_THAT(place_all({text_wish(1, {{0, 0}}), icon_and_text(2, {0, 0}, false, false)}),
                ElementsAre(Outcome{1, -1, 0}));
}

TEST(PlacementContest, LeavesAnOptionalTextAway) {
    EXPECT_THAT(place_all({text_wish(1, {{0, 10}}), icon_and_text(2, {0, 0}, false, true)}),
                ElementsAre(Outcome{1, -1, 0}, Outcome{2, 0, -1}));
    EXPECT_THAT(place_all({text_wish(1, {{0, 0}}), icon_and_text(2, {0, 0}, false, true)}),
                ElementsAre(Outcome{1, -1, 0}))
        << "the icon is needed";
}

TEST(PlacementContest, LeavesAnOptionalIconAway) {
    EXPECT_THAT(place_all({text_wish(1, {{0, 0}}), icon_and_text(2, {0, 0}, true, false)}),
                ElementsAre(Outcome{1, -1, 0}, Outcome{2, -1, 0}));
}

TEST(PlacementContest, LaysATextOnTheFewestFixtures) {
    Wish badge = icon_and_text(5, {30, 0}, false, true);
    badge.parts.icon.overlap = Overlap::Always;
    EXPECT_THAT(place_all({text_wish(1, {{25, 0}, {0, 0}}), badge}),
                ElementsAre(Outcome{1, -1, 1}, Outcome{5, 0, 0}));
    EXPECT_THAT(place_all({text_wish(1, {{25, 0}, {28, 0}}), badge}),
                ElementsAre(Outcome{1, -1, 0}, Outcome{5, 0, 0}));
}

TEST(PlacementContest, LeavesAnOptionalTextAwayRatherThanLayItOnAFixture) {
    Wish badge = icon_and_text(5, {0, 14}, false, true);
    badge.parts.icon.overlap = Overlap::Always;
    EXPECT_THAT(place_all({icon_and_text(1, {0, 0}, false, true), badge}),
                ElementsAre(Outcome{1, 0, -1}, Outcome{5, 0, 0}));
}

TEST(PlacementContest, AsksForNothingWhereThereIsNoWorld) {
    WishList supply{{text_wish(1, {{0, 0}})}};
    PlacementContest contest{supply, WishList::kScale, kNoBox, 1};
    EXPECT_THAT(contest.placed_in({-1e300, -1e300, 1e300, 1e300}, kGoesOn), IsEmpty());
    EXPECT_EQ(supply.loads, 0);
}

TEST(PlacementContest, LooksOnlyAtTheNeighbourhoodOfTheQuestion) {
    std::vector<Wish> wishes;
    for (std::uint32_t i = 0; i < 1000; ++i) wishes.push_back(text_wish(i, {{i * 2.0 - 999, 0}}));
    for (Wish& wish : wishes) wish.rank.tie = wish.rank.feature * 7919 % 1000;  // scattered
    WishList supply{wishes};
    PlacementContest contest{supply, WishList::kScale, WishList::kWorld, 1};
    EXPECT_FALSE(contest.placed_in({0, -10, 20, 10}, kGoesOn).empty());
    EXPECT_LT(supply.layouts, 60);
}

TEST(PlacementContest, FollowsAChainAcrossTheWorldWithoutEndingTheStack) {
    std::vector<Wish> wishes;
    std::vector<Outcome> expected;
    for (std::uint32_t i = 0; i < 19'000; ++i) {
        wishes.push_back(text_wish(i, {{i * 0.1 - 950, 0}}, 0.19));
        if (i % 2 == 0) expected.emplace_back(i, -1, 0);
    }
    WishList supply{wishes};
    PlacementContest contest{supply, WishList::kScale, WishList::kWorld, 1};
    const auto last = placed(contest, {948, -1, 949.95, 1});
    ASSERT_FALSE(last.empty());
    for (const Outcome& outcome : last) EXPECT_EQ(std::get<0>(outcome) % 2, 0u);
    EXPECT_EQ(placed(contest, WishList::kWorld), expected);
}

std::vector<Wish> random_wishes(unsigned seed, int count) {
    std::mt19937 random{seed};
    const auto number = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(random()) / 4294967296.0;
    };
    std::vector<Wish> wishes;
    for (int i = 0; i < count; ++i) {
        Wish wish;
        wish.anchor = {number(-300, 300), number(-300, 300)};
        wish.rank = {static_cast<std::uint32_t>(random() % 3),
                     0,
                     static_cast<double>(random() % 4),
                     random(),
                     static_cast<std::uint32_t>(i),
                     0};
        const auto overlap = [&] {
            const auto r = random() % 10;
            return r == 0 ? Overlap::Always : r == 1 ? Overlap::Cooperative : Overlap::Never;
        };
        const auto add = [&](PartClaim& part, std::uint64_t choices) {
            for (std::uint64_t c = 0; c < choices; ++c) {
                const double x = wish.anchor.x + number(-8, 8), y = wish.anchor.y + number(-8, 8);
                part.add_choice({{square({x, y}, number(2, 12)), square({x + 2, y + 2}, number(2, 12))}});
            }
            part.overlap = overlap();
            part.ignore_placement = random() % 10 == 0;
            part.is_optional = random() % 3 == 0;
        };
        const auto kind = random() % 3;
        if (kind != 0) add(wish.parts.icon, 1);
        if (kind != 1) add(wish.parts.text, 1 + random() % 4);
        wishes.push_back(std::move(wish));
    }
    return wishes;
}

/// One after the other, in the order of ranks, against all before.
std::vector<Outcome> place_one_by_one(std::vector<Wish> wishes) {
    std::ranges::sort(wishes, [](const Wish& a, const Wish& b) { return a.rank < b.rank; });
    struct Barrier {
        GridBox box;
        Overlap overlap;
    };
    std::vector<Barrier> barriers;
    std::vector<Outcome> outcomes;
    for (const Wish& wish : wishes) {
        const auto is_free = [&](const PartClaim& part, std::size_t i) {
            return std::ranges::none_of(part.choice(i), [&](const GridBox& box) {
                return std::ranges::any_of(barriers, [&](const Barrier& b) {
                    const bool blocks = part.overlap == Overlap::Never ||
                                        (part.overlap == Overlap::Cooperative && b.overlap == Overlap::Never);
                    return blocks && meet(box, b.box);
                });
            });
        };
        const PartClaim &icon = wish.parts.icon, &text = wish.parts.text;
        const auto fixtures_under = [&](std::size_t choice) {
            return std::ranges::count_if(wishes, [&](const Wish& other) {
                return &other != &wish && std::ranges::any_of(text.choice(choice), [&](const GridBox& box) {
                    return meet(fixture_of(other), box);
                });
            });
        };
        int icon_choice = -1, text_choice = -1;
        if (icon.choice_count() > 0 && is_free(icon, 0)) icon_choice = 0;
        const bool may_go = text.is_optional && icon.choice_count() > 0 && text.overlap == Overlap::Never;
        std::vector<std::pair<std::ptrdiff_t, int>> texts;  // fixtures under it, choice
        for (std::size_t i = 0; i < text.choice_count(); ++i) {
            const auto fixtures = text.overlap == Overlap::Always ? 0 : fixtures_under(i);
            if (is_free(text, i) && !(may_go && fixtures > 0))
                texts.emplace_back(fixtures, static_cast<int>(i));
        }
        if (!texts.empty()) text_choice = std::ranges::min(texts).second;
        if (icon.choice_count() && text.choice_count()) {
            const bool has_icon = icon_choice >= 0, has_text = text_choice >= 0;
            if (!has_text && !text.is_optional) icon_choice = -1;
            if (!has_icon && !icon.is_optional) text_choice = -1;
        }
        const auto put = [&](const PartClaim& part, int choice) {
            if (choice < 0 || part.ignore_placement) return;
            for (const GridBox& box : part.choice(static_cast<std::size_t>(choice))) {
                barriers.push_back({box, part.overlap});
            }
        };
        put(icon, icon_choice);
        put(text, text_choice);
        if (icon_choice >= 0 || text_choice >= 0)
            outcomes.emplace_back(wish.rank.feature, icon_choice, text_choice);
    }
    return outcomes;
}

TEST(PlacementContest, GivesWhatPlacingTheWholeWorldOneByOneWouldGive) {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const auto wishes = random_wishes(seed, 200 * static_cast<int>(seed));
        EXPECT_EQ(place_all(wishes), place_one_by_one(wishes)) << "seed " << seed;
    }
}

TEST(PlacementContest, IsIndependentOfTheOrderAndTheSizeOfQuestions) {
    const auto wishes = random_wishes(77, 1500);
    WishList supply{wishes};
    PlacementContest whole{supply, WishList::kScale, WishList::kWorld, 3};
    const auto expected = placed(whole, WishList::kWorld);
    for (unsigned seed = 1; seed <= 5; ++seed) {
        std::mt19937 random{seed};
        const auto below = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
        PlacementContest contest{supply, WishList::kScale, WishList::kWorld, 3};
        for (int i = 0; i < 40; ++i) {
            const double x = below(700) - 350, y = below(700) - 350;
            const GridBox rect{x, y, x + 1 + below(200), y + 1 + below(100)};
            for (const Outcome& outcome : placed(contest, rect)) {
                EXPECT_TRUE(
                    std::ranges::binary_search(expected, outcome, [&](const Outcome& a, const Outcome& b) {
                        return wishes[std::get<0>(a)].rank < wishes[std::get<0>(b)].rank;
                    }));
            }
        }
        EXPECT_EQ(placed(contest, WishList::kWorld), expected) << "seed " << seed;
    }
}

}  // namespace
}  // namespace jinsha::scene
