#include "tools/toolbox.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::tools {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Modifiers kNone{};
const Modifiers kShift{.shift = true};
const Modifiers kControl{.control = true};

/// Sends events one after the other and keeps all commands.
class ToolboxTest : public testing::Test {
protected:
    std::vector<Command> send(std::initializer_list<Event> events) {
        std::vector<Command> all;
        for (const Event& event : events) {
            const auto commands = toolbox_.handle(event);
            all.insert(all.end(), commands.begin(), commands.end());
        }
        return all;
    }

    Toolbox toolbox_{1.0};
};

TEST_F(ToolboxTest, ADragMovesTheMapWithThePointer) {
    EXPECT_THAT(
        send({PointerPressed{{100, 100}, Button::Left, kNone, 1}, PointerMoved{{110, 100}},
              PointerMoved{{130, 95}}, PointerReleased{{130, 95}, Button::Left}}),
        ElementsAre(Command{Hold{}}, Command{PanBy{10, 0}}, Command{PanBy{20, -5}}, Command{LetGo{}}));
}

TEST_F(ToolboxTest, AHandLaidOnTheMapHoldsIt) {
    EXPECT_THAT(send({PointerPressed{{10, 10}, Button::Left, kNone, 1}}), ElementsAre(Command{Hold{}}));
}

TEST_F(ToolboxTest, TheMiddleButtonDragsToo) {
    EXPECT_THAT(send({PointerPressed{{100, 100}, Button::Middle, kNone, 1}, PointerMoved{{110, 100}}}),
                ElementsAre(Command{Hold{}}, Command{PanBy{10, 0}}));
}

TEST_F(ToolboxTest, WhileMeasuringClicksGoOnAndADoubleClickEnds) {
    toolbox_.set_measuring(true);
    EXPECT_EQ(toolbox_.cursor(), CursorShape::Cross);
    EXPECT_THAT(
        send({PointerPressed{{10, 10}, Button::Left, kNone, 1}, PointerReleased{{11, 10}, Button::Left},
              PointerPressed{{11, 10}, Button::Left, kNone, 2}, PointerReleased{{11, 10}, Button::Left}}),
        ElementsAre(Command{Hold{}}, Command{MeasureTo{{11, 10}}}, Command{Hold{}}, Command{MeasureEnd{}}));
}

TEST_F(ToolboxTest, WhileAreasAreDrawnADragIsABox) {
    toolbox_.set_drawing_areas(true);
    EXPECT_EQ(toolbox_.cursor(), CursorShape::Cross);
    EXPECT_THAT(send({PointerPressed{{100, 100}, Button::Left, kNone, 1}, PointerMoved{{60, 130}}}),
                IsEmpty());
    EXPECT_EQ(toolbox_.area_box(), (std::pair{geo::ScreenPoint{100, 100}, geo::ScreenPoint{60, 130}}));
    EXPECT_THAT(send({PointerReleased{{50, 130}, Button::Left}}),
                ElementsAre(Command{AreaBox{{100, 100}, {50, 130}}}));
    EXPECT_EQ(toolbox_.area_box(), std::nullopt);
}

TEST_F(ToolboxTest, WhileAreasAreDrawnClicksAreCornersAndADoubleClickEnds) {
    toolbox_.set_drawing_areas(true);
    EXPECT_THAT(
        send({PointerPressed{{10, 10}, Button::Left, kNone, 1}, PointerReleased{{11, 10}, Button::Left},
              KeyPressed{Key::Backspace, kNone}, PointerPressed{{11, 10}, Button::Left, kNone, 2},
              PointerReleased{{11, 10}, Button::Left}, KeyPressed{Key::Escape, kNone}}),
        ElementsAre(Command{AreaTo{{11, 10}}}, Command{AreaBack{}}, Command{AreaEnd{}},
                    Command{AreaGiveUp{}}));
}

TEST_F(ToolboxTest, EscapeGivesUpTheBoxThatIsDraggedAndNothingElse) {
    toolbox_.set_drawing_areas(true);
    EXPECT_THAT(send({PointerPressed{{10, 10}, Button::Left, kNone, 1}, PointerMoved{{60, 60}},
                      KeyPressed{Key::Escape, kNone}, PointerReleased{{60, 60}, Button::Left}}),
                IsEmpty());
}

TEST_F(ToolboxTest, WhileAreasAreDrawnTheMiddleButtonDragsTheMap) {
    toolbox_.set_drawing_areas(true);
    EXPECT_THAT(send({PointerPressed{{100, 100}, Button::Middle, kNone, 1}, PointerMoved{{110, 100}}}),
                ElementsAre(Command{Hold{}}, Command{HoverAt{{{110, 100}}}}, Command{PanBy{10, 0}}));
}

TEST_F(ToolboxTest, WhileMeasuringTheMapIsDraggedAsAlways) {
    toolbox_.set_measuring(true);
    EXPECT_THAT(send({PointerPressed{{100, 100}, Button::Left, kNone, 1}, PointerMoved{{130, 100}},
                      PointerReleased{{130, 100}, Button::Left}}),
                ElementsAre(Command{Hold{}}, Command{PanBy{30, 0}}, Command{LetGo{}}));
}

TEST_F(ToolboxTest, WhileMeasuringKeysAreTheMeasurings) {
    toolbox_.set_measuring(true);
    EXPECT_THAT(send({KeyPressed{Key::Backspace, kNone}, KeyPressed{Key::Enter, kNone},
                      KeyPressed{Key::Escape, kNone}}),
                ElementsAre(Command{MeasureBack{}}, Command{MeasureEnd{}}, Command{MeasureGiveUp{}}));
    toolbox_.set_measuring(false);
    EXPECT_THAT(send({KeyPressed{Key::Backspace, kNone}, KeyPressed{Key::Escape, kNone}}),
                ElementsAre(Command{Deselect{}}));
}

TEST_F(ToolboxTest, AClickWithTheRightButtonAsksForTheMenuOfThatPlace) {
    EXPECT_THAT(
        send({PointerPressed{{10, 10}, Button::Right, kNone, 1}, PointerReleased{{10, 12}, Button::Right}}),
        ElementsAre(Command{MenuAt{{10, 12}}}));
    EXPECT_THAT(
        send({PointerPressed{{10, 10}, Button::Right, kNone, 1}, PointerReleased{{60, 12}, Button::Right}}),
        IsEmpty());
}

TEST_F(ToolboxTest, ADragSelectsNothing) {
    const auto commands = send({PointerPressed{{100, 100}, Button::Left, kNone, 1}, PointerMoved{{200, 100}},
                                PointerMoved{{100, 100}}, PointerReleased{{100, 100}, Button::Left}});
    EXPECT_THAT(commands, ElementsAre(Command{Hold{}}, Command{PanBy{100, 0}}, Command{PanBy{-100, 0}},
                                      Command{LetGo{}}));
}

TEST_F(ToolboxTest, AfterTheReleaseThePointerMovesAlone) {
    send({PointerPressed{{100, 100}, Button::Left, kNone, 1}, PointerMoved{{200, 100}},
          PointerReleased{{200, 100}, Button::Left}});
    EXPECT_THAT(send({PointerMoved{{210, 100}}}), ElementsAre(Command{HoverAt{geo::ScreenPoint{210, 100}}}));
}

TEST_F(ToolboxTest, AClickSelectsWhatIsThereThoughTheHandTrembles) {
    EXPECT_THAT(send({PointerPressed{{100, 100}, Button::Left, kNone, 1}, PointerMoved{{102, 101}},
                      PointerReleased{{102, 101}, Button::Left}}),
                ElementsAre(Command{Hold{}}, Command{HoverAt{geo::ScreenPoint{102, 101}}},
                            Command{SelectAt{{102, 101}}}));
}

TEST_F(ToolboxTest, TheToleranceOfAClickGrowsWithTheDensityOfTheScreen) {
    Toolbox dense{2.0};
    (void)dense.handle(PointerPressed{{100, 100}, Button::Left, kNone, 1});
    EXPECT_THAT(dense.handle(PointerMoved{{107, 100}}),
                ElementsAre(Command{HoverAt{geo::ScreenPoint{107, 100}}}));
    EXPECT_THAT(dense.handle(PointerReleased{{107, 100}, Button::Left}),
                ElementsAre(Command{SelectAt{{107, 100}}}));
}

TEST_F(ToolboxTest, ADoubleClickComesCloserAtThePointer) {
    EXPECT_THAT(
        send({PointerPressed{{300, 200}, Button::Left, kNone, 2}, PointerReleased{{300, 200}, Button::Left}}),
        ElementsAre(Command{ZoomBy{1, geo::ScreenPoint{300, 200}}}));
}

TEST_F(ToolboxTest, ADoubleClickWithShiftGoesBack) {
    EXPECT_THAT(send({PointerPressed{{300, 200}, Button::Left, kShift, 2}}),
                ElementsAre(Command{ZoomBy{-1, geo::ScreenPoint{300, 200}}}));
}

TEST_F(ToolboxTest, TheWheelZoomsAtThePointer) {
    EXPECT_THAT(send({WheelTurned{{10, 20}, 1, kNone}, WheelTurned{{10, 20}, -1, kControl}}),
                ElementsAre(Command{ZoomBy{0.5, geo::ScreenPoint{10, 20}}},
                            Command{ZoomBy{-0.25, geo::ScreenPoint{10, 20}}}));
}

TEST_F(ToolboxTest, ShiftAndDragZoomToTheFrameInWhateverDirectionItIsDrawn) {
    EXPECT_THAT(send({PointerPressed{{200, 180}, Button::Left, kShift, 1}, PointerMoved{{100, 60}}}),
                IsEmpty());
    EXPECT_EQ(toolbox_.zoom_frame(), (ScreenBox{100, 60, 200, 180}));
    EXPECT_EQ(toolbox_.cursor(), CursorShape::Cross);
    EXPECT_THAT(send({PointerReleased{{100, 60}, Button::Left}}),
                ElementsAre(Command{ZoomToBox{{100, 60, 200, 180}}}));
    EXPECT_EQ(toolbox_.zoom_frame(), std::nullopt);
}

TEST_F(ToolboxTest, EscapeGivesUpAZoomFrame) {
    EXPECT_THAT(send({PointerPressed{{200, 180}, Button::Left, kShift, 1}, PointerMoved{{100, 60}},
                      KeyPressed{Key::Escape, kNone}, PointerReleased{{100, 60}, Button::Left}}),
                IsEmpty());
}

TEST_F(ToolboxTest, AFrameOfAFewPixelsIsAMistake) {
    EXPECT_THAT(send({PointerPressed{{200, 180}, Button::Left, kShift, 1}, PointerMoved{{203, 250}},
                      PointerReleased{{203, 250}, Button::Left}}),
                IsEmpty());
}

TEST_F(ToolboxTest, ArrowKeysGlideTowardsWhereTheyPoint) {
    EXPECT_THAT(send({KeyPressed{Key::Right, kNone}, KeyPressed{Key::Up, kShift}}),
                ElementsAre(Command{GlideBy{-96, 0}}, Command{GlideBy{0, 384}}));
}

TEST_F(ToolboxTest, EscapeClosesTheCard) {
    EXPECT_THAT(send({KeyPressed{Key::Escape, kNone}}), ElementsAre(Command{Deselect{}}));
}

TEST_F(ToolboxTest, HoverEndsWhereTheMapEnds) {
    EXPECT_THAT(send({PointerLeft{}}), ElementsAre(Command{HoverAt{}}));
}

TEST_F(ToolboxTest, ADragKeepsItsHoverOutsideTheWindow) {
    EXPECT_THAT(
        send({PointerPressed{{10, 10}, Button::Left, kNone, 1}, PointerMoved{{30, 10}}, PointerLeft{}}),
        ElementsAre(Command{Hold{}}, Command{PanBy{20, 0}}));
}

}  // namespace
}  // namespace jinsha::tools
