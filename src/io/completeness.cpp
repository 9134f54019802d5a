#include "io/completeness.hpp"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <cstdint>

namespace jinsha::io {

namespace {

namespace fs = std::filesystem;

/// The size of the file of the same name with another extension, in either case; 0 when there is none.
std::uintmax_t size_of_companion(const fs::path& shapefile, const char* lower, const char* upper) {
    for (const char* extension : {lower, upper}) {
        std::error_code error;
        const std::uintmax_t size = fs::file_size(fs::path{shapefile}.replace_extension(extension), error);
        if (!error) return size;
    }
    return 0;
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

std::optional<Error> missing_index(const fs::path& shapefile) {
    if (size_of_companion(shapefile, ".shx", ".SHX") > 0) return std::nullopt;
    return Error{fmt::format("expected its index '{}.shx' beside it, found none", shapefile.stem().string())};
}

std::optional<Problem> missing_attributes(const fs::path& shapefile, OGRLayer& layer) {
    constexpr std::uintmax_t kHeaderBytes = 33;  // of a dBASE table, its end mark included
    if (layer.GetLayerDefn()->GetFieldCount() > 0) return std::nullopt;
    if (size_of_companion(shapefile, ".dbf", ".DBF") >= kHeaderBytes) return std::nullopt;
    return Problem{
        Severity::Warning, shapefile.filename().string(),
        fmt::format("expected the attributes in '{}.dbf' beside it, found none that can be read: its "
                    "features are drawn without",
                    shapefile.stem().string())};
}

}  // namespace jinsha::io
