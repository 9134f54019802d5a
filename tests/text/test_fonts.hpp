#pragma once

#include "text/font_set.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>

namespace jinsha::text {

/// The fonts, opened once for all tests of a program.
inline const FontSet& test_fonts() {
    static const std::shared_ptr<const FontSet> kFonts = [] {
        auto fonts = FontSet::load();
        if (!fonts) throw std::runtime_error{fonts.error().message()};
        return *fonts;
    }();
    return *kFonts;
}

}  // namespace jinsha::text
