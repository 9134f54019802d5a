#include "io/drivers.hpp"

#include <cpl_conv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <mutex>

namespace jinsha::io {
namespace {

// GeoJSON is not among them: Jinsha reads it itself (geojson_dataset.hpp).
constexpr std::array<const char*, 14> kNames{
    "ESRI Shapefile", "GPKG", "FlatGeobuf",  "LIBKML",   "KML",      "CSV",  "GML", "GPX",
    "MapInfo File",   "DXF",  "OpenFileGDB", "ESRIJSON", "TopoJSON", nullptr};

void register_all() {
    RegisterOGRShape();
    RegisterOGRGeoPackage();
    RegisterOGRFlatGeobuf();
    RegisterOGRLIBKML();
    RegisterOGRKML();
    RegisterOGRCSV();
    RegisterOGRGML();
    RegisterOGRGPX();
    RegisterOGRTAB();
    RegisterOGRDXF();
    RegisterOGROpenFileGDB();
    RegisterOGRESRIJSON();
    RegisterOGRTopoJSON();
    // GML may name schemas and geometries elsewhere; they are not fetched.
    CPLSetConfigOption("GML_SKIP_RESOLVE_ELEMS", "ALL");
    CPLSetConfigOption("GML_DOWNLOAD_SCHEMA", "NO");
}

}  // namespace

void register_drivers() {
    static std::once_flag once;
    std::call_once(once, register_all);
}

const char* const* allowed_drivers() noexcept {
    return kNames.data();
}

}  // namespace jinsha::io
