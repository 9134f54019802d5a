#pragma once

#include "json/index.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::json {

/// The one walk through a text that fills an index. It keeps its own stack, so
/// that no text can exhaust the program's.
class Walk {
public:
    explicit Walk(Index& index) noexcept : index_{index}, text_{index.text_} {}
    void run();

private:
    struct Key {
        std::size_t hash;
        Range range;  // without quotation marks
    };
    struct Open {
        std::size_t slot;       // of the container in the index
        std::size_t first_key;  // in keys_
        bool is_object;
    };

    /// Steps over one value or opens a container; false at a fault that ends the
    /// walk.
    bool value();
    bool open(bool is_object);
    void close();
    /// What follows a value: the next item's beginning, or the end of containers.
    /// False at a fault.
    bool after_value();
    bool key();
    bool string(Range& range);
    bool number();
    bool word();
    void report_duplicates(std::size_t first_key);
    [[nodiscard]] std::size_t hash_of_key(Range key);
    [[nodiscard]] bool are_same(const Key& a, const Key& b) const;

    void add(Finding::Code code, Range range, std::string message);
    bool fail_expecting(std::string_view what);
    void skip_space() noexcept;
    [[nodiscard]] char next() const noexcept { return at_ < text_.size() ? text_[at_] : '\0'; }

    Index& index_;
    std::string_view text_;
    std::size_t at_{};
    std::vector<Open> open_;
    std::vector<Key> keys_;  // of the open objects, outermost first
    std::string unescaped_;
    std::array<std::size_t, 8> counts_{};  // of findings, by code
};

}  // namespace jinsha::json
