#include "io/geojson_findings.hpp"

#include "io/geojson_dataset.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::io {
namespace {

/// Of a field whose values have the one type here and the other there.
std::string common_type(const std::string& a, const std::string& b) {
    const auto are = [&](std::string_view one, std::string_view other) {
        return (a == one && b == other) || (a == other && b == one);
    };
    const auto is_text = [](const std::string& t) { return t == "string" || t == "date" || t == "datetime"; };
    if (a == b) return a;
    if (are("integer", "real")) return "real";
    return is_text(a) && is_text(b) ? "string" : "json";
}

std::string common_kind(const std::string& a, const std::string& b) {
    if (a == b || b == "None") return a;
    if (a == "None") return b;
    if (a == "Multi" + b) return a;
    return b == "Multi" + a ? b : "Mixed";
}

/// A column of nothing but null says nothing of its type.
bool has_values(const map::AttributeColumn& column) {
    for (std::size_t i = 0; i < column.size(); ++i)
        if (column.has(i) && !column.at(i).is_null()) return true;
    return false;
}

}  // namespace

void GeoJsonFindings::begin_part() {
    const std::scoped_lock lock{mutex_};
    ++parts_;
}

void GeoJsonFindings::end_part() {
    const std::scoped_lock lock{mutex_};
    --parts_;
    changed_.notify_all();
}

void GeoJsonFindings::wait_for_parts() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return parts_ == 0; });
}

std::vector<std::size_t> GeoJsonFindings::add(const GeoJsonData& part) {
    const geo::Envelope extent = extent_of_points(part.points);
    const std::scoped_lock lock{mutex_};
    extent_.extend(extent);
    kind_ = kind_ ? common_kind(*kind_, part.geometry_kind) : part.geometry_kind;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < part.fields.size(); ++i) {
        const map::Field& field = part.fields[i];
        const auto known = std::ranges::find(fields_, field.name, &map::Field::name);
        places.push_back(static_cast<std::size_t>(known - fields_.begin()));
        if (known == fields_.end())
            fields_.push_back(field);
        else if (known->type != field.type && has_values(part.columns[i]))
            known->type = common_type(known->type, field.type);
    }
    return places;
}

void GeoJsonFindings::fail(Error error) {
    const std::scoped_lock lock{mutex_};
    if (!error_) error_ = std::move(error);
}

std::optional<Error> GeoJsonFindings::error() const {
    const std::scoped_lock lock{mutex_};
    return error_;
}

std::vector<map::Field> GeoJsonFindings::fields() const {
    const std::scoped_lock lock{mutex_};
    return fields_;
}

std::string GeoJsonFindings::geometry_kind() const {
    const std::scoped_lock lock{mutex_};
    return kind_.value_or("None");
}

geo::Envelope GeoJsonFindings::extent() const {
    const std::scoped_lock lock{mutex_};
    return extent_;
}

}  // namespace jinsha::io
