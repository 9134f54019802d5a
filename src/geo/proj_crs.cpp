// Everything of PROJ that Jinsha uses, except geodesic.h: no other file includes proj.h.
#include "geo/crs.hpp"
#include "geo/crs_transform.hpp"
#include "geo/datum.hpp"

#include <proj.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace jinsha::geo {
namespace {

template <auto Close>
struct ClosedBy {
    template <class Handle>
    void operator()(Handle* handle) const noexcept {
        Close(handle);
    }
};
using Context = std::unique_ptr<PJ_CONTEXT, ClosedBy<proj_context_destroy>>;
using Pj = std::unique_ptr<PJ, ClosedBy<proj_destroy>>;
using Operations = std::unique_ptr<PJ_OBJ_LIST, ClosedBy<proj_list_destroy>>;
using OperationFactory =
    std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, ClosedBy<proj_operation_factory_context_destroy>>;
using Area = std::unique_ptr<PJ_AREA, ClosedBy<proj_area_destroy>>;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Context make_context() {
    Context context{proj_context_create()};
    proj_context_set_enable_network(context.get(), 0);
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

std::string last_error(PJ_CONTEXT* context) {
    const int number = proj_context_errno(context);
    const char* text = number != 0 ? proj_context_errno_string(context, number) : nullptr;
    return text != nullptr ? text : "not a coordinate reference system";
}

/// "EPSG:4543"; "" when the object carries no id.
std::string id_of(const PJ* object) {
    const char* authority = proj_get_id_auth_name(object, 0);
    const char* code = proj_get_id_code(object, 0);
    return authority != nullptr && code != nullptr ? fmt::format("{}:{}", authority, code) : "";
}

/// The EPSG id of a definition that carries none (ESRI .prj files), when PROJ is sure of it.
std::string identified(PJ_CONTEXT* context, const PJ* crs) {
    int* confidences = nullptr;
    const Operations candidates{proj_identify(context, crs, "EPSG", nullptr, &confidences)};
    std::string id;
    constexpr int kSameNameAndParameters = 90;
    if (candidates && proj_list_get_count(candidates.get()) > 0 && confidences[0] >= kSameNameAndParameters)
        id = id_of(Pj{proj_list_get(context, candidates.get(), 0)}.get());
    proj_int_list_destroy(confidences);
    return id;
}

/// The horizontal CRS of a compound one.
Pj horizontal(PJ_CONTEXT* context, Pj crs) {
    while (crs && proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS)
        crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
    return crs;
}

Result<Pj> create_crs(PJ_CONTEXT* context, std::string_view definition) {
    // "+proj=utm +zone=47" alone is a conversion to PROJ; with +type=crs it is the CRS that people mean.
    std::string text{definition};
    if (text.find("+proj=") != std::string::npos && text.find("type=crs") == std::string::npos)
        text += " +type=crs";
    Pj crs{proj_create(context, text.c_str())};
    if (crs && proj_is_crs(crs.get())) crs = horizontal(context, std::move(crs));
    if (!crs || !proj_is_crs(crs.get())) {
        constexpr std::size_t kShown = 60;
        const std::string shown = text.size() > kShown ? text.substr(0, kShown) + "…" : text;
        return fail("coordinate reference system '{}': {}", shown, last_error(context));
    }
    return crs;
}

/// Without the transformation to WGS 84 that a bound CRS (+towgs84) carries.
Pj unbound(PJ_CONTEXT* context, const PJ* crs) {
    return Pj{proj_get_type(crs) == PJ_TYPE_BOUND_CRS ? proj_get_source_crs(context, crs)
                                                      : proj_clone(context, crs)};
}

bool is_geographic_type(PJ_TYPE type) {
    return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

/// How many metres or radians one unit of the first axis has.
double axis_unit(PJ_CONTEXT* context, const PJ* crs) {
    const Pj system{proj_crs_get_coordinate_system(context, crs)};
    double factor = 0;
    if (!system || !proj_cs_get_axis_info(context, system.get(), 0, nullptr, nullptr, nullptr, &factor,
                                          nullptr, nullptr, nullptr))
        return 0;
    return factor;
}

std::string datum_name(PJ_CONTEXT* context, const PJ* geodetic_crs) {
    Pj datum{proj_crs_get_datum(context, geodetic_crs)};
    if (!datum) datum.reset(proj_crs_get_datum_ensemble(context, geodetic_crs));
    return datum ? proj_get_name(datum.get()) : "";
}

/// WGS 84 or CGCS2000 with longitudes in degrees from Greenwich, under any of the names they go by.
bool is_wgs84_like(PJ_CONTEXT* context, const PJ* geodetic_crs) {
    std::string name;
    for (const char c : datum_name(context, geodetic_crs))
        if (std::isalnum(static_cast<unsigned char>(c)))
            name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    constexpr std::array<std::string_view, 8> kNames{"worldgeodeticsystem1984",
                                                     "worldgeodeticsystem1984ensemble",
                                                     "wgs1984",
                                                     "dwgs1984",
                                                     "china2000",
                                                     "dchina2000",
                                                     "cgcs2000",
                                                     "chinageodeticcoordinatesystem2000"};
    if (std::find(kNames.begin(), kNames.end(), name) == kNames.end()) return false;
    const Pj meridian{proj_get_prime_meridian(context, geodetic_crs)};
    double longitude = 0;
    if (meridian &&
        proj_prime_meridian_get_parameters(context, meridian.get(), &longitude, nullptr, nullptr) &&
        longitude != 0)
        return false;
    return std::abs(axis_unit(context, geodetic_crs) - std::numbers::pi / 180) < 1e-12;
}

/// May degrees of the one be read as degrees of the other?
bool share_datum(PJ_CONTEXT* context, const PJ* a, const PJ* b) {
    return proj_is_equivalent_to_with_ctx(context, a, b, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) ||
           (is_wgs84_like(context, a) && is_wgs84_like(context, b));
}

/// From degrees (longitude first) to easting, northing by the CRS's own conversion; null for a geographic
/// CRS.
Result<Pj> own_conversion(PJ_CONTEXT* context, const PJ* crs) {
    if (is_geographic_type(proj_get_type(crs))) return Pj{};
    const Pj conversion{proj_crs_get_coordoperation(context, crs)};
    Pj normalized{conversion ? proj_normalize_for_visualization(context, conversion.get()) : nullptr};
    if (!normalized) return fail("'{}' cannot be computed: {}", proj_get_name(crs), last_error(context));
    return normalized;
}

/// Runs `coordinates` (x, y pairs) in place. Failures become infinite.
void run(PJ* step, PJ_DIRECTION direction, double* coordinates, std::size_t count) {
    constexpr std::size_t kStride = 2 * sizeof(double);
    proj_trans_generic(step, direction, coordinates, kStride, count, coordinates + 1, kStride, count, nullptr,
                       0, 0, nullptr, 0, 0);
}

}  // namespace

Crs Crs::wgs84() {
    Crs crs;
    crs.definition_ = crs.id_ = "OGC:CRS84";
    crs.name_ = "WGS 84 (CRS84)";
    crs.is_geographic_ = true;
    return crs;
}

Result<Crs> Crs::from(std::string_view definition) {
    if (definition == "OGC:CRS84") return wgs84();
    const Context context = make_context();
    const auto created = create_crs(context.get(), definition);
    if (!created) return tl::make_unexpected(created.error());
    const Pj crs = unbound(context.get(), created->get());
    const PJ_TYPE type = proj_get_type(crs.get());

    Crs result;
    result.definition_ = definition;
    result.is_geographic_ = is_geographic_type(type);
    result.is_projected_ = type == PJ_TYPE_PROJECTED_CRS;
    result.name_ = proj_get_name(crs.get());
    result.id_ = id_of(crs.get());
    if (result.id_.empty() && (result.is_projected_ || result.is_geographic_))
        result.id_ = identified(context.get(), crs.get());
    if (result.is_projected_) result.unit_metres_ = axis_unit(context.get(), crs.get());
    return result;
}

std::string datum_name(const Crs& crs) {
    const Context context = make_context();
    const auto created = create_crs(context.get(), crs.definition());
    if (!created) return {};
    const Pj whole = unbound(context.get(), created->get());
    const Pj geodetic{proj_crs_get_geodetic_crs(context.get(), whole.get())};
    return geodetic ? datum_name(context.get(), geodetic.get()) : "";
}

/// Either up to two conversions that meet in the degrees of a shared datum (`from_degrees` of each side), or
/// one operation of PROJ's choice, or neither: source and map are the same.
struct CrsTransform::Proj {
    Context context;  // first, because the operations must go before it
    Pj source_from_degrees, map_from_degrees;
    Pj operation;
    std::string caution;

    void to_map(double* coordinates, std::size_t count) const {
        if (source_from_degrees) run(source_from_degrees.get(), PJ_INV, coordinates, count);
        if (map_from_degrees) run(map_from_degrees.get(), PJ_FWD, coordinates, count);
        if (operation) run(operation.get(), PJ_FWD, coordinates, count);
    }
    void to_source(double* coordinates, std::size_t count) const {
        if (operation) run(operation.get(), PJ_INV, coordinates, count);
        if (map_from_degrees) run(map_from_degrees.get(), PJ_INV, coordinates, count);
        if (source_from_degrees) run(source_from_degrees.get(), PJ_FWD, coordinates, count);
    }
};

namespace {

/// What to say when PROJ knows no transformation between the datums and would only swap their names.
std::string ballpark_caution(PJ_CONTEXT* context, const PJ* source, const PJ* map) {
    const OperationFactory factory{proj_create_operation_factory_context(context, nullptr)};
    proj_operation_factory_context_set_spatial_criterion(context, factory.get(),
                                                         PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    proj_operation_factory_context_set_grid_availability_use(
        context, factory.get(), PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
    const Operations all{proj_create_operations(context, source, map, factory.get())};
    const int count = all ? proj_list_get_count(all.get()) : 0;
    for (int i = 0; i < count; ++i) {
        const Pj operation{proj_list_get(context, all.get(), i)};
        if (!proj_coordoperation_has_ballpark_transformation(context, operation.get())) return {};
    }
    const Pj source_base{proj_crs_get_geodetic_crs(context, source)};
    const Pj map_base{proj_crs_get_geodetic_crs(context, map)};
    return fmt::format("no transformation from {} to {} is known: positions may be off by hundreds of metres",
                       source_base ? datum_name(context, source_base.get()) : proj_get_name(source),
                       map_base ? datum_name(context, map_base.get()) : proj_get_name(map));
}

/// PROJ's best operation, longitude or easting first on both sides.
Result<Pj> best_operation(PJ_CONTEXT* context, const PJ* source, const PJ* map) {
    const Area area{proj_area_create()};
    double west = 0, south = 0, east = 0, north = 0;
    if (proj_get_area_of_use(context, map, &west, &south, &east, &north, nullptr))
        proj_area_set_bbox(area.get(), west, south, east, north);
    const Pj raw{proj_create_crs_to_crs_from_pj(context, source, map, area.get(), nullptr)};
    Pj normalized{raw ? proj_normalize_for_visualization(context, raw.get()) : nullptr};
    if (!normalized)
        return fail("no way from '{}' to '{}': {}", proj_get_name(source), proj_get_name(map),
                    last_error(context));
    return normalized;
}

/// Makes what could not be transformed NaN in both coordinates; returns how many those are.
template <class Point>
std::size_t mark_failures(std::span<Point> points) {
    std::size_t failures = 0;
    for (Point& p : points) {
        if (std::isfinite(p.x) && std::isfinite(p.y)) continue;
        p = {kNaN, kNaN};
        ++failures;
    }
    return failures;
}

}  // namespace

CrsTransform::CrsTransform(std::unique_ptr<Proj> proj) : proj_{std::move(proj)} {}
CrsTransform::CrsTransform(CrsTransform&&) noexcept = default;
CrsTransform& CrsTransform::operator=(CrsTransform&&) noexcept = default;
CrsTransform::~CrsTransform() = default;

Result<CrsTransform> CrsTransform::between(const Crs& source, const Crs& map) {
    auto proj = std::make_unique<Proj>();
    proj->context = make_context();
    if (source == map) return CrsTransform{std::move(proj)};

    PJ_CONTEXT* context = proj->context.get();
    const auto from = create_crs(context, source.definition());
    if (!from) return tl::make_unexpected(from.error());
    const auto to = create_crs(context, map.definition());
    if (!to) return tl::make_unexpected(to.error());

    const Pj from_base{proj_crs_get_geodetic_crs(context, from->get())};
    const Pj to_base{proj_crs_get_geodetic_crs(context, to->get())};
    if (!from_base || !to_base)
        return fail("no way from '{}' to '{}': expected geographic or projected coordinate reference systems",
                    source.name(), map.name());

    const bool is_bound =
        proj_get_type(from->get()) == PJ_TYPE_BOUND_CRS || proj_get_type(to->get()) == PJ_TYPE_BOUND_CRS;
    if (!is_bound && share_datum(context, from_base.get(), to_base.get())) {
        auto source_conversion = own_conversion(context, from->get());
        if (!source_conversion) return tl::make_unexpected(source_conversion.error());
        auto map_conversion = own_conversion(context, to->get());
        if (!map_conversion) return tl::make_unexpected(map_conversion.error());
        proj->source_from_degrees = std::move(*source_conversion);
        proj->map_from_degrees = std::move(*map_conversion);
        return CrsTransform{std::move(proj)};
    }
    auto operation = best_operation(context, from->get(), to->get());
    if (!operation) return tl::make_unexpected(operation.error());
    proj->operation = std::move(*operation);
    if (!is_bound) proj->caution = ballpark_caution(context, from->get(), to->get());
    return CrsTransform{std::move(proj)};
}

CrsTransform CrsTransform::clone() const {
    auto copy = std::make_unique<Proj>();
    copy->context = make_context();
    const auto cloned = [&](const Pj& pj) {
        return Pj{pj ? proj_clone(copy->context.get(), pj.get()) : nullptr};
    };
    copy->source_from_degrees = cloned(proj_->source_from_degrees);
    copy->map_from_degrees = cloned(proj_->map_from_degrees);
    copy->operation = cloned(proj_->operation);
    copy->caution = proj_->caution;
    return CrsTransform{std::move(copy)};
}

const std::string& CrsTransform::caution() const noexcept {
    return proj_->caution;
}

std::size_t CrsTransform::to_map(std::span<const SourcePoint> in, std::span<MapPoint> out) const {
    assert(in.size() == out.size());
    std::transform(in.begin(), in.end(), out.begin(), [](SourcePoint p) { return MapPoint{p.x, p.y}; });
    if (!out.empty()) proj_->to_map(&out.front().x, out.size());
    return mark_failures(out);
}

std::size_t CrsTransform::to_source(std::span<const MapPoint> in, std::span<SourcePoint> out) const {
    assert(in.size() == out.size());
    std::transform(in.begin(), in.end(), out.begin(), [](MapPoint p) { return SourcePoint{p.x, p.y}; });
    if (!out.empty()) proj_->to_source(&out.front().x, out.size());
    return mark_failures(out);
}

MapPoint CrsTransform::to_map(SourcePoint p) const {
    MapPoint result;
    (void)to_map(std::span{&p, 1}, std::span{&result, 1});
    return result;
}

SourcePoint CrsTransform::to_source(MapPoint p) const {
    SourcePoint result;
    (void)to_source(std::span{&p, 1}, std::span{&result, 1});
    return result;
}

}  // namespace jinsha::geo
