#include "app/clipboard_image.hpp"

#include "app/clipboard_client.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace jinsha::app {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

/// Bytes that tell when one is missing or out of its place.
PngBytes picture_of(std::size_t size) {
    PngBytes bytes(size);
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>(i * 31 + i / 251);
    return bytes;
}

class ClipboardOfAPicture : public testing::Test {
protected:
    void SetUp() override {
        auto connected = ClipboardImage::connect();
        ASSERT_TRUE(connected) << connected.error().message();
        clipboard = *std::move(connected);
    }

    std::unique_ptr<ClipboardImage> clipboard;
    ClipboardClient other;
};

TEST_F(ClipboardOfAPicture, IsPastedByteForByte) {
    ASSERT_TRUE(clipboard->offer(picture_of(1000)));
    const auto pasted = other.paste("image/png");
    ASSERT_TRUE(pasted);
    EXPECT_EQ(pasted->bytes, picture_of(1000));
    EXPECT_EQ(pasted->type, other.atom("image/png"));
    EXPECT_EQ(pasted->format, 8);
}

TEST_F(ClipboardOfAPicture, ComesInPartsWhenItIsLarge) {
    constexpr std::size_t kLarge = 3'000'001;
    ASSERT_TRUE(clipboard->offer(picture_of(kLarge)));
    const auto pasted = other.paste("image/png");
    ASSERT_TRUE(pasted);
    EXPECT_EQ(pasted->bytes, picture_of(kLarge));
    EXPECT_GT(other.parts, 1U);
}

TEST_F(ClipboardOfAPicture, ThatIsReplacedWhileItIsTakenStillArrivesWhole) {
    constexpr std::size_t kLarge = 3'000'001;
    ASSERT_TRUE(clipboard->offer(picture_of(kLarge)));
    other.ask("CLIPBOARD", "image/png", other.atom("FIRST"));
    (void)other.wait_for(XCB_SELECTION_NOTIFY);
    ASSERT_TRUE(clipboard->offer(picture_of(10)));
    ClipboardClient third;
    const auto pasted = third.paste("image/png");
    ASSERT_TRUE(pasted);
    EXPECT_EQ(pasted->bytes.size(), 10U);
    std::size_t size = 0;
    (void)other.take_property(other.atom("FIRST"));  // its size; taking it asks for the first part
    while (const auto event = other.wait_for(XCB_PROPERTY_NOTIFY)) {
        const auto& change = reinterpret_cast<const xcb_property_notify_event_t&>(*event);
        if (change.atom != other.atom("FIRST") || change.state != XCB_PROPERTY_NEW_VALUE) continue;
        const std::size_t part = other.take_property(other.atom("FIRST")).bytes.size();
        if (part == 0) break;
        size += part;
    }
    EXPECT_EQ(size, kLarge);
}

TEST_F(ClipboardOfAPicture, TellsWhatItCanBePastedAs) {
    ASSERT_TRUE(clipboard->offer(picture_of(10)));
    const auto targets = other.paste("TARGETS");
    ASSERT_TRUE(targets);
    EXPECT_THAT(targets->words(), UnorderedElementsAre(other.atom("TARGETS"), other.atom("TIMESTAMP"),
                                                       other.atom("MULTIPLE"), other.atom("image/png")));
}

TEST_F(ClipboardOfAPicture, TellsSinceWhenItIsThere) {
    const auto before = other.x().now();
    ASSERT_TRUE(clipboard->offer(picture_of(10)));
    const auto time = other.paste("TIMESTAMP");
    ASSERT_TRUE(time);
    ASSERT_EQ(time->words().size(), 1U);
    EXPECT_GE(time->words().front(), *before);
    EXPECT_LE(time->words().front(), *other.x().now());
}

TEST_F(ClipboardOfAPicture, GivesSeveralFormsAtOnceAndMarksWhatItHasNot) {
    ASSERT_TRUE(clipboard->offer(picture_of(10)));
    const auto png = other.atom("image/png");
    const auto text = other.atom("UTF8_STRING");
    const auto one = other.atom("ONE");
    EXPECT_THAT(other.paste_several({png, one, text, other.atom("TWO")}),
                ElementsAre(png, one, text, std::uint32_t{XCB_ATOM_NONE}));
    EXPECT_EQ(other.take_property(one).bytes, picture_of(10));
}

TEST_F(ClipboardOfAPicture, DeclinesToBeText) {
    ASSERT_TRUE(clipboard->offer(picture_of(10)));
    EXPECT_FALSE(other.paste("UTF8_STRING"));
}

TEST_F(ClipboardOfAPicture, YieldsToWhatAnotherProgramCopies) {
    ASSERT_TRUE(clipboard->offer(picture_of(10)));
    other.own("CLIPBOARD");
    EXPECT_TRUE(other.owns("CLIPBOARD"));
    ASSERT_TRUE(clipboard->offer(picture_of(20)));
    EXPECT_FALSE(other.owns("CLIPBOARD"));
    const auto pasted = other.paste("image/png");
    ASSERT_TRUE(pasted);
    EXPECT_EQ(pasted->bytes.size(), 20U);
}

TEST_F(ClipboardOfAPicture, OutlivesAProgramThatVanishesWhilePasting) {
    ASSERT_TRUE(clipboard->offer(picture_of(3'000'000)));
    {
        ClipboardClient hasty;
        hasty.ask("CLIPBOARD", "image/png", hasty.atom("PASTED"));
        (void)hasty.wait_for(XCB_SELECTION_NOTIFY);
        (void)hasty.take_property(hasty.atom("PASTED"));
    }
    const auto pasted = other.paste("image/png");
    ASSERT_TRUE(pasted);
    EXPECT_EQ(pasted->bytes.size(), 3'000'000U);
}

TEST_F(ClipboardOfAPicture, IsGoneWithTheProgramWhereNobodyKeepsIt) {
    const auto after_exit = clipboard->offer(picture_of(10));
    ASSERT_TRUE(after_exit);
    EXPECT_EQ(*after_exit, AfterExit::Gone);
    clipboard.reset();
    EXPECT_FALSE(other.paste("image/png"));
}

TEST_F(ClipboardOfAPicture, IsFetchedByTheClipboardManagerBeforeTheProgramEnds) {
    ClipboardClient manager;
    manager.own("CLIPBOARD_MANAGER");
    const auto after_exit = clipboard->offer(picture_of(2'000'000));
    ASSERT_TRUE(after_exit);
    EXPECT_EQ(*after_exit, AfterExit::Kept);
    std::jthread ending{[this] { clipboard.reset(); }};
    const auto event = manager.wait_for(XCB_SELECTION_REQUEST);
    ASSERT_TRUE(event);
    const auto& request = reinterpret_cast<const xcb_selection_request_event_t&>(*event);
    EXPECT_EQ(request.target, manager.atom("SAVE_TARGETS"));
    const auto saved = manager.paste("image/png");
    ASSERT_TRUE(saved);
    EXPECT_EQ(saved->bytes, picture_of(2'000'000));
    xcb_selection_notify_event_t done{};
    done.response_type = XCB_SELECTION_NOTIFY;
    done.requestor = request.requestor;
    done.selection = request.selection;
    done.target = request.target;
    done.property = request.property;
    xcb_send_event(manager.x().get(), 0, request.requestor, 0, reinterpret_cast<const char*>(&done));
    xcb_flush(manager.x().get());
}

}  // namespace
}  // namespace jinsha::app
