#include "ui/atlas.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::ui {
namespace {

std::unique_ptr<Atlas> atlas() {
    const std::filesystem::path icons = std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "icons";
    return Atlas::create(text::FontSet::load().value(),
                         std::make_shared<symbol::IconStore>(std::vector{icons}))
        .value();
}

constexpr char32_t kBox = U'□';

TEST(Atlas, HoldsWhatWasAskedForAfterABuild) {
    const auto glyphs = atlas();
    EXPECT_EQ(glyphs->glyph(TextStyle::Body, U'坪'), nullptr);
    EXPECT_TRUE(glyphs->needs_build(1));
    glyphs->build(1);
    ASSERT_NE(glyphs->glyph(TextStyle::Body, U'坪'), nullptr);
    EXPECT_EQ(glyphs->glyph(TextStyle::Body, U'坪')->Codepoint, std::uint32_t{U'坪'});
    EXPECT_THAT(glyphs->missing(), testing::IsEmpty());
}

// Dear ImGui has characters of 16 bits.
TEST(Atlas, ShowsABoxForCharactersBeyondTheBasicPlane) {
    const auto glyphs = atlas();
    glyphs->want("𠮷野家😀");
    glyphs->build(1);
    for (const char32_t character : {U'𠮷', U'😀'}) {
        const ImFontGlyph* glyph = glyphs->glyph(TextStyle::Title, character);
        ASSERT_NE(glyph, nullptr);
        EXPECT_EQ(glyph->Codepoint, std::uint32_t{kBox});
        EXPECT_GT(glyphs->advance(TextStyle::Title, character), 0);
    }
    EXPECT_THAT(glyphs->missing(), testing::ElementsAre(U'😀', U'𠮷'));  // U+1F600, U+20BB7
}

TEST(Atlas, ShowsABoxForCharactersThatTheFontHasNot) {
    const auto glyphs = atlas();
    glyphs->want("\uE000");  // for private use
    glyphs->build(1);
    ASSERT_NE(glyphs->glyph(TextStyle::Body, 0xE000), nullptr);
    EXPECT_EQ(glyphs->glyph(TextStyle::Body, 0xE000)->Codepoint, std::uint32_t{kBox});
}

}  // namespace
}  // namespace jinsha::ui
