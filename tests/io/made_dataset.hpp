#pragma once

#include "io/drivers.hpp"
#include "io/gdal_errors.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace jinsha::io {

/// What a test dataset holds.
struct MadeFeature {
    std::string wkt;  // "": null geometry
    std::string name;
    int number{};
};

/// Writes a layer "data" with the fields `name` and `number` by GDAL.
inline void make_dataset(const char* driver, const std::filesystem::path& path, const char* crs,
                         OGRwkbGeometryType type, const std::vector<MadeFeature>& features,
                         const std::vector<const char*>& layer_options = {nullptr}) {
    register_drivers();
    const GdalErrors quiet;
    OGRSpatialReference srs;
    srs.SetFromUserInput(crs);
    srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    GDALDriver* maker = GetGDALDriverManager()->GetDriverByName(driver);
    const std::unique_ptr<GDALDataset> dataset{maker->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
    OGRLayer* layer = dataset->CreateLayer("data", &srs, type, const_cast<char**>(layer_options.data()));
    OGRFieldDefn name{"name", OFTString}, number{"number", OFTInteger};
    layer->CreateField(&name);
    layer->CreateField(&number);
    for (const MadeFeature& made : features) {
        const OGRFeatureUniquePtr feature{OGRFeature::CreateFeature(layer->GetLayerDefn())};
        feature->SetField("name", made.name.c_str());
        feature->SetField("number", made.number);
        OGRGeometry* geometry = nullptr;
        if (!made.wkt.empty()) OGRGeometryFactory::createFromWkt(made.wkt.c_str(), nullptr, &geometry);
        feature->SetGeometryDirectly(geometry);
        ASSERT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
    }
}

}  // namespace jinsha::io
