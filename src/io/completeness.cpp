#include "io/completeness.hpp"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <cstdint>

namespace jinsha::io {

namespace {

namespace fs = std::filesystem;

bool is_readable_table(const fs::path& path) {
    constexpr std::uintmax_t kHeaderBytes = 33;  // of a dBASE table, its end mark included
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    return !error && size >= kHeaderBytes;
}

}  // namespace

std::optional<std::size_t> declared_features(OGRLayer& layer, const std::string& driver) {
    if (driver != "FlatGeobuf" && driver != "GPKG") return std::nullopt;
    const GIntBig count = layer.GetFeatureCount(FALSE);
    if (count < 0) return std::nullopt;
    return static_cast<std::size_t>(count);
}

std::optional<Problem> shortfall(const std::string& where, std::size_t declared, std::size_t read) {
    if (read >= declared) return std::nullopt;
    return Problem{
        Severity::Error, where,
        fmt::format("expected {} features, as the file declares, found {}: the file is damaged or cut off",
                    declared, read)};
}

std::optional<Problem> missing_attributes(const fs::path& shapefile, OGRLayer& layer) {
    if (layer.GetLayerDefn()->GetFieldCount() > 0) return std::nullopt;
    for (const char* extension : {".dbf", ".DBF"}) {
        fs::path table = shapefile;
        if (is_readable_table(table.replace_extension(extension))) return std::nullopt;
    }
    return Problem{Severity::Warning, shapefile.filename().string(),
                   fmt::format("expected the attributes in '{}' beside it, found none that can be read: its "
                               "features are drawn without",
                               shapefile.stem().string() + ".dbf")};
}

}  // namespace jinsha::io
