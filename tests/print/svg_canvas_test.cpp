#include "print/svg_canvas.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::print {
namespace {

using testing::HasSubstr;
using testing::Not;

class SvgCanvasTest : public testing::Test {
protected:
    std::shared_ptr<const text::FontSet> fonts_ = *text::FontSet::load();
    symbol::IconStore icons_{{std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "icons"}};
    SvgCanvas canvas_{fonts_, icons_};

    [[nodiscard]] text::Label label(const std::string& words, double halo = 0) const {
        text::TextFormat format;
        format.size_px = 12;
        text::LabelColors colors{0, 0, 0, 1, 1, 1, 1, halo > 0 ? 0.9 : 0, halo, 0};
        return {text::shape(*fonts_, words, format), colors, 0};
    }
};

TEST_F(SvgCanvasTest, WritesShapesAsPaths) {
    canvas_.fill(PagePath::rect({1, 2, 10, 20}), {1, 0, 0, 0.5});
    EXPECT_EQ(canvas_.take(), "<path d=\"M1 2L11 2 11 22 1 22Z\" fill=\"#ff0000\" fill-opacity=\"0.5\"/>\n");
}

TEST_F(SvgCanvasTest, WritesDashesOfAStroke) {
    PageStroke stroke;
    stroke.dashes = {4, 3};
    stroke.dash_offset = 1.25;
    canvas_.stroke(PagePath::line({0, 0}, {5, 0}), stroke);
    EXPECT_THAT(canvas_.take(), HasSubstr("stroke-dasharray=\"4 3 \" stroke-dashoffset=\"1.25\""));
}

TEST_F(SvgCanvasTest, WritesALabelAsText) {
    canvas_.label(label("金沙湖 & <more>", 1.6), {100, 50}, 1, 1);
    const std::string svg = canvas_.take();
    EXPECT_THAT(svg, HasSubstr("<text "));
    EXPECT_THAT(svg, HasSubstr("金沙湖"));
    EXPECT_THAT(svg, HasSubstr("&amp; &lt;more&gt;"));
    EXPECT_THAT(svg, HasSubstr("paint-order=\"stroke\""));
    EXPECT_THAT(svg, HasSubstr("stroke-width=\"3.2\""));
}

TEST_F(SvgCanvasTest, DefinesAnIconOnceWithIdsOfItsOwn) {
    canvas_.icon("badge/energy/planned/known", {{10, 10}, 1, 0, 1});
    canvas_.icon("badge/energy/planned/known", {{50, 10}, 0.5, 0, 0.4});
    const std::string svg = canvas_.take();
    EXPECT_EQ(svg.find("<g id=\"icon1\">"), svg.rfind("<g id=\"icon1\">"));
    EXPECT_THAT(svg, HasSubstr("<use xlink:href=\"#icon1\" transform=\"translate(50 10) scale(0.5) "
                               "translate(-15 -15)\" opacity=\"0.4\"/>"));
    EXPECT_THAT(svg, Not(HasSubstr("id=\"radial")));
    EXPECT_THAT(svg, Not(HasSubstr("<image")));
}

TEST_F(SvgCanvasTest, TellsOfAnIconThatIsNotThere) {
    canvas_.icon("nothing-of-that-name", {});
    EXPECT_THAT(canvas_.faults(), testing::ElementsAre(HasSubstr("nothing-of-that-name")));
    EXPECT_EQ(canvas_.take(), "");
}

TEST(EscapedXml, LeavesOutWhatXmlCannotHold) {
    EXPECT_EQ(escaped_xml("a\x01\"b"), "a&quot;b");
}

}  // namespace
}  // namespace jinsha::print
