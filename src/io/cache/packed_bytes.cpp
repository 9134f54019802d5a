#include "io/cache/packed_bytes.hpp"

#include <array>

namespace jinsha::io {
namespace {

/// The mixing of SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t mixed(std::uint64_t z) noexcept {
    z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9U;
    z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EBU;
    return z ^ (z >> 31);
}

}  // namespace

std::uint64_t checksum(std::string_view bytes) noexcept {
    constexpr std::uint64_t kPrime = 0x9E37'79B9'7F4A'7C15U;
    // Four sums side by side, so that the processor need not wait for one multiplication to begin the next.
    std::array<std::uint64_t, 4> sums{1, 2, 3, 4};
    std::size_t at = 0;
    for (; at + sizeof sums <= bytes.size(); at += sizeof sums) {
        std::array<std::uint64_t, 4> words;
        std::memcpy(words.data(), bytes.data() + at, sizeof words);
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] = (std::rotl(sums[i], 29) ^ words[i]) * kPrime;
    }
    std::uint64_t sum = bytes.size();
    for (const std::uint64_t s : sums) sum = mixed(sum ^ s);
    for (; at < bytes.size(); ++at) sum = (sum ^ static_cast<std::uint8_t>(bytes[at])) * kPrime;
    return mixed(sum);
}

}  // namespace jinsha::io
