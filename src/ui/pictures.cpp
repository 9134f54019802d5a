#include "ui/pictures.hpp"

#include "ui/gl.hpp"

namespace jinsha::ui {

namespace {

GLuint upload(const image::Image& picture) {
    GLuint texture = 0;
    GLint bound = 0;
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    // Sized: the path that llvmpipe takes for the unsized format leaves out all that a triangle covers wholly
    // when it is blended.
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, picture.width_px(), picture.height_px(), 0, GL_BGRA,
                 GL_UNSIGNED_BYTE, picture.bytes().data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound));
    return texture;
}

}  // namespace

Pictures::~Pictures() {
    for (const auto& [picture, kept] : kept_) glDeleteTextures(1, &kept.texture.name);
}

Pictures::Texture Pictures::texture(const std::shared_ptr<const image::Image>& picture) {
    drop_unused();
    const auto [place, is_new] = kept_.try_emplace(picture.get());
    if (is_new) place->second = {picture, {upload(*picture), ++count_}};
    return place->second.texture;
}

void Pictures::drop_unused() {
    std::erase_if(kept_, [](const auto& entry) {
        if (!entry.second.picture.expired()) return false;
        glDeleteTextures(1, &entry.second.texture.name);
        return true;
    });
}

}  // namespace jinsha::ui
