#include "print/glyph_clusters.hpp"

#include <algorithm>

namespace jinsha::print {

std::vector<GlyphCluster> glyph_clusters(const text::ShapedText& shaped) {
    std::vector<std::uint32_t> begins;
    for (const text::PlacedGlyph& glyph : shaped.glyphs) begins.push_back(glyph.cluster);
    std::ranges::sort(begins);

    const std::string_view text = shaped.text;
    const std::span glyphs{shaped.glyphs};
    std::vector<GlyphCluster> clusters;
    for (std::size_t first = 0; first < glyphs.size();) {
        std::size_t last = first + 1;
        while (last < glyphs.size() && glyphs[last].cluster == glyphs[first].cluster &&
               glyphs[last].font == glyphs[first].font)
            ++last;
        const std::size_t begin = std::min<std::size_t>(glyphs[first].cluster, text.size());
        const auto next = std::ranges::upper_bound(begins, glyphs[first].cluster);
        const std::size_t end =
            next == begins.end() ? text.size() : std::min<std::size_t>(*next, text.size());
        std::string_view characters = text.substr(begin, end - begin);
        characters = characters.substr(0, characters.find('\n'));
        clusters.push_back({glyphs.subspan(first, last - first), characters});
        first = last;
    }
    return clusters;
}

}  // namespace jinsha::print
