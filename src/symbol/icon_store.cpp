#include "symbol/icon_store.hpp"

#include "symbol/badge_drawing.hpp"
#include "symbol/cluster_drawing.hpp"
#include "symbol/icon_files.hpp"
#include "symbol/render.hpp"
#include "symbol/svg_drawing.hpp"
#include "symbol/theme_palette.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace jinsha::symbol {

namespace {

constexpr std::string_view kBadgePrefix = "badge/";
constexpr std::size_t kMostPictureBytes = 32'000'000;
constexpr std::size_t kMostDrawings = 10'000;  // data may ask for a name that is not there with every feature

using DrawingResult = Result<std::shared_ptr<const Drawing>>;
using PictureResult = Result<std::shared_ptr<const image::Image>>;
using Folders = std::vector<std::filesystem::path>;

struct DrawingKey {
    std::string name;
    std::optional<Rgb> tint;
    auto operator<=>(const DrawingKey&) const = default;
};

struct PictureKey {
    DrawingKey drawing;
    double scale{};
    auto operator<=>(const PictureKey&) const = default;
};

std::string names_of(const Folders& folders) {
    std::string names;
    for (const auto& folder : folders) names += (names.empty() ? "'" : ", '") + folder.string() + "'";
    return names.empty() ? "no folder" : names;
}

DrawingResult open_file(const std::filesystem::path& path, std::optional<Rgb> tint) {
    const auto text = read_icon_file(path);
    if (!text) return tl::make_unexpected(text.error());
    auto drawing = SvgDrawing::parse(*text, tint);
    if (!drawing) return tl::make_unexpected(drawing.error().in(path.string()));
    return *drawing;
}

DrawingResult find_file(const Folders& folders, const std::string& name, std::optional<Rgb> tint) {
    if (!is_icon_file_name(name))
        return fail("icon '{}': expected the name of a file inside the icon folders, without '..'", name);
    const auto path = find_icon_file(folders, name);
    if (!path) return fail("icon '{}': there is no {}.svg in {}", name, name, names_of(folders));
    return open_file(*path, tint).map_error([&](const Error& error) {
        return error.in(fmt::format("icon '{}'", name));
    });
}

/// The parts of "badge/<theme>/<phase>/<position_quality>". Any may be empty, because a feature may lack it;
/// those at the end may be missing.
struct BadgeName {
    std::string_view theme, phase, position_quality;
};

std::optional<BadgeName> read_badge_name(std::string_view name) {
    BadgeName read;
    std::string_view rest = name.substr(kBadgePrefix.size());
    for (std::string_view* part : {&read.theme, &read.phase, &read.position_quality}) {
        const std::size_t end = std::min(rest.find('/'), rest.size());
        *part = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!rest.empty()) return std::nullopt;
    return read;
}

}  // namespace

struct IconStore::State {
    Folders folders;
    std::mutex mutex;  // of what follows
    std::map<DrawingKey, DrawingResult> drawings;
    std::map<PictureKey, std::shared_ptr<const image::Image>> pictures;
    std::size_t picture_bytes{};

    DrawingResult drawing(const DrawingKey& key);
    PictureResult picture(const PictureKey& key);
    DrawingResult make(const DrawingKey& key);
    DrawingResult compose_badge(const std::string& name);
};

DrawingResult IconStore::State::compose_badge(const std::string& name) {
    const auto read = read_badge_name(name);
    if (!read) return fail("icon '{}': expected badge/<theme>/<phase>/<position_quality>", name);
    const auto color = theme_color(read->theme);
    Badge badge{color.value_or(kUnknownThemeColor), nullptr, phase_of(read->phase),
                read->position_quality == "inferred"};
    const std::string icon_name = "theme-" + std::string{read->theme};
    // A theme of the document's own may have an icon in its folder; without one it gets the dot.
    if (color || find_icon_file(folders, icon_name)) {
        auto icon = drawing({icon_name, kWhite});
        if (!icon) return tl::make_unexpected(icon.error().in(fmt::format("icon '{}'", name)));
        badge.icon = std::move(*icon);
    }
    return std::make_shared<const BadgeDrawing>(std::move(badge));
}

DrawingResult IconStore::State::make(const DrawingKey& key) {
    if (key.name.starts_with(kBadgePrefix)) return compose_badge(key.name);
    if (!key.name.starts_with(kClusterPrefix)) return find_file(folders, key.name, key.tint);
    return read_cluster_name(key.name).map([](auto&& arcs) -> std::shared_ptr<const Drawing> {
        return std::make_shared<const ClusterDrawing>(std::move(arcs));
    });
}

/// The lock is not held while a file is read or drawn: two threads may then make the same, and the first
/// stays.
DrawingResult IconStore::State::drawing(const DrawingKey& key) {
    {
        const std::scoped_lock lock{mutex};
        if (const auto known = drawings.find(key); known != drawings.end()) return known->second;
    }
    DrawingResult made = make(key);
    const std::scoped_lock lock{mutex};
    if (drawings.size() >= kMostDrawings) drawings.clear();
    return drawings.try_emplace(key, std::move(made)).first->second;
}

PictureResult IconStore::State::picture(const PictureKey& key) {
    if (!(key.scale > 0)) return fail("icon '{}': cannot be drawn at scale {}", key.drawing.name, key.scale);
    {
        const std::scoped_lock lock{mutex};
        if (const auto known = pictures.find(key); known != pictures.end()) return known->second;
    }
    const auto drawing_made = drawing(key.drawing);
    if (!drawing_made) return tl::make_unexpected(drawing_made.error());
    auto rendered = render(**drawing_made, key.scale);
    if (!rendered)
        return tl::make_unexpected(rendered.error().in(fmt::format("icon '{}'", key.drawing.name)));
    auto made = std::make_shared<const image::Image>(std::move(*rendered));

    const std::scoped_lock lock{mutex};
    if (picture_bytes > kMostPictureBytes) {
        pictures.clear();
        picture_bytes = 0;
    }
    const auto [entry, is_new] = pictures.try_emplace(key, std::move(made));
    if (is_new) picture_bytes += entry->second->bytes().size();
    return entry->second;
}

IconStore::IconStore(std::vector<std::filesystem::path> folders) : state_{std::make_unique<State>()} {
    state_->folders = std::move(folders);
}

IconStore::~IconStore() = default;

Result<IconSize> IconStore::size(std::string_view name) const {
    return drawing(name).map([](const auto& drawing) { return drawing->size(); });
}

PictureResult IconStore::picture(std::string_view name, double scale) const {
    return state_->picture({{std::string{name}, std::nullopt}, scale});
}

PictureResult IconStore::tinted(std::string_view name, double scale, Rgb color) const {
    return state_->picture({{std::string{name}, color}, scale});
}

DrawingResult IconStore::drawing(std::string_view name) const {
    return state_->drawing({std::string{name}, std::nullopt});
}

}  // namespace jinsha::symbol
