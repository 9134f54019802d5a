#include "scene/legend.hpp"

#include "geo/clip.hpp"
#include "scene/asked_fields.hpp"
#include "scene/legend_badges.hpp"
#include "style/value_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace jinsha::scene {

namespace {

/// A layer with more classes than this is a scale without steps: one entry stands for all of them.
constexpr std::size_t kMostClasses = 24;

/// Whether something of the geometry lies in the box, not only its envelope.
bool shows(const geo::GeometryView& geometry, const geo::Envelope& box) {
    std::vector<geo::MapPoint> ring;
    geo::LinePieces pieces;
    for (std::size_t i = 0; i < geometry.part_count(); ++i) {
        const auto part = geometry.part(i);
        if (geometry.type == geo::GeometryType::Point) {
            if (std::ranges::any_of(part, [&](geo::MapPoint p) { return box.contains(p); })) return true;
        } else if (geometry.type == geo::GeometryType::Line) {
            geo::clip_line(part, box, pieces);
            if (!pieces.part_ends.empty()) return true;
        } else if (geometry.type == geo::GeometryType::Polygon) {
            geo::clip_ring(part, box, ring);
            if (!ring.empty()) return true;
        }
    }
    return false;
}

std::optional<LegendLook> look_of(const style::StyleLayer& layer, const style::EvaluationContext& context) {
    const auto is_seen = [](double alpha) { return alpha > 0; };
    switch (layer.type()) {
        case style::LayerType::Fill: {
            const auto paint = layer.fill_paint(context);
            const bool has_outline = paint.outline_color && is_seen(paint.outline_color->a);
            if (!is_seen(paint.opacity) || !(is_seen(paint.color.a) || has_outline)) return std::nullopt;
            return paint;
        }
        case style::LayerType::Line: {
            const auto paint = layer.line_paint(context);
            if (!is_seen(paint.opacity * paint.color.a) || !(paint.width > 0)) return std::nullopt;
            return paint;
        }
        case style::LayerType::Circle:
            return layer.circle_paint(context);
        case style::LayerType::Symbol: {
            auto icon = layer.symbol_paint(context).icon;
            if (icon.image.empty() || !is_seen(icon.opacity)) return std::nullopt;
            return LegendIcon{std::move(icon.image)};
        }
        case style::LayerType::Background:
            break;
    }
    return std::nullopt;
}

bool differs_by_feature(const style::StyleLayer& layer) {
    return std::ranges::any_of(layer.properties(), [&](const style::PropertyUse& use) {
        const bool varies = use.dependence == style::Dependence::Feature ||
                            use.dependence == style::Dependence::ZoomAndFeature;
        // Of a symbol layer only the icon is in the legend; its texts differ anyway.
        return varies && (layer.type() != style::LayerType::Symbol || use.name == "icon-image");
    });
}

/// What the values of these fields are called, one after the other. Fields with a list of values in the
/// document are classes; others (an id, a name) count only where there is none of those.
std::string class_label(const map::SourceSpec* source, const style::Feature& feature,
                        const std::vector<std::string>& fields, std::string_view language) {
    std::string listed, other;
    for (const std::string& name : fields) {
        const std::string value = style::to_text(feature.property(name));
        if (value.empty()) continue;
        const map::FieldSpec* spec = source ? source->field(name) : nullptr;
        std::string& label = spec && !spec->values.empty() ? listed : other;
        if (!label.empty()) label += " · ";
        label += spec ? spec->label_of(value).in(language) : value;
    }
    return listed.empty() ? other : listed;
}

class LegendBuilder {
public:
    LegendBuilder(const MapSnapshot& snapshot, const map::MapDocument& document, double units_per_pixel,
                  const geo::Envelope& frame, std::string_view language)
        : snapshot_{snapshot},
          document_{document},
          units_per_pixel_{units_per_pixel},
          zoom_{snapshot.zoom(units_per_pixel)},
          frame_{frame},
          language_{language},
          badges_{document, language} {}

    Legend build() && {
        for (std::size_t i = 0; i < std::min(snapshot_.layers.size(), document_.layers.size()); ++i) {
            const SnapshotLayer& layer = snapshot_.layers[i];
            const map::LayerMetadata& metadata = document_.layers[i].metadata;
            if (!metadata.in_legend || !layer.is_visible || !layer.source) continue;
            if (layer.style.covers_zoom(zoom_)) add(layer, metadata);
        }
        Legend legend;
        badges_.move_into(legend);
        // What is drawn on top is what the map is about, and is read first.
        std::ranges::reverse(groups_);
        std::ranges::move(groups_, std::back_inserter(legend.groups));
        return legend;
    }

private:
    void add(const SnapshotLayer& layer, const map::LayerMetadata& metadata) {
        const style::StyleLayer style = layer.style.at_zoom(zoom_);
        const bool differs = differs_by_feature(style);
        const map::SourceSpec* source = document_.source(style.source());
        std::vector<LegendEntry> classes;
        layer.source->visit(frame_, units_per_pixel_, [&](const map::SourceFeature& feature) {
            if (!style.matches({std::floor(zoom_), &feature}) || !shows(feature.geometry(), frame_))
                return true;
            const AskedFields asked{feature};
            auto look = look_of(style, {zoom_, &asked});
            if (!look || badges_.take(*look)) return true;
            add_to_class(classes, std::move(*look), [&] {
                std::string label;
                if (differs) label = class_label(source, feature, asked.names(), language_);
                return label.empty() ? metadata.legend.in(language_) : label;
            });
            return true;
        });
        if (classes.empty()) return;
        const bool is_scale = classes.size() > kMostClasses;
        if (is_scale) keep_one(classes);
        if (differs && !is_scale) {
            groups_.push_back({metadata.legend.in(language_), std::move(classes)});
        } else {
            classes.front().label = metadata.legend.in(language_);
            merge(metadata.group.in(language_), std::move(classes.front()));
        }
    }

    template <class Label>
    static void add_to_class(std::vector<LegendEntry>& classes, LegendLook look, Label label) {
        const auto found = std::ranges::find_if(
            classes, [&](const LegendEntry& entry) { return entry.looks.front() == look; });
        if (found != classes.end()) {
            ++found->count;
            return;
        }
        classes.push_back({label(), {std::move(look)}, 1});
    }

    static void keep_one(std::vector<LegendEntry>& classes) {
        std::size_t count = 0;
        for (const LegendEntry& entry : classes) count += entry.count;
        classes.resize(1);
        classes.front().count = count;
    }

    /// A layer that is drawn alike everywhere: with others of its group and words it is one entry.
    void merge(const std::string& group_title, LegendEntry entry) {
        auto group = std::ranges::find(groups_, group_title, &LegendGroup::title);
        if (group == groups_.end()) group = groups_.insert(groups_.end(), {group_title, {}});
        const auto same = std::ranges::find(group->entries, entry.label, &LegendEntry::label);
        if (same == group->entries.end()) {
            group->entries.push_back(std::move(entry));
            return;
        }
        same->looks.push_back(std::move(entry.looks.front()));
        same->count = std::max(same->count, entry.count);
    }

    const MapSnapshot& snapshot_;
    const map::MapDocument& document_;
    double units_per_pixel_, zoom_;
    geo::Envelope frame_;
    std::string_view language_;
    LegendBadges badges_;
    std::vector<LegendGroup> groups_;  // lowest layer first
};

}  // namespace

Legend build_legend(const MapSnapshot& snapshot, const map::MapDocument& document, double units_per_pixel,
                    const geo::Envelope& frame, std::string_view language) {
    return LegendBuilder{snapshot, document, units_per_pixel, frame, language}.build();
}

}  // namespace jinsha::scene
