#include "paint/small_coverage.hpp"

#include <agg_rasterizer_scanline_aa.h>
#include <agg_rasterizer_sl_clip.h>
#include <agg_scanline_u.h>
#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace jinsha::paint {
namespace {

using Ring = std::vector<scene::SubPixelPoint>;

constexpr int kSide = 40;  // of the picture that is compared, pixels

using Shares = std::vector<unsigned>;

Shares by_cells(const std::vector<Ring>& rings, const PixelBox& box) {
    SmallCoverage coverage;
    coverage.begin(box);
    for (const Ring& ring : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) coverage.add_edge(ring[i], ring[(i + 1) % ring.size()]);
    }
    Shares shares(kSide * kSide);
    coverage.sweep(kSide, kSide, true, [&](int y, const paint::Run& run) {
        for (int x = run.x; x < run.x + run.length; ++x) shares[y * kSide + x] = run.coverage;
    });
    return shares;
}

Shares by_agg(const std::vector<Ring>& rings) {
    agg::rasterizer_scanline_aa<agg::rasterizer_sl_no_clip> rasterizer;
    for (const Ring& ring : rings) {
        rasterizer.move_to(ring.front().x, ring.front().y);
        for (const auto& p : ring) rasterizer.line_to(p.x, p.y);
    }
    Shares shares(kSide * kSide);
    agg::scanline_u8 row;
    if (!rasterizer.rewind_scanlines()) return shares;
    row.reset(rasterizer.min_x(), rasterizer.max_x());
    while (rasterizer.sweep_scanline(row)) {
        auto span = row.begin();
        for (unsigned n = row.num_spans(); n > 0; --n, ++span) {
            for (int i = 0; i < span->len; ++i) {
                const int x = span->x + i;
                if (x < 0 || x >= kSide || row.y() < 0 || row.y() >= kSide) continue;
                shares[row.y() * kSide + x] = span->covers[i];
            }
        }
    }
    return shares;
}

TEST(SmallCoverage, IsThatOfAggToTheLastBit) {
    std::mt19937 chance{7};
    const auto between = [&](int low, int high) {
        return low + static_cast<int>(chance() % static_cast<unsigned>(high - low + 1));
    };
    for (int round = 0; round < 2000; ++round) {
        std::vector<Ring> rings(static_cast<std::size_t>(between(1, 3)));
        // Round numbers are frequent: edges along the borders of pixels are where the steps differ.
        const int unit = round % 3 == 0 ? 256 : round % 3 == 1 ? 64 : 1;
        for (Ring& ring : rings) {
            for (int i = between(3, 9); i > 0; --i) {
                ring.push_back(
                    {between(-5 * 256, 40 * 256) / unit * unit, between(-3 * 256, 42 * 256) / unit * unit});
            }
        }
        ASSERT_EQ(by_cells(rings, {-5, -3, 41, 43}), by_agg(rings)) << "round " << round;
    }
}

TEST(SmallCoverage, IsEmptyAgainAfterASweep) {
    SmallCoverage coverage;
    for (int i = 0; i < 2; ++i) {
        coverage.begin({0, 0, 3, 3});
        const Ring box{{0, 0}, {0, 512}, {256, 512}, {256, 0}};
        for (std::size_t k = 0; k < box.size(); ++k) coverage.add_edge(box[k], box[(k + 1) % box.size()]);
        int pixels = 0;
        coverage.sweep(3, 3, true, [&](int, const paint::Run& run) {
            EXPECT_EQ(run.coverage, 255);
            pixels += run.length;
        });
        EXPECT_EQ(pixels, 2);
    }
}

TEST(SmallCoverage, IsForSmallBoxesOnly) {
    EXPECT_TRUE(SmallCoverage::fits({0, 0, 40, 40}));
    EXPECT_FALSE(SmallCoverage::fits({0, 0, 500, 500}));
    EXPECT_FALSE(SmallCoverage::fits({-1'000'000'000, -1'000'000'000, 1'000'000'000, 1'000'000'000}));
}

}  // namespace
}  // namespace jinsha::paint
