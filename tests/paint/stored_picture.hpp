#pragma once

#include "image/image.hpp"

#include <gtest/gtest.h>

#include <string>

namespace jinsha::paint {

/// Whether `picture` looks like `pictures/<name>.png` beside the tests. Antialiasing may come out a little
/// differently (another libm, another compiler); a shape that is missing, moved by a pixel or in another
/// colour may not. When it does not look alike, the picture and its differences (in red) are left in
/// `pictures/` in the folder the test runs in, and the message says so.
///
/// With JINSHA_STORE_PICTURES=1 in the environment the stored picture is written anew; look at it before it
/// is committed.
[[nodiscard]] testing::AssertionResult looks_like_stored(const image::Image& picture,
                                                         const std::string& name);

}  // namespace jinsha::paint
