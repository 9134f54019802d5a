#include "screen/texture.hpp"

#include "screen/gl.hpp"

#include <cassert>
#include <utility>

namespace jinsha::screen {

Texture::Texture(int width_px, int height_px) : width_px_{width_px}, height_px_{height_px} {
    assert(width_px > 0 && height_px > 0);
    glGenTextures(1, &name_);
    glBindTexture(GL_TEXTURE_2D, name_);
    // The unsized internal format with BGRA is what Mesa's software rasteriser reads without conversion: a
    // frame of tiles takes a third of the time it takes with GL_RGBA8.
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width_px, height_px, 0, GL_BGRA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
}

Texture::Texture(Texture&& other) noexcept
    : width_px_{std::exchange(other.width_px_, 0)},
      height_px_{std::exchange(other.height_px_, 0)},
      name_{std::exchange(other.name_, 0)},
      framebuffer_{std::exchange(other.framebuffer_, 0)},
      is_smooth_{other.is_smooth_} {}

Texture& Texture::operator=(Texture&& other) noexcept {
    if (this != &other) {
        release();
        width_px_ = std::exchange(other.width_px_, 0);
        height_px_ = std::exchange(other.height_px_, 0);
        name_ = std::exchange(other.name_, 0);
        framebuffer_ = std::exchange(other.framebuffer_, 0);
        is_smooth_ = other.is_smooth_;
    }
    return *this;
}

Texture::~Texture() {
    release();
}

void Texture::release() noexcept {
    if (framebuffer_ != 0) glDeleteFramebuffers(1, &framebuffer_);
    if (name_ != 0) glDeleteTextures(1, &name_);
}

void Texture::update(const image::Image& picture, int x, int y) {
    assert(x >= 0 && y >= 0 && x + picture.width_px() <= width_px_ && y + picture.height_px() <= height_px_);
    glBindTexture(GL_TEXTURE_2D, name_);
    glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, picture.width_px(), picture.height_px(), GL_BGRA,
                    GL_UNSIGNED_BYTE, picture.bytes().data());
}

void Texture::set_smooth(bool smooth) {
    if (smooth == is_smooth_) return;
    is_smooth_ = smooth;
    glBindTexture(GL_TEXTURE_2D, name_);
    const GLint filter = smooth ? GL_LINEAR : GL_NEAREST;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
}

void Texture::copy_to_window(Rect source, int target_left, int target_top, int window_height_px) const {
    if (framebuffer_ == 0) {
        glGenFramebuffers(1, &framebuffer_);
        glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
        glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, name_, 0);
    } else {
        glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
    }
    // Rows of the texture run down and those of the window up, so the target is given upside down.
    glBlitFramebuffer(source.left, source.top, source.left + source.width, source.top + source.height,
                      target_left, window_height_px - target_top, target_left + source.width,
                      window_height_px - target_top - source.height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
}

}  // namespace jinsha::screen
