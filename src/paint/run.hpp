#pragma once

namespace jinsha::paint {

/// Pixels [x, x + length) of a row that a shape covers alike; coverage from 1 to 255.
struct Run {
    int x{}, length{};
    unsigned coverage{};
};

/// Whole pixels [left, right) x [top, bottom).
struct PixelBox {
    int left{}, top{}, right{}, bottom{};
};

}  // namespace jinsha::paint
