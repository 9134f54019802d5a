#pragma once

#include "image/image.hpp"

#include <cstdint>
#include <map>
#include <memory>

namespace jinsha::ui {

/// Pictures that panels show, as textures. Every call needs the window's context.
class Pictures {
public:
    Pictures() = default;
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;
    ~Pictures();

    struct Texture {
        unsigned name{};         // OpenGL's
        std::uint64_t number{};  // another one for every picture, so that panels notice a new one
    };
    /// Lives for as long as somebody holds the picture. Opaque pictures only.
    [[nodiscard]] Texture texture(const std::shared_ptr<const image::Image>& picture);

private:
    struct Kept {
        std::weak_ptr<const image::Image> picture;
        Texture texture;
    };
    void drop_unused();

    std::map<const image::Image*, Kept> kept_;
    std::uint64_t count_{};
};

}  // namespace jinsha::ui
