#include "style/operators/collation.hpp"

#include "style/utf8.hpp"

#include <array>
#include <string>

namespace jinsha::style {

namespace {

// The letters that small letters with accents are made of, '.' for what has none: Unicode's canonical
// decompositions, and the letters with a stroke.
struct Letters {
    char32_t first;
    std::string_view bases;
};
constexpr std::array<Letters, 3> kAccented{{
    {U'\u00E0',
     "aaaaaa.ceeeeiiii.nooooo.ouuuuy.y.a.a.a.c.c.c.c.d.d.e.e.e.e.e.g.g"
     ".g.g.h.h.i.i.i.i.i...j.k..l.l.l...l.n.n.n....o.o.o...r.r.r.s.s.s"
     ".s.t.t.t.u.u.u.u.u.u.w.y..z.z.z."},
    {U'\u01CD', ".a.i.o.u.u.u.u.u"},
    {U'\u1E00',
     ".a.b.b.b.c.d.d.d.d.d.e.e.e.e.e.f.g.h.h.h.h.h.i.i.k.k.k.l.l.l.l.m"
     ".m.m.n.n.n.n.o.o.o.o.p.p.r.r.r.r.s.s.s.s.s.t.t.t.t.u.u.u.u.u.v.v"
     ".w.w.w.w.w.x.x.y.z.z.zhtwy.......a.a.a.a.a.a.a.a.a.a.a.a.e.e.e.e"
     ".e.e.e.e.i.i.o.o.o.o.o.o.o.o.o.o.o.o.u.u.u.u.u.u.u.y.y.y.y......"},
}};

bool is_combining_mark(char32_t c) {
    return c >= U'\u0300' && c <= U'\u036F';
}

char32_t base_of(char32_t small) {
    for (const auto& [first, bases] : kAccented) {
        if (small < first || small - first >= bases.size()) continue;
        const char base = bases[small - first];
        return base == '.' ? small : static_cast<char32_t>(base);
    }
    return small;
}

/// What a language makes of a letter that is more than an accented one; empty where it is that.
std::u32string_view letters_in(std::string_view locale, char32_t small) {
    const std::string_view language = locale.substr(0, locale.find('-'));
    if (language == "de") {  // as in telephone books, which is how one searches
        switch (small) {
            case U'ä':
                return U"ae";
            case U'ö':
                return U"oe";
            case U'ü':
                return U"ue";
            default:
                return {};
        }
    }
    // Letters of their own, after z.
    if (language == "sv" || language == "fi") {
        switch (small) {
            case U'å':
                return U"{";
            case U'ä':
                return U"|";
            case U'ö':
                return U"}";
            default:
                return {};
        }
    }
    if (language == "da" || language == "nb" || language == "nn" || language == "no") {
        switch (small) {
            case U'æ':
                return U"{";
            case U'ø':
                return U"|";
            case U'å':
                return U"}";
            default:
                return {};
        }
    }
    return {};
}

/// A text taken apart into what comparisons look at one after the other.
struct Keys {
    std::u32string bases, accented;
    std::string cases;  // for each of the bases: 'a' of a small letter, 'b' of a capital

    Keys(std::string_view text, std::string_view locale) {
        for (std::size_t offset = 0; offset < text.size();) {
            const std::size_t begin = offset;
            static_cast<void>(utf8::next(text, offset));
            const std::string_view letter = text.substr(begin, offset - begin);
            const std::string small = utf8::lower(letter);
            for (std::size_t i = 0; i < small.size();) add(utf8::next(small, i), small != letter, locale);
        }
    }

private:
    void add(char32_t small, bool is_capital, std::string_view locale) {
        accented += small;
        if (is_combining_mark(small)) return;
        const std::u32string_view letters = letters_in(locale, small);
        if (letters.empty()) {
            bases += base_of(small);
        } else {
            bases += letters;
        }
        cases.resize(bases.size(), is_capital ? 'b' : 'a');
    }
};

}  // namespace

int compare(std::string_view a, std::string_view b, const Collator& collator) {
    const Keys left{a, collator.locale}, right{b, collator.locale};
    if (const int order = left.bases.compare(right.bases)) return order;
    if (collator.is_diacritic_sensitive) {
        if (const int order = left.accented.compare(right.accented)) return order;
    }
    return collator.is_case_sensitive ? left.cases.compare(right.cases) : 0;
}

}  // namespace jinsha::style
