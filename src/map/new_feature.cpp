#include "map/new_feature.hpp"

#include "map/visit_all.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace jinsha::map {
namespace {

/// A text in two: what it begins with, and the number at its end.
struct NumberedText {
    std::string_view beginning, digits;
};

std::optional<NumberedText> numbered(std::string_view text) {
    constexpr std::size_t kMostDigits = 15;
    std::size_t begin = text.size();
    while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
    if (begin == text.size() || text.size() - begin > kMostDigits) return std::nullopt;
    return NumberedText{text.substr(0, begin), text.substr(begin)};
}

/// Looks at all ids that were given, and finds the next.
class NextId {
public:
    void look_at(const style::Value& id) {
        if (const auto number = id.number()) {
            largest_ = std::max(largest_.value_or(0), *number);
        } else if (const std::string* text = id.text()) {
            if (const auto parts = numbered(*text)) look_at(*parts);
        }
    }

    [[nodiscard]] style::Value get() const {
        if (largest_) return {std::floor(*largest_) + 1};
        const auto usual =
            std::ranges::max_element(series_, {}, [](const auto& entry) { return entry.second.count; });
        if (usual == series_.end()) return {};
        std::string digits = std::to_string(usual->second.largest + 1);
        if (digits.size() < usual->second.digits) digits.insert(0, usual->second.digits - digits.size(), '0');
        return {usual->first + digits};
    }

private:
    struct Series {
        std::size_t count{}, digits{};
        long long largest{};
    };

    void look_at(const NumberedText& parts) {
        Series& series = series_[std::string{parts.beginning}];
        long long number{};
        std::from_chars(parts.digits.data(), parts.digits.data() + parts.digits.size(), number);
        ++series.count;
        series.digits = std::max(series.digits, parts.digits.size());
        series.largest = std::max(series.largest, number);
    }

    std::optional<double> largest_;
    std::map<std::string, Series> series_;
};

std::optional<style::Value> value_of(const nlohmann::ordered_json& json) {
    if (json.is_string()) return style::Value{json.get<std::string>()};
    if (json.is_boolean()) return style::Value{json.get<bool>()};
    if (json.is_number()) return style::Value{json.get<double>()};
    return std::nullopt;
}

}  // namespace

style::Value next_id(const FeatureSource& source) {
    NextId next;
    visit_all(source, [&](const SourceFeature& feature) {
        next.look_at(feature.id());
        return true;
    });
    return next.get();
}

NewFeature new_feature(const FeatureSource& source, const SourceSpec* spec, geo::Geometry geometry,
                       const std::string& today) {
    NewFeature feature{std::move(geometry), next_id(source), {}};
    constexpr const char* kUpdated = "updated";
    const auto& fields = source.layer().fields;
    bool has_updated = std::ranges::find(fields, kUpdated, &Field::name) != fields.end();
    if (spec) {
        has_updated = has_updated || spec->field(kUpdated);
        for (const FieldSpec& field : spec->fields)
            if (auto value = value_of(field.default_value))
                feature.attributes.push_back({field.name, *value});
    }
    const auto is_updated = [&](const Attribute& attribute) { return attribute.name == kUpdated; };
    if (has_updated && std::ranges::none_of(feature.attributes, is_updated))
        feature.attributes.push_back({kUpdated, style::Value{today}});
    return feature;
}

bool may_hold(const DatasetLayer& layer, geo::GeometryType type) {
    const std::string& kind = layer.geometry;
    if (kind.empty() || kind == "None" || kind == "Mixed") return true;
    switch (type) {
        case geo::GeometryType::None:
            return true;
        case geo::GeometryType::Point:
            return kind.ends_with("Point");
        case geo::GeometryType::Line:
            return kind.ends_with("LineString");
        case geo::GeometryType::Polygon:
            return kind.ends_with("Polygon");
    }
    return true;
}

}  // namespace jinsha::map
