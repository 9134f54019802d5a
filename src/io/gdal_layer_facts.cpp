#include "io/gdal_layer_facts.hpp"

#include <ogrsf_frmts.h>

namespace jinsha::io {

const char* geometry_name(OGRLayer& layer) {
    switch (wkbFlatten(OGR_GT_GetLinear(layer.GetGeomType()))) {
        case wkbPoint:
            return "Point";
        case wkbLineString:
            return "LineString";
        case wkbPolygon:
        case wkbTriangle:
            return "Polygon";
        case wkbMultiPoint:
            return "MultiPoint";
        case wkbMultiLineString:
            return "MultiLineString";
        case wkbMultiPolygon:
        case wkbPolyhedralSurface:
        case wkbTIN:
            return "MultiPolygon";
        case wkbNone:
            return "None";
        default:
            return "Mixed";
    }
}

geo::Envelope layer_extent(OGRLayer& layer, bool is_needed) {
    constexpr GIntBig kManyFeatures = 1'000'000;
    const bool may_scan = is_needed && layer.GetFeatureCount(FALSE) < kManyFeatures;
    OGREnvelope box;
    if (layer.GetExtent(&box, may_scan ? TRUE : FALSE) != OGRERR_NONE || !box.IsInit()) return {};
    return {box.MinX, box.MinY, box.MaxX, box.MaxY};
}

}  // namespace jinsha::io
