#pragma once

namespace jinsha::ui {

enum class Language { Chinese, English };
enum class ThemeName { Light, Dark };

struct Appearance {
    Language language{Language::Chinese};
    ThemeName theme{ThemeName::Light};
    double scale{1};  // physical pixels in one CSS pixel, 0.5 to 4
    bool reduced_motion{};
    bool operator==(const Appearance&) const = default;
};

}  // namespace jinsha::ui
