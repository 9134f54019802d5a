#include "io/arrow_batches.hpp"

#include "io/arrow_column.hpp"
#include "io/gdal_geometry.hpp"
#include "io/wkb.hpp"

#include <cpl_string.h>
#include <ogr_recordbatch.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jinsha::io {
namespace {

/// A structure of the Arrow C interface, released at the end. Move only.
template <class T>
class Released {
public:
    Released() = default;
    Released(Released&& other) noexcept : value_{std::exchange(other.value_, T{})} {}
    Released& operator=(Released&& other) noexcept {
        std::swap(value_, other.value_);
        return *this;
    }
    ~Released() {
        if (value_.release != nullptr) value_.release(&value_);
    }
    [[nodiscard]] T& operator*() noexcept { return value_; }
    [[nodiscard]] const T& operator*() const noexcept { return value_; }
    [[nodiscard]] T* operator->() noexcept { return &value_; }
    [[nodiscard]] const T* operator->() const noexcept { return &value_; }

private:
    T value_{};
};

struct ArrowPlace {
    std::size_t child{};
    ArrowKind kind{};
    bool is_boolean{};
};

/// Where in each batch to find what.
struct ArrowLayout {
    std::optional<ArrowPlace> fid;
    ArrowPlace geometry;
    std::vector<ArrowPlace> fields;
};

/// The metadata of a column say that it holds well-known binary. (Arrow C data interface: a number of pairs,
/// then each text with its length before it.)
bool holds_geometry(const ArrowSchema& column) {
    const char* at = column.metadata;
    if (at == nullptr) return false;
    const auto number = [&] {
        std::int32_t value{};
        std::memcpy(&value, at, sizeof value);
        at += sizeof value;
        return value;
    };
    const auto text = [&] {
        const auto size = static_cast<std::size_t>(number());
        const std::string_view result{at, size};
        at += size;
        return result;
    };
    for (std::int32_t i = number(); i > 0; --i) {
        const std::string_view key = text(), value = text();
        if (key == "ARROW:extension:name" && value == "ogc.wkb") return true;
    }
    return false;
}

std::optional<ArrowLayout> layout_of(const ArrowSchema& schema, const char* fid_column,
                                     std::span<const map::Field> fields) {
    ArrowLayout layout;
    bool has_geometry = false;
    const std::string_view fid_name = *fid_column != '\0' ? fid_column : "OGC_FID";
    for (std::size_t i = 0; i < static_cast<std::size_t>(schema.n_children); ++i) {
        const ArrowSchema& column = *schema.children[i];
        const auto kind = arrow_kind(column.format);
        if (!kind) continue;
        if (holds_geometry(column)) {
            layout.geometry = {i, *kind, false};
            has_geometry = *kind == ArrowKind::Binary || *kind == ArrowKind::LargeBinary;
        } else if (column.name == fid_name) {
            layout.fid = ArrowPlace{i, *kind, false};
        }
    }
    for (const map::Field& field : fields) {
        std::optional<ArrowPlace> place;
        for (std::size_t i = 0; i < static_cast<std::size_t>(schema.n_children); ++i) {
            const ArrowSchema& column = *schema.children[i];
            const auto kind = arrow_kind(column.format);
            if (kind && field.name == column.name) place = ArrowPlace{i, *kind, field.type == "boolean"};
        }
        const bool is_plain = field.type == "boolean" || field.type == "integer" || field.type == "real" ||
                              field.type == "string";
        if (!place || !is_plain) return std::nullopt;
        layout.fields.push_back(*place);
    }
    if (!has_geometry) return std::nullopt;
    return layout;
}

class ArrowBatch final : public FeatureBatch {
public:
    ArrowBatch(Released<ArrowArray> array, ArrowLayout layout)
        : array_{std::move(array)}, layout_{std::move(layout)} {}

    [[nodiscard]] std::size_t size() const override { return static_cast<std::size_t>(array_->length); }
    [[nodiscard]] RawGeometryView geometry(std::size_t feature, RawGeometry& room) const override {
        const auto wkb = bytes_of(column(layout_.geometry), layout_.geometry.kind, feature);
        if (wkb.empty())
            room.clear();
        else if (!read_wkb(wkb, room))
            read_unusual(wkb, room);
        return room.view();
    }
    [[nodiscard]] FeatureTable table() const override {
        FeatureTable table;
        std::size_t repaired = 0;
        for (const ArrowPlace& field : layout_.fields)
            table.columns.push_back(attributes_of(column(field), field.kind, field.is_boolean, repaired));
        if (layout_.fid)
            table.ids = attributes_of(column(*layout_.fid), layout_.fid->kind, false, repaired);
        else
            table.ids.pad_to(size());
        return table;
    }

private:
    [[nodiscard]] const ArrowArray& column(const ArrowPlace& place) const {
        return *array_->children[place.child];
    }
    /// Curves, surfaces, collections.
    static void read_unusual(std::span<const unsigned char> wkb, RawGeometry& room) {
        OGRGeometry* read = nullptr;
        (void)OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &read, wkb.size());
        const std::unique_ptr<OGRGeometry> geometry{read};
        take_ogr_geometry(geometry.get(), false, room);
    }

    Released<ArrowArray> array_;
    ArrowLayout layout_;
};

class ArrowStream final : public ArrowBatches {
public:
    ArrowStream(Released<ArrowArrayStream> stream, ArrowLayout layout)
        : stream_{std::move(stream)}, layout_{std::move(layout)} {}

    [[nodiscard]] Result<std::unique_ptr<FeatureBatch>> next() override {
        Released<ArrowArray> array;
        if (stream_->get_next(&*stream_, &*array) != 0) {
            const char* const why = stream_->get_last_error(&*stream_);
            return fail("cannot be read to its end: {}", why != nullptr ? why : "unknown reason");
        }
        if (array->release == nullptr) return nullptr;
        return std::make_unique<ArrowBatch>(std::move(array), layout_);
    }

private:
    Released<ArrowArrayStream> stream_;
    ArrowLayout layout_;
};

/// Small batches are read into memory that was used before; large ones take fresh pages each time, which
/// costs more than the reading. Points are small.
const char* batch_option(OGRwkbGeometryType type) {
    return wkbFlatten(type) == wkbPoint ? "MAX_FEATURES_IN_BATCH=16384" : "MAX_FEATURES_IN_BATCH=4096";
}

}  // namespace

std::unique_ptr<ArrowBatches> ArrowBatches::open(OGRLayer& layer, std::span<const map::Field> fields) {
    if (!layer.TestCapability(OLCFastGetArrowStream)) return nullptr;
    const char* const options[]{batch_option(layer.GetGeomType()), nullptr};
    Released<ArrowArrayStream> stream;
    if (!layer.GetArrowStream(&*stream, options)) return nullptr;
    Released<ArrowSchema> schema;
    if (stream->get_schema(&*stream, &*schema) != 0) return nullptr;
    auto layout = layout_of(*schema, layer.GetFIDColumn(), fields);
    if (!layout) return nullptr;
    return std::make_unique<ArrowStream>(std::move(stream), *std::move(layout));
}

}  // namespace jinsha::io
