#include "text/faces.hpp"

#include "text/font_search.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace jinsha::text {

FontSet::Faces::Faces(Typeface regular, Typeface bold)
    : regular_{std::move(regular)}, bold_{std::move(bold)} {}

const Typeface& FontSet::Faces::typeface(FontWeight weight, std::uint8_t font) const {
    if (font == 0) return weight == FontWeight::Bold ? bold_ : regular_;
    const std::scoped_lock lock{mutex_};
    assert(font <= others_.size());
    return others_[font - 1u];
}

std::uint8_t FontSet::Faces::font_for(char32_t c, FontWeight weight) const {
    if (typeface(weight).has(c)) return 0;
    const std::scoped_lock lock{mutex_};
    const auto [entry, is_new] = found_.try_emplace({weight, c});
    if (is_new) entry->second = find_other(c, weight);
    return entry->second;
}

std::uint8_t FontSet::Faces::find_other(char32_t c, FontWeight weight) const {
    const auto file = find_font_with(c, weight);
    if (!file) return 0;
    const auto known = std::ranges::find(others_, *file, &Typeface::file);
    if (known == others_.end()) {
        if (others_.size() == std::numeric_limits<std::uint8_t>::max()) return 0;
        auto opened = Typeface::open(*file);
        if (!opened || !opened->has(c)) return 0;
        others_.push_back(std::move(*opened));
        return static_cast<std::uint8_t>(others_.size());
    }
    return static_cast<std::uint8_t>(known - others_.begin() + 1);
}

}  // namespace jinsha::text
