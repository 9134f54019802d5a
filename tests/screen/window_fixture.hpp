#pragma once

#include "image/image.hpp"
#include "screen/quad_painter.hpp"

#include <GL/gl.h>
#include <SFML/Window/ContextSettings.hpp>
#include <SFML/Window/Window.hpp>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>

namespace jinsha::screen {

/// A window with OpenGL for tests that look at pixels; these are skipped where there is no display.
class WindowTest : public testing::Test {
protected:
    static constexpr map::ScreenSize kSize{640, 480};

    static void SetUpTestSuite() {
        if (std::getenv("DISPLAY") == nullptr) return;
        window_ = std::make_unique<sf::Window>(sf::VideoMode{kSize.width, kSize.height}, "test",
                                               sf::Style::None, sf::ContextSettings{0, 0, 0, 2, 1});
    }
    static void TearDownTestSuite() { window_.reset(); }

    void SetUp() override {
        if (!window_) GTEST_SKIP() << "needs a display";
        auto loaded = QuadPainter::load(std::filesystem::path{JINSHA_SOURCE_DIR} / "shaders");
        ASSERT_TRUE(loaded.has_value()) << loaded.error().message();
        painter_ = std::make_unique<QuadPainter>(std::move(*loaded));
        glClearColor(0, 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        painter_->begin(kSize);
    }
    void TearDown() override {
        if (painter_) painter_->end();
        EXPECT_TRUE(!window_ || glGetError() == GL_NO_ERROR);
        painter_.reset();
    }

    /// What has been drawn, rows from the top.
    static image::Image shown() {
        image::Image upside_down{kSize.width, kSize.height};
        glReadPixels(0, 0, kSize.width, kSize.height, GL_BGRA, GL_UNSIGNED_BYTE, upside_down.bytes().data());
        image::Image picture{kSize.width, kSize.height};
        for (int y = 0; y < kSize.height; ++y) {
            for (int x = 0; x < kSize.width; ++x) {
                const auto from = upside_down.pixel(x, kSize.height - 1 - y);
                std::copy(from.begin(), from.end(), picture.pixel(x, y).begin());
            }
        }
        return picture;
    }

    static inline std::unique_ptr<sf::Window> window_;
    std::unique_ptr<QuadPainter> painter_;
};

/// Opaque, premultiplied.
inline void set(image::Image& picture, int x, int y, std::uint8_t r, std::uint8_t g, std::uint8_t b,
                std::uint8_t a = 255) {
    const auto pixel = picture.pixel(x, y);
    pixel[0] = b;
    pixel[1] = g;
    pixel[2] = r;
    pixel[3] = a;
}

}  // namespace jinsha::screen
