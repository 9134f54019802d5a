#include "io/wkb.hpp"

#include "io/gdal_geometry.hpp"

#include <gtest/gtest.h>
#include <ogr_geometry.h>

#include <memory>
#include <vector>

namespace jinsha::io {
namespace {

std::unique_ptr<OGRGeometry> from_wkt(const char* wkt) {
    OGRGeometry* geometry = nullptr;
    OGRGeometryFactory::createFromWkt(wkt, nullptr, &geometry);
    return std::unique_ptr<OGRGeometry>{geometry};
}

std::vector<unsigned char> wkb_of(const OGRGeometry& geometry, OGRwkbVariant variant = wkbVariantIso,
                                  OGRwkbByteOrder order = wkbNDR) {
    std::vector<unsigned char> bytes(geometry.WkbSize());
    geometry.exportToWkb(order, bytes.data(), variant);
    return bytes;
}

void expect_as_gdal(const OGRGeometry& geometry, const std::vector<unsigned char>& bytes) {
    RawGeometry expected, read;
    take_ogr_geometry(&geometry, false, expected);
    ASSERT_TRUE(read_wkb(bytes, read));
    EXPECT_EQ(read.points, expected.points);
    ASSERT_EQ(read.parts.size(), expected.parts.size());
    for (std::size_t i = 0; i < read.parts.size(); ++i) {
        EXPECT_EQ(read.parts[i].end, expected.parts[i].end);
        EXPECT_EQ(read.parts[i].is_hole, expected.parts[i].is_hole);
    }
    EXPECT_TRUE(expected.points.empty() || read.type == expected.type);
}

TEST(Wkb, IsReadAsGdalReadsIt) {
    for (const char* wkt :
         {"POINT (1 2)", "POINT Z (1 2 3)", "POINT ZM (1 2 3 4)", "LINESTRING (1 2,3 4,5 6)",
          "LINESTRING M (1 2 9,3 4 9)", "POLYGON ((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1))", "POLYGON EMPTY",
          "MULTIPOINT (1 2,3 4)", "MULTILINESTRING ((1 2,3 4),(5 6,7 8,9 9))",
          "MULTIPOLYGON Z (((0 0 1,9 0 1,9 9 1,0 0 1)),((1 1 1,2 1 1,2 2 1,1 1 1)))"}) {
        SCOPED_TRACE(wkt);
        const auto geometry = from_wkt(wkt);
        expect_as_gdal(*geometry, wkb_of(*geometry));
        expect_as_gdal(*geometry, wkb_of(*geometry, wkbVariantOldOgc));
    }
}

TEST(Wkb, FindsNoPlaceInAnEmptyPoint) {
    RawGeometry read;
    ASSERT_TRUE(read_wkb(wkb_of(*from_wkt("POINT EMPTY")), read));
    EXPECT_TRUE(read.points.empty());
    EXPECT_TRUE(read.parts.empty());
}

TEST(Wkb, LeavesTheUnusualToOthers) {
    RawGeometry read;
    for (const char* wkt :
         {"GEOMETRYCOLLECTION (POINT (1 2))", "CIRCULARSTRING (0 0,1 1,2 0)", "TIN (((0 0,1 0,0 1,0 0)))"})
        EXPECT_FALSE(read_wkb(wkb_of(*from_wkt(wkt)), read)) << wkt;
    EXPECT_FALSE(read_wkb(wkb_of(*from_wkt("POINT (1 2)"), wkbVariantIso, wkbXDR), read));
}

TEST(Wkb, DoesNotReadPastItsEnd) {
    RawGeometry read;
    const auto bytes = wkb_of(*from_wkt("MULTIPOLYGON (((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1)))"));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const std::vector<unsigned char> cut(bytes.begin(),
                                             bytes.begin() + static_cast<std::ptrdiff_t>(size));
        EXPECT_FALSE(read_wkb(cut, read));
    }
    auto huge = bytes;
    huge[5] = huge[6] = huge[7] = huge[8] = 0xFF;  // number of polygons
    EXPECT_FALSE(read_wkb(huge, read));
}

}  // namespace
}  // namespace jinsha::io
