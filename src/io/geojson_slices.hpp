#pragma once

#include "error/error.hpp"
#include "io/descriptor.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace jinsha::io {

/// Cuts the features of a large FeatureCollection into texts of some thousands each, without holding more of
/// the file than that. It looks at brackets and strings only: what lies between is for who parses the texts.
/// Move only; one thread.
class GeoJsonSlices {
public:
    /// None unless the file begins with a FeatureCollection's members and its "features".
    [[nodiscard]] static Result<std::optional<GeoJsonSlices>> open(const std::filesystem::path& path);

    struct Slice {
        std::string text;        // a FeatureCollection of these features
        std::size_t features{};  // how many
    };
    /// None after the last one. The error says that the file ends before its brackets do, or that it cannot
    /// be read.
    [[nodiscard]] Result<std::optional<Slice>> next();
    /// What stands around the features: a FeatureCollection without them. Whole after the last slice.
    [[nodiscard]] std::string frame() const { return head_ + "[]" + (tail_.empty() ? "}" : tail_); }

    [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
    /// Some bytes of the file, fewer at its end; for looking at single places of it.
    [[nodiscard]] Result<std::string> bytes_at(std::uint64_t offset, std::size_t count) const;

private:
    GeoJsonSlices(Descriptor file, std::uint64_t size) : file_{std::move(file)}, size_{size} {}
    [[nodiscard]] bool find_features();
    /// Reads on; false at the end of the file.
    [[nodiscard]] Result<bool> refill();
    [[nodiscard]] Result<void> read_tail();
    /// Goes on in `buffer_` to the end of a feature, of the list, or of what was read.
    enum class Stop { Feature, List, Buffer };
    [[nodiscard]] Stop scan();
    void scan_string();
    [[nodiscard]] Result<std::string> text_of(std::string_view features);

    Descriptor file_;
    std::uint64_t size_{}, read_{};  // bytes of the file, and how many of them were read
    std::string head_, tail_;        // before '[' and from the byte after its ']'
    std::string buffer_;             // what was read and not yet given
    std::size_t at_{};               // how far `buffer_` was looked at
    int depth_{};                    // of brackets within the list
    bool is_in_string_{}, is_escaped_{}, is_first_{true}, is_at_end_{};
};

}  // namespace jinsha::io
