#include "text/font_set.hpp"

#include "text/label.hpp"
#include "text/test_fonts.hpp"
#include "text/typeface.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hb.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace jinsha::text {
namespace {

using testing::HasSubstr;

FontWeight weight_of(const std::string& first, const std::string& second = "Arial Unicode MS Regular") {
    return FontSet::weight_for(std::array{first, second});
}

TEST(FontSet, TakesTheSimplifiedChineseFaceOfNotoSansCjk) {
    EXPECT_EQ(test_fonts().problem(), "");
    EXPECT_EQ(test_fonts().file(FontWeight::Regular).face_index, 2);
    EXPECT_EQ(test_fonts().file(FontWeight::Bold).face_index, 2);
    EXPECT_NE(test_fonts().file(FontWeight::Regular).path, test_fonts().file(FontWeight::Bold).path);
}

/// The glyph that a face of the collection has for a character, whatever the language.
std::uint32_t glyph_of_face(int face_index, char32_t character) {
    FontFile file = test_fonts().file(FontWeight::Regular);
    file.face_index = face_index;
    const auto typeface = Typeface::open(file);
    hb_codepoint_t glyph = 0;
    if (typeface) hb_font_get_nominal_glyph(typeface->shaper(), character, &glyph);
    return glyph;
}

TEST(FontSet, DrawsSimplifiedChineseForms) {
    constexpr int kJapanese = 0, kSimplifiedChinese = 2;
    const ShapedText text = shape(test_fonts(), "直骨角将海", {});
    const std::u32string characters = U"直骨角将海";
    for (std::size_t i = 0; i < characters.size(); ++i) {
        EXPECT_EQ(text.glyphs.at(i).glyph_id, glyph_of_face(kSimplifiedChinese, characters[i]));
        EXPECT_NE(text.glyphs.at(i).glyph_id, glyph_of_face(kJapanese, characters[i]));
    }
}

TEST(FontSet, TakesTheWeightFromTheFirstNameOfTheStack) {
    EXPECT_EQ(weight_of("Noto Sans CJK SC Bold"), FontWeight::Bold);
    EXPECT_EQ(weight_of("Open Sans Semibold"), FontWeight::Bold);
    EXPECT_EQ(weight_of("Roboto Black"), FontWeight::Bold);
    EXPECT_EQ(weight_of("Noto Sans Regular", "Arial Bold"), FontWeight::Regular);
    EXPECT_EQ(FontSet::weight_for({}), FontWeight::Regular);
}

TEST(FontSet, ReportsEachMissingCharacterOnce) {
    EXPECT_EQ(test_fonts().missing_characters("金\U0001F3D7沙\U0001F3D7 坪箐竣钒钛", FontWeight::Regular),
              U"\U0001F3D7");
    EXPECT_EQ(test_fonts().missing_characters("", FontWeight::Regular), U"");
}

TEST(FontSet, MissesNoControlOrFormatCharacters) {
    EXPECT_EQ(test_fonts().missing_characters("a\nb\tc\u200D\u200B\uFE0F\uFEFF", FontWeight::Bold), U"");
}

/// All files of the folder that end like this, as one text.
std::string texts_in(const std::filesystem::path& folder, const std::string& ending) {
    std::string texts;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() != ending) continue;
        std::ifstream file{entry.path()};
        texts.append(std::istreambuf_iterator<char>{file}, {});
    }
    return texts;
}

TEST(FontSet, HasEveryCharacterOfTheBundledMapAndTheInterface) {
    const std::filesystem::path root = JINSHA_SOURCE_DIR;
    const std::string texts = texts_in(root / "geodata", ".geojson") + texts_in(root / "geodata", ".json") +
                              texts_in(root / "assets" / "i18n", ".json");
    EXPECT_THAT(texts, HasSubstr("攀枝花"));
    for (const FontWeight weight : {FontWeight::Regular, FontWeight::Bold})
        EXPECT_EQ(test_fonts().missing_characters(texts, weight), U"");
}

TEST(FontSet, NamesAFontFileThatIsNotThere) {
    const FontFile nowhere{"/nowhere/font.ttc", 0};
    const auto fonts = FontSet::load(nowhere, nowhere);
    ASSERT_FALSE(fonts);
    EXPECT_THAT(fonts.error().message(), HasSubstr("cannot read the font file '/nowhere/font.ttc'"));
}

TEST(FontSet, NamesAFileThatIsNoFont) {
    const auto path = std::filesystem::path{testing::TempDir()} / "jinsha-no-font.ttc";
    std::ofstream{path} << "this is text";
    const auto fonts = FontSet::load({path, 0}, {path, 0});
    ASSERT_FALSE(fonts);
    EXPECT_THAT(fonts.error().message(), HasSubstr("jinsha-no-font.ttc' has no font with number 0"));
    std::filesystem::remove(path);
}

TEST(FontSet, NamesAFaceThatTheCollectionDoesNotHave) {
    FontFile file = test_fonts().file(FontWeight::Regular);
    file.face_index = 99;
    const auto fonts = FontSet::load(file, file);
    ASSERT_FALSE(fonts);
    EXPECT_THAT(fonts.error().message(), HasSubstr("has no font with number 99"));
}

}  // namespace
}  // namespace jinsha::text
