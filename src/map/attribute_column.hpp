#pragma once

#include "style/value.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jinsha::map {

/// The values of one field for all features: nine bytes each, and every different text once. A feature may
/// have no value at all (absent) or null, which `has` of the style language tells apart.
class AttributeColumn {
public:
    void push_absent();
    void push_null();
    void push_boolean(bool value);
    void push_number(double value);
    void push_text(std::string_view value);
    /// Absent values until there are `size`.
    void pad_to(std::size_t size);
    /// Any kind may follow any other.
    void push(style::Value value);

    [[nodiscard]] std::size_t size() const noexcept { return kinds_.size(); }
    /// Absent past the last value.
    [[nodiscard]] bool has(std::size_t feature) const noexcept;
    /// Null where absent.
    [[nodiscard]] style::Value at(std::size_t feature) const;
    /// None when the value is no text. Valid as long as the column is not changed.
    [[nodiscard]] std::optional<std::string_view> text_at(std::size_t feature) const noexcept;

    /// Each different text once.
    [[nodiscard]] const std::vector<std::string>& texts() const noexcept { return texts_; }
    /// The values of those features alone for which `keeps` is true.
    [[nodiscard]] AttributeColumn selected(const std::vector<bool>& keeps) const;
    /// Puts `change(text)` in the place of every text; called once for each different one.
    void change_texts(const std::function<std::string(const std::string&)>& change);
    /// Gives back the memory that only adding needs. Nothing is added afterwards.
    void finish();

private:
    enum class Kind : std::uint8_t { Absent, Null, False, True, Number, Text, Composed };
    void push(Kind kind, double payload);

    std::vector<Kind> kinds_;
    std::vector<double>
        payloads_;  // the number, or the place in texts_ or composed_ (a whole number, so exact)
    std::vector<std::string> texts_;
    std::vector<style::Value> composed_;                   // arrays, objects, colours
    std::unordered_map<std::string, std::size_t> places_;  // in texts_
};

}  // namespace jinsha::map
