#include "map/attribute_column.hpp"

#include <utility>

namespace jinsha::map {

void AttributeColumn::push(Kind kind, double payload) {
    kinds_.push_back(kind);
    payloads_.push_back(payload);
}

void AttributeColumn::push_absent() {
    push(Kind::Absent, 0);
}

void AttributeColumn::pad_to(std::size_t size) {
    while (kinds_.size() < size) push_absent();
}

void AttributeColumn::push_null() {
    push(Kind::Null, 0);
}

void AttributeColumn::push_boolean(bool value) {
    push(value ? Kind::True : Kind::False, 0);
}

void AttributeColumn::push_number(double value) {
    push(Kind::Number, value);
}

void AttributeColumn::push_text(std::string_view value) {
    // Neighbouring features often have the same text: this spares the map's string.
    if (!kinds_.empty() && kinds_.back() == Kind::Text &&
        texts_[static_cast<std::size_t>(payloads_.back())] == value) {
        push(Kind::Text, payloads_.back());
        return;
    }
    const auto [known, is_new] = places_.try_emplace(std::string{value}, texts_.size());
    if (is_new) texts_.emplace_back(value);
    push(Kind::Text, static_cast<double>(known->second));
}

void AttributeColumn::push(style::Value value) {
    if (value.is_null()) {
        push_null();
    } else if (const auto* boolean = std::get_if<bool>(&value.data)) {
        push_boolean(*boolean);
    } else if (const auto* number = std::get_if<double>(&value.data)) {
        push_number(*number);
    } else if (const auto* text = std::get_if<std::string>(&value.data)) {
        push_text(*text);
    } else {
        push(Kind::Composed, static_cast<double>(composed_.size()));
        composed_.push_back(std::move(value));
    }
}

bool AttributeColumn::has(std::size_t feature) const noexcept {
    return feature < kinds_.size() && kinds_[feature] != Kind::Absent;
}

style::Value AttributeColumn::at(std::size_t feature) const {
    if (feature >= kinds_.size()) return {};
    const double payload = payloads_[feature];
    switch (kinds_[feature]) {
        case Kind::Absent:
        case Kind::Null:
            return {};
        case Kind::False:
            return {false};
        case Kind::True:
            return {true};
        case Kind::Number:
            return {payload};
        case Kind::Text:
            return {texts_[static_cast<std::size_t>(payload)]};
        case Kind::Composed:
            return composed_[static_cast<std::size_t>(payload)];
    }
    return {};
}

std::optional<std::string_view> AttributeColumn::text_at(std::size_t feature) const noexcept {
    if (feature >= kinds_.size() || kinds_[feature] != Kind::Text) return std::nullopt;
    return texts_[static_cast<std::size_t>(payloads_[feature])];
}

AttributeColumn AttributeColumn::selected(const std::vector<bool>& keeps) const {
    AttributeColumn result;
    result.texts_ = texts_;
    result.composed_ = composed_;
    result.places_ = places_;
    for (std::size_t i = 0; i < kinds_.size(); ++i)
        if (keeps[i]) result.push(kinds_[i], payloads_[i]);
    return result;
}

void AttributeColumn::change_texts(const std::function<std::string(const std::string&)>& change) {
    for (std::string& text : texts_) text = change(text);
    places_.clear();
    for (std::size_t i = 0; i < texts_.size(); ++i) places_.try_emplace(texts_[i], i);
}

void AttributeColumn::finish() {
    places_ = {};
    kinds_.shrink_to_fit();
    payloads_.shrink_to_fit();
    texts_.shrink_to_fit();
    composed_.shrink_to_fit();
}

}  // namespace jinsha::map
