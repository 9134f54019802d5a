#include "io/feature_patch.hpp"

#include "io/bbox_patch.hpp"
#include "io/geojson_tree.hpp"
#include "io/geometry_patch.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace jinsha::io {
namespace {

constexpr std::size_t kDepth = GeoJsonText::kFeatureDepth;

/// Patches one feature, member by member.
class FeaturePatcher {
public:
    FeaturePatcher(const json::Value& feature, const CoordinateGrid& grid, const json::Layout& layout,
                   std::vector<json::Patch>& patches)
        : feature_{feature}, members_{feature.members()}, grid_{grid}, layout_{layout}, patches_{patches} {}

    Result<void> patch(const map::FeatureState& before, const map::FeatureState& after) {
        if (before.id != after.id) set_id(after.id);
        if (before.attributes != after.attributes) set_properties(before, after);
        if (before.geometry != after.geometry && *before.geometry != *after.geometry)
            if (auto done = move_to(after.geometry->view()); !done) return done;
        json::change_items(feature_, member_changes_, layout_, kDepth, patches_);
        return {};
    }

private:
    [[nodiscard]] const json::Member* member(std::string_view name) const {
        const auto found =
            std::ranges::find_if(members_, [&](const json::Member& m) { return m.name() == name; });
        return found == members_.end() ? nullptr : &*found;
    }

    void insert_member(std::string_view name, const json::Tree& value) {
        const std::string colon = layout_.gaps(json::Kind::Object, kDepth, false).colon;
        member_changes_.inserted.push_back(
            {members_.size(), layout_.key_text(name) + colon + layout_.written(value, kDepth + 1)});
    }

    void set_id(const style::Value& id) {
        const json::Member* old = member("id");
        if (!old)
            insert_member("id", tree_of(id));
        else if (id.is_null())
            member_changes_.removed.push_back(static_cast<std::size_t>(old - members_.data()));
        else
            patches_.push_back({old->value.range(), layout_.written(tree_of(id), kDepth + 1)});
    }

    // A key that is there twice is set, or taken out, at both places: some readers take the first, others the
    // last, and all should see the edit.

    Result<void> move_to(const geo::GeometryView& geometry) {
        if (auto done = set_geometry(geometry); !done) return done;
        return patch_bbox(feature_, {geometry}, BboxRule::Fit, grid_, patches_);
    }

    Result<void> set_geometry(const geo::GeometryView& geometry) {
        bool is_there = false;
        for (const json::Member& old : members_) {
            if (old.name() != "geometry") continue;
            is_there = true;
            if (auto done = patch_geometry(old.value, geometry, grid_, layout_, patches_); !done) return done;
        }
        if (is_there) return {};
        auto tree = geometry_tree(geometry, false, grid_);
        if (!tree) return tl::make_unexpected(tree.error());
        insert_member("geometry", *tree);
        return {};
    }

    void set_properties(const map::FeatureState& before, const map::FeatureState& after) {
        std::vector<json::Value> objects;
        for (const json::Member& old : members_)
            if (old.name() == "properties" && old.value.kind() == json::Kind::Object)
                objects.push_back(old.value);
        if (objects.empty()) write_properties(after);
        std::vector<std::string> names;  // that any of them has
        for (std::size_t i = objects.size(); i-- > 0;)
            patch_properties(objects[i], before, after, i == 0, names);
    }

    void write_properties(const map::FeatureState& after) {
        json::Tree::Object properties;
        for (const map::Attribute& attribute : after.attributes)
            properties.push_back({attribute.name, tree_of(attribute.value)});
        const json::Tree tree{std::move(properties)};
        if (const json::Member* old = member("properties"))
            patches_.push_back({old->value.range(), layout_.written(tree, kDepth + 1)});
        else
            insert_member("properties", tree);
    }

    void patch_properties(const json::Value& properties, const map::FeatureState& before,
                          const map::FeatureState& after, bool takes_new_ones,
                          std::vector<std::string>& names) {
        const std::vector<json::Member> members = properties.members();
        json::ItemChanges changes;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const std::string name = names.emplace_back(members[i].name());
            const style::Value* old = before.find(name);
            const style::Value* now = after.find(name);
            if (old && !now) changes.removed.push_back(i);
            if (!now || (old && *old == *now)) continue;
            patches_.push_back({members[i].value.range(), layout_.written(tree_of(*now), kDepth + 2)});
        }
        const std::string colon = members.empty() ? layout_.gaps(json::Kind::Object, kDepth + 1, true).colon
                                                  : json::gaps_of(properties).colon;
        for (const map::Attribute& attribute : after.attributes)
            if (takes_new_ones && std::ranges::find(names, attribute.name) == names.end())
                changes.inserted.push_back(
                    {members.size(), layout_.key_text(attribute.name) + colon +
                                         layout_.written(tree_of(attribute.value), kDepth + 2)});
        json::change_items(properties, changes, layout_, kDepth + 1, patches_);
    }

    json::Value feature_;
    std::vector<json::Member> members_;
    const CoordinateGrid& grid_;
    const json::Layout& layout_;
    std::vector<json::Patch>& patches_;
    json::ItemChanges member_changes_;
};

/// The order of members in the last feature, which new ones follow.
std::vector<std::string> usual_keys(const GeoJsonText& text) {
    std::vector<std::string> keys;
    if (!text.features().empty())
        for (const json::Member& member : text.features().back().members()) keys.push_back(member.name());
    return keys;
}

/// Where features are that were not there before.
std::vector<geo::GeometryView> moved_geometries(std::span<const ElementChange> changes) {
    std::vector<geo::GeometryView> geometries;
    for (const ElementChange& change : changes) {
        if (!change.after) continue;
        const bool has_moved = !change.before || *change.before->geometry != *change.after->geometry;
        if (has_moved) geometries.push_back(change.after->geometry->view());
    }
    return geometries;
}

}  // namespace

Result<std::vector<json::Patch>> feature_patches(const GeoJsonText& text,
                                                 std::span<const ElementChange> changes,
                                                 const CoordinateGrid& grid) {
    std::vector<json::Patch> patches;
    json::ItemChanges items;
    const std::vector<std::string> keys = usual_keys(text);
    for (const ElementChange& change : changes) {
        if (!change.before) {
            auto tree = feature_tree(*change.after, keys, false, grid);
            if (!tree) return tl::make_unexpected(tree.error());
            items.inserted.push_back({change.element, text.layout().written(*tree, kDepth)});
        } else if (!change.after) {
            items.removed.push_back(change.element);
        } else {
            FeaturePatcher patcher{text.features().at(change.element), grid, text.layout(), patches};
            if (auto done = patcher.patch(*change.before, *change.after); !done)
                return tl::make_unexpected(done.error().in(fmt::format("feature {}", change.element + 1)));
        }
    }
    json::change_items(text.list(), items, text.layout(), GeoJsonText::kFeatureDepth - 1, patches);
    if (auto done =
            patch_bbox(*text.list().index().root(), moved_geometries(changes), BboxRule::Grow, grid, patches);
        !done)
        return tl::make_unexpected(done.error());
    json::sort(patches);
    return patches;
}

}  // namespace jinsha::io
