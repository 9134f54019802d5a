#include "print/whole_texts.hpp"

#include <gtest/gtest.h>

namespace jinsha::print {
namespace {

constexpr scene::GridRect kFrame{1000, 2000, 300, 200};

/// A text of 40 × 20 px with its middle there, from the frame's upper left corner.
scene::PlacedText text_at(double x, double y, double rotate_deg = 0) {
    text::Label label;
    label.shaped.width_px = 40;
    label.shaped.height_px = 20;
    label.rotate_deg = rotate_deg;
    return {std::make_shared<const text::Label>(std::move(label)), {1000 + x, 2000 + y}, 1};
}

std::size_t texts_left(std::vector<scene::PlacedText> texts) {
    scene::PlacedSymbol symbol;
    symbol.icons.push_back({"icon", {1000, 2000}});
    symbol.texts = std::move(texts);
    std::vector symbols{symbol};
    leave_out_cut_texts(symbols, kFrame);
    EXPECT_EQ(symbols.front().icons.size(), 1U) << "the icon stays";
    return symbols.front().texts.size();
}

TEST(WholeTexts, StayWhereTheyTouchTheEdgeFromInside) {
    EXPECT_EQ(texts_left({text_at(20, 10)}), 1U);
    EXPECT_EQ(texts_left({text_at(280, 190)}), 1U);
}

TEST(WholeTexts, GoWhereAnEdgeCutsThroughThem) {
    for (const auto& cut : {text_at(19, 100), text_at(281, 100), text_at(150, 9), text_at(150, 191)})
        EXPECT_EQ(texts_left({cut}), 0U);
}

TEST(WholeTexts, CountAsTheyAreTurned) {
    EXPECT_EQ(texts_left({text_at(10, 20, 90)}), 1U);
    EXPECT_EQ(texts_left({text_at(150, 10, 90)}), 0U);
    EXPECT_EQ(texts_left({text_at(150, 16, 45)}), 0U);
}

TEST(WholeTexts, AlongALineGoAllWithTheOneThatIsCut) {
    EXPECT_EQ(texts_left({text_at(100, 100), text_at(290, 100)}), 0U);
}

}  // namespace
}  // namespace jinsha::print
