#pragma once

#include "error/error.hpp"

#include <cstdint>
#include <filesystem>

namespace jinsha::screen {

/// A linked pair of shaders; move only. All calls need the window's context.
class ShaderProgram {
public:
    /// Reads and compiles both files. The error names the file and repeats what the driver's compiler said.
    [[nodiscard]] static Result<ShaderProgram> load(const std::filesystem::path& vertex,
                                                    const std::filesystem::path& fragment);
    ShaderProgram(ShaderProgram&& other) noexcept;
    ShaderProgram& operator=(ShaderProgram&& other) noexcept;
    ~ShaderProgram();

    void use() const;
    /// The place of a uniform; -1 (which GL ignores) when the shader has none of that name.
    [[nodiscard]] int uniform(const char* name) const;

private:
    explicit ShaderProgram(std::uint32_t name) : name_{name} {}
    std::uint32_t name_{};
};

}  // namespace jinsha::screen
