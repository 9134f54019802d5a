#include "app/map_characters.hpp"

#include "style/value_text.hpp"

#include <set>
#include <string_view>

namespace jinsha::app {

namespace {

constexpr std::size_t kMostFeatures = 5000;

/// Collects the characters beyond ASCII, which every font has.
class Characters {
public:
    void add(std::string_view utf8) {
        for (std::size_t begin = 0; begin < utf8.size();) {
            std::size_t end = begin + 1;
            while (end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80) ++end;
            if (end - begin > 1) known_.emplace(utf8.substr(begin, end - begin));
            begin = end;
        }
    }
    [[nodiscard]] std::string joined() const {
        std::string all;
        for (const std::string& character : known_) all += character;
        return all;
    }

private:
    std::set<std::string> known_;
};

}  // namespace

std::string map_characters(const map::LoadedMap& map) {
    Characters characters;
    characters.add(map.document.text);
    for (const map::LoadedSource& source : map.sources) {
        if (source.source->size() > kMostFeatures) continue;
        source.source->visit(source.source->extent(), 0, [&](const map::SourceFeature& feature) {
            for (const auto& [name, value] : feature.properties()) {
                characters.add(name);
                characters.add(style::to_text(value));
            }
            return true;
        });
    }
    return characters.joined();
}

}  // namespace jinsha::app
