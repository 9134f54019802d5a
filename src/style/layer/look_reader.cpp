#include "style/layer/look_reader.hpp"

#include "style/layer/nearest_name.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace jinsha::style {

namespace {

constexpr std::array kLayerTypes{LayerType::Background, LayerType::Fill, LayerType::Line, LayerType::Circle,
                                 LayerType::Symbol};
constexpr std::array<std::string_view, 5> kLayerTypeNames{"background", "fill", "line", "circle", "symbol"};

std::string_view section_name(Section section) {
    return section == Section::Paint ? "paint" : "layout";
}

// What a name that this layer does not know may have been meant to be.
std::string hint_for(std::string_view name, LayerType type, Section section) {
    if (const PropertySpec* spec = find_property(type, name)) {
        return fmt::format("; it belongs in {}", section_name(spec->section));
    }
    for (std::size_t i = 0; i < kLayerTypes.size(); ++i) {
        if (find_property(kLayerTypes[i], name))
            return fmt::format("; it belongs to {} layers", kLayerTypeNames[i]);
    }
    std::vector<std::string_view> names;
    for (const PropertySpec& spec : properties_of(type)) {
        if (spec.section == section) names.push_back(spec.name);
    }
    const std::string_view near = nearest_name(name, names);
    return near.empty() ? std::string{} : fmt::format("; did you mean \"{}\"?", near);
}

bool is_default(const PropertySpec& spec, const Json& value) {
    return !spec.default_json.empty() && value == Json::parse(spec.default_json);
}

class LookReader {
public:
    LookReader(std::string_view pointer, ParsedLayer& layer, std::vector<Problem>& problems)
        : pointer_{pointer}, layer_{layer}, problems_{problems} {}

    void read(const Json& json, Section section, auto& look) {
        const std::string name{section_name(section)};
        if (!json.contains(name)) return;
        const std::string place = fmt::format("{}/{}", pointer_, name);
        if (!json[name].is_object()) {
            problems_.push_back({Severity::Error, place, "expected an object of properties"});
            return;
        }
        for (const auto& [key, value] : json[name].items()) {
            read_one(key, value, section, fmt::format("{}/{}", place, key), look);
        }
    }

private:
    void read_one(const std::string& name, const Json& value, Section section, const std::string& place,
                  auto& look) {
        bool is_drawn = false;
        look.each([&](auto& property) {
            if (property.spec().name != name || property.spec().section != section) return;
            is_drawn = true;
            if (auto problem = property.read(value, place)) problems_.push_back(std::move(*problem));
            layer_.uses.push_back({name, true, property.dependence()});
        });
        if (!is_drawn) tell_undrawn(name, value, section, place);
    }

    void tell_undrawn(const std::string& name, const Json& value, Section section, const std::string& place) {
        if (is_transition(name, section)) return;
        const PropertySpec* spec = find_property(layer_.type, name);
        if (!spec || spec->section != section) {
            problems_.push_back({Severity::Error, place,
                                 fmt::format("unknown property{}", hint_for(name, layer_.type, section))});
            return;
        }
        layer_.uses.push_back({name, false, Dependence::Constant});
        if (is_default(*spec, value)) return;
        problems_.push_back(
            {Severity::Warning, place, "known, but not drawn: the layer is drawn without it"});
    }

    // How a change of a paint property is animated says nothing about a map at rest.
    [[nodiscard]] bool is_transition(const std::string& name, Section section) {
        constexpr std::string_view kSuffix{"-transition"};
        if (section != Section::Paint || !name.ends_with(kSuffix)) return false;
        const PropertySpec* spec =
            find_property(layer_.type, std::string_view{name}.substr(0, name.size() - kSuffix.size()));
        if (spec) layer_.uses.push_back({name, false, Dependence::Constant});
        return spec != nullptr;
    }

    std::string_view pointer_;
    ParsedLayer& layer_;
    std::vector<Problem>& problems_;
};

}  // namespace

void read_looks(const Json& json, std::string_view pointer, ParsedLayer& layer,
                std::vector<Problem>& problems) {
    LookReader reader{pointer, layer, problems};
    std::visit(
        [&](auto& with_paint) {
            reader.read(json, Section::Layout, with_paint.look);
            reader.read(json, Section::Paint, with_paint.look);
            with_paint.update_constant();
            layer.is_visible = with_paint.look.visibility.at({}) == Visibility::Visible;
        },
        layer.look);
}

}  // namespace jinsha::style
