#pragma once

#include "error/error.hpp"
#include "text/font_set.hpp"

#include <hb.h>

#include <memory>
#include <span>
#include <string>

namespace jinsha::text {

template <auto Close>
struct ClosedBy {
    template <class Handle>
    void operator()(Handle* handle) const noexcept {
        Close(handle);
    }
};

/// One face of a font file, mapped into memory and opened for shaping. Lengths come in font units. Any
/// thread: the handle is immutable.
class Typeface {
public:
    /// The error names the file.
    [[nodiscard]] static Result<Typeface> open(FontFile file);

    [[nodiscard]] const FontFile& file() const noexcept { return file_; }
    /// "Noto Sans CJK SC"; "" where the font does not say.
    [[nodiscard]] std::string family() const;
    [[nodiscard]] bool has(char32_t c) const;
    /// One unit in all lengths is 1 / units_per_em of the em.
    [[nodiscard]] double units_per_em() const noexcept { return units_per_em_; }
    /// From the baseline up to the middle of what the font's designer calls its line, in ems: 0.38 for Noto
    /// Sans CJK, half of its capitals and the middle of its Chinese characters alike.
    [[nodiscard]] double middle_em() const noexcept { return middle_em_; }
    [[nodiscard]] hb_font_t* shaper() const noexcept { return font_.get(); }
    /// The whole file, for as long as this lives.
    [[nodiscard]] std::span<const unsigned char> bytes() const;

private:
    using Blob = std::unique_ptr<hb_blob_t, ClosedBy<hb_blob_destroy>>;
    using Font = std::unique_ptr<hb_font_t, ClosedBy<hb_font_destroy>>;
    Typeface(FontFile file, Blob blob, Font font);

    FontFile file_;
    Blob blob_;
    Font font_;
    double units_per_em_{}, middle_em_{};
};

}  // namespace jinsha::text
