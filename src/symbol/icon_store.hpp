#pragma once

#include "error/error.hpp"
#include "image/image.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::symbol {

struct IconSize {
    double width{}, height{};  // CSS pixels
    bool operator==(const IconSize&) const = default;
};

/// Icons by the names a style uses: "badge/<theme>/<phase>/<position_quality>" is composed here from theme
/// icon, ring and edge; any other name is an SVG file in one of the folders, the first that has it. Any
/// thread (locks inside).
class IconStore {
public:
    /// Folders in the order they are searched: the document's `icons/`, then `assets/icons`.
    explicit IconStore(std::vector<std::filesystem::path> folders);
    ~IconStore();

    /// Size at icon-size 1. The error names the icon and the folders searched, or the fault of the file.
    [[nodiscard]] Result<IconSize> size(std::string_view name) const;
    /// The picture at `scale` physical pixels a CSS pixel; kept, so the second call is a look-up.
    [[nodiscard]] Result<std::shared_ptr<const image::Image>> picture(std::string_view name,
                                                                      double scale) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace jinsha::symbol
