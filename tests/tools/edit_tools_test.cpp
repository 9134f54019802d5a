#include "tools/toolbox.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::tools {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Modifiers kNone{};

class EditToolsTest : public testing::Test {
protected:
    std::vector<Command> send(std::initializer_list<Event> events) {
        std::vector<Command> all;
        for (const Event& event : events)
            for (const Command& command : toolbox_.handle(event))
                if (!std::holds_alternative<Hold>(command)) all.push_back(command);
        return all;
    }
    static PointerPressed press(geo::ScreenPoint at, Modifiers modifiers = kNone, int clicks = 1) {
        return {at, Button::Left, modifiers, clicks};
    }
    static PointerReleased release(geo::ScreenPoint at) { return {at, Button::Left}; }

    Toolbox toolbox_{1.0};
};

class DrawToolTest : public EditToolsTest {
protected:
    void SetUp() override { toolbox_.set_editing(Toolbox::Editing::Draw); }
};

TEST_F(DrawToolTest, AClickPlacesAVertex) {
    EXPECT_THAT(send({press({10, 10}), release({11, 10})}), ElementsAre(Command{DrawTo{{11, 10}}}));
    EXPECT_EQ(toolbox_.cursor(), CursorShape::Cross);
}

TEST_F(DrawToolTest, ADoubleClickEndsInsteadOfZooming) {
    EXPECT_THAT(send({press({10, 10}), release({10, 10}), press({10, 10}, kNone, 2), release({10, 10})}),
                ElementsAre(Command{DrawTo{{10, 10}}}, Command{DrawEnd{}}));
}

TEST_F(DrawToolTest, ADragMovesTheMapAndPlacesNothing) {
    EXPECT_THAT(send({press({10, 10}), PointerMoved{{60, 10}}, release({60, 10})}),
                ElementsAre(Command{PanBy{50, 0}}, Command{LetGo{}}));
}

TEST_F(DrawToolTest, KeysEndTakeBackAndGiveUp) {
    EXPECT_THAT(send({KeyPressed{Key::Enter, kNone}, KeyPressed{Key::Backspace, kNone},
                      KeyPressed{Key::Escape, kNone}}),
                ElementsAre(Command{DrawEnd{}}, Command{DrawBack{}}, Command{DrawGiveUp{}}));
}

class ReshapeToolTest : public EditToolsTest {
protected:
    /// A vertex at 100, 100; the feature reaches to 200.
    void SetUp() override {
        toolbox_.set_editing(Toolbox::Editing::Reshape);
        toolbox_.set_grabbable([](geo::ScreenPoint at) {
            if (at.x > 200) return Grabbable::Nothing;
            return at == geo::ScreenPoint{100, 100} ? Grabbable::Vertex : Grabbable::Feature;
        });
    }
};

TEST_F(ReshapeToolTest, DragsWhatCanBeDragged) {
    EXPECT_THAT(send({press({50, 50}), PointerMoved{{52, 50}}, PointerMoved{{60, 50}}, release({61, 50})}),
                ElementsAre(Command{DragTo{{50, 50}, {60, 50}}}, Command{DragTo{{50, 50}, {61, 50}}},
                            Command{Drop{}}));
}

TEST_F(ReshapeToolTest, LeavesTheRestToTheMap) {
    EXPECT_THAT(send({press({250, 50}), PointerMoved{{300, 50}}, release({300, 50})}),
                ElementsAre(Command{PanBy{50, 0}}, Command{LetGo{}}));
    EXPECT_THAT(send({press({250, 50}), release({250, 50})}), ElementsAre(Command{SelectAt{{250, 50}}}));
}

TEST_F(ReshapeToolTest, AClickPicksAVertexAndWithAltTakesItAway) {
    EXPECT_THAT(send({press({100, 100}), release({100, 100})}),
                ElementsAre(Command{PickVertexAt{{100, 100}}}));
    EXPECT_THAT(send({press({100, 100}, {.alt = true}), release({100, 100})}),
                ElementsAre(Command{DeleteVertexAt{{100, 100}}}));
    EXPECT_THAT(send({press({50, 50}), release({50, 50})}), ElementsAre(Command{SelectAt{{50, 50}}}));
    EXPECT_THAT(send({KeyPressed{Key::Backspace, kNone}}), ElementsAre(Command{DeletePickedVertex{}}));
}

TEST_F(ReshapeToolTest, EscapePutsBackWhatIsDraggedAndThenEnds) {
    EXPECT_THAT(send({press({50, 50}), PointerMoved{{90, 50}}, KeyPressed{Key::Escape, kNone}}),
                ElementsAre(Command{DragTo{{50, 50}, {90, 50}}}, Command{DragGiveUp{}}));
    EXPECT_THAT(send({release({90, 50}), KeyPressed{Key::Escape, kNone}}),
                ElementsAre(Command{DrawGiveUp{}}));
}

TEST_F(ReshapeToolTest, ShowsAHandOverWhatCanBeDragged) {
    send({PointerMoved{{50, 50}}});
    EXPECT_EQ(toolbox_.cursor(), CursorShape::Hand);
    send({PointerMoved{{250, 50}}});
    EXPECT_EQ(toolbox_.cursor(), CursorShape::Arrow);
}

TEST_F(EditToolsTest, WithoutAToolNothingIsEdited) {
    toolbox_.set_grabbable([](geo::ScreenPoint) { return Grabbable::Vertex; });
    EXPECT_THAT(send({press({10, 10}), release({10, 10})}), ElementsAre(Command{SelectAt{{10, 10}}}));
    EXPECT_THAT(send({KeyPressed{Key::Backspace, kNone}}), IsEmpty());
}

}  // namespace
}  // namespace jinsha::tools
