#pragma once

#include "error/error.hpp"

#include <filesystem>

namespace jinsha::app {

/// The files that come with the program.
struct Resources {
    std::filesystem::path root;  // holds shaders/, assets/ and geodata/

    [[nodiscard]] std::filesystem::path shaders() const { return root / "shaders"; }
    [[nodiscard]] std::filesystem::path icons() const { return root / "assets" / "icons"; }
    [[nodiscard]] std::filesystem::path translations() const { return root / "assets" / "i18n"; }
    /// The bundled map of the West District.
    [[nodiscard]] std::filesystem::path sample_map() const {
        return root / "geodata" / "west-district.map.json";
    }
};

/// Looks where the running program lies: `<prefix>/share/jinsha` of an installed one, the project's folder
/// for one that runs from its build folder. JINSHA_RESOURCES names another place.
[[nodiscard]] Result<Resources> find_resources();

}  // namespace jinsha::app
