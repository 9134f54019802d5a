#include "io/encoding_choice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace jinsha::io {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kGbk = "\xB8\xF1\xC0\xEF\xC6\xBA\xD5\xF2";  // 格里坪镇
constexpr std::string_view kUtf8 = "格里坪镇";

map::Found chosen(const DeclaredEncoding& declared, const std::vector<std::string_view>& texts) {
    return choose_encoding(declared, texts).found;
}

TEST(EncodingChoice, TakesTheDeclarationThatFits) {
    EXPECT_EQ(chosen({"GBK", "declared in the .cpg"}, {kGbk, "abc"}),
              (map::Found{"GBK", "declared in the .cpg"}));
    EXPECT_EQ(chosen({"UTF-8", "declared in the .cpg"}, {kUtf8}),
              (map::Found{"UTF-8", "declared in the .cpg"}));
}

TEST(EncodingChoice, BelievesTheTextsMoreThanTheDeclaration) {
    const auto says_utf8 = chosen({"UTF-8", "declared in the .cpg"}, {kGbk});
    EXPECT_EQ(says_utf8.name, "GB18030");
    EXPECT_EQ(says_utf8.how, "declared in the .cpg as UTF-8, but the texts are GB18030");
    EXPECT_EQ(chosen({"GBK", "declared in the .cpg"}, {kUtf8}).name, "UTF-8");
}

TEST(EncodingChoice, GuessesWhereNothingIsDeclared) {
    EXPECT_EQ(chosen({}, {kUtf8}).name, "UTF-8");
    EXPECT_EQ(chosen({}, {kGbk}),
              (map::Found{"GB18030", "none declared, and the texts are no UTF-8: taken as GB18030"}));
    EXPECT_EQ(chosen({}, {"abc"}).how, "none declared: all texts are plain ASCII");
    EXPECT_EQ(chosen({}, {}).name, "UTF-8");
}

TEST(EncodingChoice, DoesWhatAPersonSays) {
    EXPECT_EQ(chosen({"CP1252", "set in the map document", true}, {kUtf8}).name, "CP1252");
}

TEST(EncodingChoice, KeepsUtf8WhenOnlySomeTextsAreBroken) {
    EXPECT_EQ(chosen({"UTF-8", "declared in the file"}, {kUtf8, kUtf8, "\xFF\xFE"}).name, "UTF-8");
}

TEST(EncodingChoice, IgnoresADeclarationItDoesNotKnow) {
    EXPECT_EQ(chosen({"KLINGON", "declared in the .cpg"}, {kGbk}).name, "GB18030");
}

}  // namespace
}  // namespace jinsha::io
