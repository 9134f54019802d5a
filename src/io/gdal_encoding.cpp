#include "io/gdal_encoding.hpp"

#include <ogrsf_frmts.h>

#include <cstdlib>
#include <string>

namespace jinsha::io {
namespace {

/// The language driver of a dBASE table; those that writers put in without asking do not count.
std::string encoding_of_language_driver(int number) {
    switch (number) {
        case 0x4D:
        case 0x7A:
            return "GBK";
        case 0x4F:
        case 0x78:
            return "Big5";
        case 0x13:
        case 0x7B:
            return "CP932";
        case 0x4E:
        case 0x79:
            return "CP949";
        case 0xC9:
            return "CP1251";
        default:
            return "";
    }
}

}  // namespace

DeclaredEncoding declared_encoding(OGRLayer& layer, const DatasetHints& hints) {
    if (layer.TestCapability(OLCStringsAsUTF8)) return {"UTF-8", "declared in the file", false};
    if (!hints.encoding.empty()) return {hints.encoding, "set in the map document", true};
    if (const char* name = layer.GetMetadataItem("CPG_VALUE", "SHAPEFILE"))
        return {name, "declared in the .cpg", false};
    if (const char* number = layer.GetMetadataItem("LDID_VALUE", "SHAPEFILE"))
        return {encoding_of_language_driver(std::atoi(number)), "declared in the .dbf", false};
    return {};
}

}  // namespace jinsha::io
