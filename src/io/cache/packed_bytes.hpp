#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace jinsha::io {

static_assert(std::endian::native == std::endian::little, "packed numbers are stored in little endian");

/// Writes numbers and texts into bytes without gaps. Whole numbers take seven bits a byte, so small ones take
/// one; signed ones are folded so that small negative ones are small too.
class PackedWriter {
public:
    void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
    void number(std::uint64_t value) {
        while (value >= 0x80) {
            byte(static_cast<std::uint8_t>(value | 0x80));
            value >>= 7;
        }
        byte(static_cast<std::uint8_t>(value));
    }
    void signed_number(std::int64_t value) {
        number(static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63));
    }
    /// Any plain number in its own width.
    template <class T>
    void fixed(T value) {
        const std::size_t end = bytes_.size();
        bytes_.resize(end + sizeof value);
        std::memcpy(bytes_.data() + end, &value, sizeof value);
    }
    /// Its length, then its bytes.
    void text(std::string_view text) {
        number(text.size());
        bytes_.append(text);
    }
    void raw(std::string_view bytes) { bytes_.append(bytes); }

    [[nodiscard]] std::size_t size() const noexcept { return bytes_.size(); }
    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }
    [[nodiscard]] std::string take() { return std::exchange(bytes_, {}); }

private:
    std::string bytes_;
};

/// Reads what a PackedWriter wrote. Past the end it gives zeros and empty texts and remembers that it failed,
/// so that a walk needs to ask only at its end.
class PackedReader {
public:
    /// `bytes` must live as long as the reader.
    explicit PackedReader(std::string_view bytes) noexcept
        : at_{bytes.data()}, end_{bytes.data() + bytes.size()} {}

    [[nodiscard]] std::uint8_t byte() noexcept {
        if (at_ == end_) return fail();
        return static_cast<std::uint8_t>(*at_++);
    }
    [[nodiscard]] std::uint64_t number() noexcept {
        std::uint64_t value = 0;
        for (int shift = 0; at_ != end_ && shift < 64; shift += 7) {
            const auto next = static_cast<std::uint8_t>(*at_++);
            value |= static_cast<std::uint64_t>(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        return fail();
    }
    [[nodiscard]] std::int64_t signed_number() noexcept {
        const std::uint64_t folded = number();
        return static_cast<std::int64_t>(folded >> 1 ^ (~(folded & 1) + 1));
    }
    template <class T>
    [[nodiscard]] T fixed() noexcept {
        T value{};
        if (remaining() < sizeof value) {
            fail();
            return value;
        }
        std::memcpy(&value, at_, sizeof value);
        at_ += sizeof value;
        return value;
    }
    [[nodiscard]] std::string_view text() noexcept { return raw(number()); }
    [[nodiscard]] std::string_view raw(std::uint64_t size) noexcept {
        if (remaining() < size) {
            fail();
            return {};
        }
        const char* const begin = std::exchange(at_, at_ + size);
        return {begin, static_cast<std::size_t>(size)};
    }
    /// How many things follow, each of at least `least_bytes`: a number that damage made huge is caught
    /// before memory is taken for it.
    [[nodiscard]] std::size_t count(std::size_t least_bytes = 1) noexcept {
        const std::uint64_t value = number();
        if (value > remaining() / least_bytes) return fail();
        return static_cast<std::size_t>(value);
    }

    [[nodiscard]] std::size_t remaining() const noexcept { return static_cast<std::size_t>(end_ - at_); }
    [[nodiscard]] bool has_failed() const noexcept { return has_failed_; }
    /// All was read, and it was what was expected.
    [[nodiscard]] bool is_done() const noexcept { return !has_failed_ && at_ == end_; }

private:
    std::uint8_t fail() noexcept {
        has_failed_ = true;
        at_ = end_;
        return 0;
    }
    const char* at_;
    const char* end_;
    bool has_failed_{false};
};

/// Tells bytes from the same bytes with some of them changed; no protection against intent.
[[nodiscard]] std::uint64_t checksum(std::string_view bytes) noexcept;

}  // namespace jinsha::io
