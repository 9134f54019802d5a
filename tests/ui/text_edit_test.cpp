#include "ui/text_edit.hpp"

#include <gtest/gtest.h>

namespace jinsha::ui {
namespace {

using enum TextEdit::Selecting;

TEST(TextEdit, BeginsWithTheCaretAtItsEnd) {
    EXPECT_EQ(TextEdit{"金沙"}.caret(), 6U);
    EXPECT_EQ(TextEdit{"金沙"}.selected(), "");
}

TEST(TextEdit, PutsTypedTextAtTheCaret) {
    TextEdit edit{"金湖"};
    edit.move_left(No);
    edit.insert("沙");
    EXPECT_EQ(edit.text(), "金沙湖");
    EXPECT_EQ(edit.caret(), 6U);
}

TEST(TextEdit, MovesByWholeCharacters) {
    TextEdit edit{"a金𠮷"};
    edit.move_left(No);
    EXPECT_EQ(edit.caret(), 4U);
    edit.move_left(No);
    EXPECT_EQ(edit.caret(), 1U);
    edit.move_left(No);
    edit.move_left(No);
    EXPECT_EQ(edit.caret(), 0U);
    edit.move_right(No);
    edit.move_right(No);
    EXPECT_EQ(edit.caret(), 4U);
}

TEST(TextEdit, ErasesWholeCharacters) {
    TextEdit edit{"金沙湖"};
    edit.erase_backward();
    EXPECT_EQ(edit.text(), "金沙");
    edit.move_to_begin(No);
    edit.erase_backward();
    EXPECT_EQ(edit.text(), "金沙");
    edit.erase_forward();
    EXPECT_EQ(edit.text(), "沙");
}

TEST(TextEdit, ReplacesWhatIsSelected) {
    TextEdit edit{"旧名.png"};
    edit.select(0, 6);
    EXPECT_EQ(edit.selected(), "旧名");
    edit.insert("新");
    EXPECT_EQ(edit.text(), "新.png");
    EXPECT_EQ(edit.caret(), 3U);
}

TEST(TextEdit, ErasesWhatIsSelectedWhicheverKeyIsPressed) {
    TextEdit edit{"abcd"};
    edit.select(3, 1);
    edit.erase_forward();
    EXPECT_EQ(edit.text(), "ad");
    edit.select_all();
    edit.erase_backward();
    EXPECT_EQ(edit.text(), "");
}

TEST(TextEdit, SelectsWithShiftAndLeavesTheSelectionAtItsEnds) {
    TextEdit edit{"abc"};
    edit.move_left(Yes);
    edit.move_left(Yes);
    EXPECT_EQ(edit.selected(), "bc");
    edit.move_left(No);
    EXPECT_EQ(edit.caret(), 1U);
    edit.move_to_end(Yes);
    edit.move_right(No);
    EXPECT_EQ(edit.caret(), 3U);
    EXPECT_EQ(edit.selected(), "");
}

TEST(TextEdit, StaysOneLineWhateverIsPasted) {
    TextEdit edit;
    edit.insert("一\r\n二");
    EXPECT_EQ(edit.text(), "一二");
}

TEST(TextEdit, StepsOverBrokenTextByteByByte) {
    TextEdit edit{"\xE9\x87"};  // the first two bytes of a character of three
    edit.move_to_begin(No);
    edit.move_right(No);
    EXPECT_LE(edit.caret(), 2U);
    edit.move_to_end(No);
    edit.erase_backward();
    EXPECT_EQ(edit.text(), "");
}

}  // namespace
}  // namespace jinsha::ui
