#include "symbol/icon_files.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <system_error>

namespace jinsha::symbol {

namespace {

constexpr std::uintmax_t kLargestFile_bytes = 4'000'000;

}  // namespace

bool is_icon_file_name(std::string_view name) noexcept {
    const auto is_bad = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\' || c == ':';
    };
    if (std::ranges::any_of(name, is_bad)) return false;
    for (std::size_t first = 0; first <= name.size();) {
        const std::size_t last = std::min(name.find('/', first), name.size());
        if (last == first || name[first] == '.') return false;
        first = last + 1;
    }
    return true;
}

std::optional<std::filesystem::path> find_icon_file(std::span<const std::filesystem::path> folders,
                                                    std::string_view name) {
    if (!is_icon_file_name(name)) return std::nullopt;
    for (const auto& folder : folders) {
        auto path = folder / (std::string{name} + ".svg");
        std::error_code ignored;
        if (std::filesystem::exists(path, ignored)) return path;
    }
    return std::nullopt;
}

Result<std::string> read_icon_file(const std::filesystem::path& path) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error) return fail("{}: {}", path.string(), error.message());
    if (size > kLargestFile_bytes)
        return fail("{}: has {} bytes, an icon may have {} at most", path.string(), size, kLargestFile_bytes);
    std::string text(size, '\0');
    std::ifstream file{path, std::ios::binary};
    if (!file.read(text.data(), static_cast<std::streamsize>(size)))
        return fail("{}: cannot be read", path.string());
    return text;
}

}  // namespace jinsha::symbol
