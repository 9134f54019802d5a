#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jinsha::io {

/// A GeoJSON text that is valid and unusual.
struct OddGeoJson {
    std::string name;  // what it holds and how it is laid out
    std::string text;
};

namespace odd {

struct Layout {
    std::string_view name;
    std::string_view open, between, close, colon;  // white space: '>' stands for line end and indentation
    std::string_view line_end{"\n"}, indent{"  "}, before{}, behind{};
};

inline const std::vector<Layout>& layouts() {
    static const std::vector<Layout> all{
        {"compact", "", ",", "", ":"},
        {"spaced", " ", ", ", " ", ": "},
        {"pretty", ">", ",>", ">", ": ", "\n", "  ", "", "\n"},
        {"tabs and carriage returns", ">", ",>", ">", ": ", "\r\n", "\t", "", "\r\n"},
        {"byte order mark", "", ", ", "", ": ", "\n", "  ", "\xEF\xBB\xBF"},
        {"commas in front", " ", "> , ", ">", " : ", "\n", " ", "", "\n\n"},
        {"spaces before colons", "", " ,", "", " :", "\n", "", " \t", "\n"},
        {"carriage returns alone", ">", ",>", "", ":", "\r", " ", "", "\r"},
        {"closing brackets in the line", ">", ",>", "", ": ", "\n", "    "},
        {"much white space", " \n\t ", " , ", "\n \n", " : ", "\n", "", "\n\n", "\n \t\n"}};
    return all;
}

/// `compact` with white space by the layout.
inline std::string laid_out(std::string_view compact, const Layout& layout) {
    std::string out{layout.before};
    int depth = 0;
    bool is_in_string = false;
    const auto put = [&](std::string_view gap) {
        for (const char c : gap) {
            if (c != '>') {
                out += c;
                continue;
            }
            out += layout.line_end;
            for (int i = 0; i < depth; ++i) out += layout.indent;
        }
    };
    for (std::size_t i = 0; i < compact.size(); ++i) {
        const char c = compact[i];
        if (is_in_string) {
            out += c;
            if (c == '\\') out += compact[++i];
            is_in_string = c != '"';
            continue;
        }
        const bool is_empty = i + 1 < compact.size() && (compact[i + 1] == '}' || compact[i + 1] == ']');
        switch (c) {
            case '{':
            case '[':
                out += c;
                ++depth;
                if (!is_empty) put(layout.open);
                break;
            case '}':
            case ']':
                --depth;
                if (compact[i - 1] != '{' && compact[i - 1] != '[') put(layout.close);
                out += c;
                break;
            case ',':
                put(layout.between);
                break;
            case ':':
                put(layout.colon);
                break;
            default:
                is_in_string = c == '"';
                out += c;
        }
    }
    return out += layout.behind;
}

struct Content {
    std::string_view name, features;
    std::string_view before{}, behind{};  // members of the collection around its features
};

inline const std::vector<Content>& contents() {
    static const std::vector<Content> all{
        {"numbers as they were typed",
         R"({"type":"Feature","properties":{"name":"a","x":1200.50,"y":3e2,"z":-0.0,"n":12345678901234567890},)"
         R"("geometry":{"type":"Point","coordinates":[101.60420,26.5E0]}})"},
        {"ids of any kind", R"({"type":"Feature","id":"7","properties":{"name":"a"},"geometry":null},)"
                            R"({"type":"Feature","id":7,"properties":{},"geometry":null},)"
                            R"({"type":"Feature","id":1.50,"properties":null,"geometry":null},)"
                            R"({"type":"Feature","id":null,"properties":{"name":null},"geometry":null})"},
        {"positions with heights",
         R"({"type":"Feature","properties":{"name":"a"},"geometry":{"type":"LineString",)"
         R"("coordinates":[[101.1,26.1,1200.50],[101.2,26.2,1.2e3,4],[101.3,26.3]]}})"},
        {"keys that come twice",
         R"({"type":"Feature","properties":{"name":"a","name":"b","k":1,"k":1},"geometry":)"
         R"({"type":"Point","coordinates":[101,26]},"properties":{"name":"c"}})"},
        {"foreign members and an old crs",
         R"({"style":{"fill":[1,{}]},"type":"Feature","properties":{"name":"a"},"geometry":)"
         R"({"coordinates":[101,26],"type":"Point","note":[]}})",
         R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"bbox":[101,26,101,26],)",
         R"(,"features2":[],"source":"\u91d1")"},
        {"escapes of every kind",
         R"({"type":"Feature","properties":{"name":"\"\\\/\b\f\n\r\t\u91d1\ud83d\ude00","\u540d":"\u0000"},)"
         R"("geometry":{"type":"Point","coordinates":[101,26]}})"},
        {"values of mixed kinds",
         R"({"type":"Feature","properties":{"name":1,"v":[1,[],{"a":{}}]},"geometry":null},)"
         R"({"type":"Feature","properties":{"name":true,"v":"x"},"geometry":null},)"
         R"({"type":"Feature","properties":{"name":{"zh":"金沙"},"v":null},"geometry":null})"},
        {"polygons with holes, one ring the other way",
         R"({"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Polygon","coordinates":)"
         R"([[[101,26],[101,27],[102,27],[102,26],[101,26]],[[101.2,26.2],[101.4,26.2],[101.4,26.4],[101.2,26.2]]]}},)"
         R"({"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":)"
         R"([[[[101,26],[102,26],[102,27],[101,26]]],[[[103,26],[104,26],[104,27],[103,26]]]]}})"},
        {"collections of geometries",
         R"({"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"Point",)"
         R"("coordinates":[101,26]},{"type":"LineString","coordinates":[[101,26],[102,27]]}]},"properties":{"name":"a"}})"},
        {"no features at all, and features of nothing",
         R"({"type":"Feature","properties":{"name":"金沙"},"geometry":{"type":"MultiPoint","coordinates":[]}})",
         R"("name":"西区",)"}};
    return all;
}

}  // namespace odd

/// A hundred of them: every content in every layout.
inline std::vector<OddGeoJson> odd_geojson() {
    std::vector<OddGeoJson> all;
    for (const odd::Content& content : odd::contents())
        for (const odd::Layout& layout : odd::layouts()) {
            std::string compact{"{"};
            compact += content.before;
            compact += R"("type":"FeatureCollection","features":[)";
            compact += content.features;
            compact += "]";
            compact += content.behind;
            compact += "}";
            all.push_back({std::string{content.name} + ", " + std::string{layout.name},
                           odd::laid_out(compact, layout)});
        }
    return all;
}

}  // namespace jinsha::io
