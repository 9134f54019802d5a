#pragma once

#include "map/attribute_column.hpp"
#include "map/feature_source.hpp"

#include <cstddef>
#include <string>
#include <vector>

class OGRFeature;
class OGRFeatureDefn;

namespace jinsha::io {

/// The fields of a GDAL layer and the way of their values into columns. Names and texts stay in the bytes of
/// the file. Binary fields are left out.
class GdalFields {
public:
    explicit GdalFields(const OGRFeatureDefn& definition);

    [[nodiscard]] const std::vector<map::Field>& fields() const noexcept { return fields_; }
    /// The values of one feature, one for each of fields(), each at the end of its column.
    void append(const OGRFeature& feature, std::vector<map::AttributeColumn>& columns) const;

private:
    enum class Kind { Boolean, Integer, Real, Text, Json, Date, DateTime, Time, Texts, Numbers };
    static void append_value(const OGRFeature& feature, int place, Kind kind, map::AttributeColumn& column);

    std::vector<map::Field> fields_;
    std::vector<int> places_;  // of each in GDAL's layer
    std::vector<Kind> kinds_;
};

}  // namespace jinsha::io
