#include "style/expression/property_expression.hpp"
#include "style/layer/look_reader.hpp"
#include "style/layer/nearest_name.hpp"
#include "style/layer/parsed_layer.hpp"
#include "style/layer/property_reader.hpp"
#include "style/legacy/filter.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace jinsha::style {

namespace {

/// More than any style needs, and few enough for the stack of whoever walks through the values.
constexpr int kMaxLevels = 256;

constexpr std::array<std::string_view, 10> kMembers{
    "id", "type", "metadata", "source", "source-layer", "minzoom", "maxzoom", "filter", "layout", "paint"};
constexpr std::array<std::string_view, 5> kUndrawnTypes{"raster", "heatmap", "hillshade", "fill-extrusion",
                                                        "color-relief"};

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<void> read_type(const Json& json, ParsedLayer& layer) {
    const Json type = json.value("type", Json{});
    if (type == "background") {
        layer.type = LayerType::Background;
    } else if (type == "fill") {
        layer.type = LayerType::Fill;
        layer.look.emplace<LookWithPaint<FillLook>>();
    } else if (type == "line") {
        layer.type = LayerType::Line;
        layer.look.emplace<LookWithPaint<LineLook>>();
    } else if (type == "circle") {
        layer.type = LayerType::Circle;
        layer.look.emplace<LookWithPaint<CircleLook>>();
    } else if (type == "symbol") {
        layer.type = LayerType::Symbol;
        layer.look.emplace<LookWithPaint<SymbolLook>>();
    } else if (type.is_string() &&
               std::ranges::find(kUndrawnTypes, type.get<std::string>()) != kUndrawnTypes.end()) {
        return fail("/type: layers of type {} are known, but not drawn", dumped(type));
    } else {
        return fail("/type: expected \"background\", \"fill\", \"line\", \"circle\" or \"symbol\", found {}",
                    type.is_null() ? "nothing" : dumped(type));
    }
    return {};
}

class MemberReader {
public:
    MemberReader(const Json& json, std::string_view pointer, std::vector<Problem>& problems)
        : json_{json}, pointer_{pointer}, problems_{problems} {}

    void read_text(const char* name, std::string& text) {
        const auto found = json_.find(name);
        if (found == json_.end()) return;
        if (found->is_string()) {
            text = found->get<std::string>();
        } else {
            add(name, fmt::format("expected a text, found {}", dumped(*found)));
        }
    }
    void read_zoom(const char* name, double& zoom) {
        const auto found = json_.find(name);
        if (found == json_.end()) return;
        if (found->is_number() && found->get<double>() >= 0 && found->get<double>() <= 24) {
            zoom = found->get<double>();
        } else {
            add(name, fmt::format("expected a number from 0 to 24, found {}", dumped(*found)));
        }
    }
    void tell_unknown_members() {
        for (const auto& [name, value] : json_.items()) {
            if (std::ranges::find(kMembers, name) != kMembers.end()) continue;
            const std::string_view near = nearest_name(name, kMembers);
            add(name, near.empty() ? std::string{"unknown member of a layer"}
                                   : fmt::format("unknown member of a layer; did you mean \"{}\"?", near));
        }
    }

private:
    void add(std::string_view name, std::string message) {
        problems_.push_back({Severity::Error, fmt::format("{}/{}", pointer_, name), std::move(message)});
    }

    const Json& json_;
    std::string_view pointer_;
    std::vector<Problem>& problems_;
};

Result<void> read_source(const Json& json, ParsedLayer& layer) {
    if (layer.type == LayerType::Background) return {};
    const auto found = json.find("source");
    if (found == json.end()) return fail("/source: expected the id of a source, found nothing");
    if (!found->is_string()) return fail("/source: expected the id of a source, found {}", dumped(*found));
    layer.source = found->get<std::string>();
    return {};
}

Result<void> read_filter(const Json& json, ParsedLayer& layer) {
    const auto found = json.find("filter");
    if (found == json.end()) return {};
    auto filter = parse_filter(*found);
    if (!filter) {
        const ParsingError& error = filter.error().front();
        return fail("{}: {}", pointer_with_key("/filter", error.key), error.message);
    }
    layer.filter = std::move(*filter);
    return {};
}

}  // namespace

Result<ParsedLayer> parse_layer(const Json& json, std::string_view pointer, std::vector<Problem>& problems) {
    // What is read after the first of these three would be of no use without them.
    const auto in_layer = [pointer](const Error& error) {
        return Error{fmt::format("{}{}", pointer, error.message())};
    };
    if (!json.is_object()) return fail("{}: expected a layer, an object, found {}", pointer, dumped(json));
    if (is_nested_deeper(json, kMaxLevels))
        return fail("{}: is nested more than {} levels deep", pointer, kMaxLevels);
    ParsedLayer layer;
    for (const auto read : {read_type, read_source, read_filter}) {
        if (auto result = read(json, layer); !result) return tl::make_unexpected(in_layer(result.error()));
    }
    MemberReader members{json, pointer, problems};
    if (json.contains("id")) {
        members.read_text("id", layer.id);
    } else {
        problems.push_back({Severity::Error, std::string{pointer}, "expected an id, found none"});
    }
    if (layer.id.empty()) layer.id = pointer;
    members.read_text("source-layer", layer.source_layer);
    members.read_zoom("minzoom", layer.min_zoom);
    members.read_zoom("maxzoom", layer.max_zoom);
    members.tell_unknown_members();
    read_looks(json, pointer, layer, problems);
    return layer;
}

}  // namespace jinsha::style
