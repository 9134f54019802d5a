#pragma once

#include "error/error.hpp"
#include "image/image.hpp"
#include "symbol/drawing.hpp"
#include "symbol/rgb.hpp"

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace jinsha::symbol {

/// Icons by the names a style uses: "badge/<theme>/<phase>/<position_quality>" is composed here from theme
/// icon, ring and edge, "cluster/<theme>:<count>/…" from shares and count; any other name is an SVG file in
/// one of the folders, the first that has it. What was found or not found once is remembered. Any thread
/// (locks inside).
class IconStore {
public:
    /// Folders in the order they are searched: the document's `icons/`, then `assets/icons`.
    explicit IconStore(std::vector<std::filesystem::path> folders);
    ~IconStore();

    /// Size at icon-size 1, without the shadow that a picture may have around it. The error names the icon
    /// and the folders searched, or the fault of the file.
    [[nodiscard]] Result<IconSize> size(std::string_view name) const;
    /// The picture at `scale` physical pixels a CSS pixel; kept, so the second call is a look-up. Its middle
    /// is the icon's.
    [[nodiscard]] Result<std::shared_ptr<const image::Image>> picture(std::string_view name,
                                                                      double scale) const;
    /// The same in one colour, for the interface: `color` stands for currentColor in the file. Badges have
    /// colours of their own and ignore it.
    [[nodiscard]] Result<std::shared_ptr<const image::Image>> tinted(std::string_view name, double scale,
                                                                     Rgb color) const;
    /// The icon as shapes, for paper.
    [[nodiscard]] Result<std::shared_ptr<const Drawing>> drawing(std::string_view name) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace jinsha::symbol
