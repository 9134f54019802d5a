#pragma once

#include "error/error.hpp"
#include "symbol/drawing.hpp"
#include "symbol/rgb.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::symbol {

/// How many members of a cluster have a theme.
struct ThemeCount {
    std::string theme;  // an id of `themes()`, or anything else for those without a known theme
    std::uint32_t count{};
    bool operator==(const ThemeCount&) const = default;
};

/// The name that a cluster goes by: "cluster/industry:3/energy:2", in the order of `themes()`, those without
/// a known theme last, under no name (":1"). The same counts have the same name.
[[nodiscard]] std::string cluster_name(std::span<const ThemeCount> counts);

inline constexpr std::string_view kClusterPrefix = "cluster/";

/// A share of a cluster.
struct ClusterArc {
    Rgb color;
    std::uint32_t count{};
    bool operator==(const ClusterArc&) const = default;
};

/// Reads what cluster_name writes. The error names the part that is wrong.
[[nodiscard]] Result<std::vector<ClusterArc>> read_cluster_name(std::string_view name);

/// The sign of several projects: a white disc with their count, around it a ring whose arcs are their shares
/// by theme, clockwise from the top. 34 to 46 px, larger for more. The shadow is that of badges.
class ClusterDrawing final : public Drawing {
public:
    /// At least one arc, every count > 0.
    explicit ClusterDrawing(std::vector<ClusterArc> arcs);

    [[nodiscard]] IconSize size() const override;
    [[nodiscard]] double margin() const override;
    [[nodiscard]] Result<void> draw(cairo_t* context) const override;

private:
    void draw_arcs(cairo_t* context, double radius) const;
    void draw_count(cairo_t* context, double radius) const;

    std::vector<ClusterArc> arcs_;
    std::uint64_t count_{};
};

}  // namespace jinsha::symbol
