#include "json/index_walk.hpp"

#include "json/scan.hpp"
#include "json/string_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <span>
#include <utility>

namespace jinsha::json {
namespace {

/// Containers that are shorter are not worth their eight bytes: scanning them
/// takes no longer than finding them.
constexpr std::size_t kShortContainer = 64;

}  // namespace

void Walk::run() {
    at_ = byte_order_mark_length(text_);
    skip_space();
    const std::size_t begin = at_;
    if (!value()) return;
    while (!open_.empty()) {
        if (!value()) return;
    }
    index_.root_ = Range{begin, at_};
    skip_space();
    if (at_ < text_.size())
        add(Finding::Code::TrailingText, {at_, text_.size()}, "expected the end of the text, found more");
}

void Walk::skip_space() noexcept {
    at_ = json::skip_space(text_, at_);
}

bool Walk::value() {
    Range range;
    switch (next()) {
        case '{':
            return open(true);
        case '[':
            return open(false);
        case '"':
            return string(range) && after_value();
        default:
            return (word() || number()) && after_value();
    }
}

bool Walk::open(bool is_object) {
    if (open_.size() == kDeepest)
        return fail_expecting(fmt::format("at most {} levels of brackets", kDeepest));
    open_.push_back({index_.containers_.size(), keys_.size(), is_object});
    index_.containers_.push_back({static_cast<std::uint32_t>(at_), 0});
    ++at_;
    skip_space();
    if (next() == (is_object ? '}' : ']')) {
        close();
        return after_value();
    }
    return !is_object || key();
}

void Walk::close() {
    ++at_;
    const Open& closed = open_.back();
    Index::Container& container = index_.containers_[closed.slot];
    container.end = static_cast<std::uint32_t>(at_);
    // What is inside a short one was shorter still, so it is the last.
    if (container.end - container.begin < kShortContainer) index_.containers_.pop_back();
    if (closed.is_object) {
        report_duplicates(closed.first_key);
        keys_.resize(closed.first_key);
    }
    open_.pop_back();
}

bool Walk::after_value() {
    while (!open_.empty()) {
        skip_space();
        const bool is_object = open_.back().is_object;
        if (next() == ',') {
            ++at_;
            skip_space();
            return !is_object || key();
        }
        if (next() != (is_object ? '}' : ']')) return fail_expecting(is_object ? "',' or '}'" : "',' or ']'");
        close();
    }
    return true;
}

bool Walk::key() {
    if (next() != '"') return fail_expecting("a key in quotation marks");
    Range range;
    if (!string(range)) return false;
    keys_.push_back({hash_of_key(range), range});
    skip_space();
    if (next() != ':') return fail_expecting("':'");
    ++at_;
    skip_space();
    return true;
}

bool Walk::string(Range& range) {
    const std::size_t begin = at_;
    const StringToken token = scan_string(text_, begin);
    at_ = token.end;
    if (!token.is_closed) return fail_expecting("'\"' at the end of a string");
    range = {begin + 1, token.end - 1};
    index_.has_raw_non_ascii_ = index_.has_raw_non_ascii_ || token.has_non_ascii;
    index_.has_unicode_escapes_ = index_.has_unicode_escapes_ || token.has_unicode_escapes;
    const auto note = [this](Finding::Code code, std::size_t at, const char* message) {
        if (at != StringToken::kNowhere) add(code, {at, at + 1}, message);
    };
    note(Finding::Code::BadEscape, token.bad_escape, "expected an escape such as \\n or \\u91d1");
    note(Finding::Code::ControlCharacter, token.control_character,
         "expected no raw line end, tab or other control character in a string");
    note(Finding::Code::NotUtf8, token.not_utf8, "expected UTF-8, found other bytes");
    return true;
}

bool Walk::number() {
    const NumberToken token = scan_number(text_, at_);
    if (token.end == at_) return fail_expecting("a value");
    if (!token.is_sound)
        add(Finding::Code::BadNumber, {at_, token.end},
            fmt::format("expected a number, found {}", text_.substr(at_, token.end - at_)));
    at_ = token.end;
    return true;
}

bool Walk::word() {
    for (const std::string_view word : {"true", "false", "null"}) {
        const std::size_t end = skip_word(text_, at_, word);
        if (end == at_) continue;
        at_ = end;
        return true;
    }
    return false;
}

std::size_t Walk::hash_of_key(Range key) {
    std::string_view text = key.of(text_);
    if (text.find('\\') != std::string_view::npos) {
        unescaped_.clear();
        append_unescaped(unescaped_, text);
        text = unescaped_;
    }
    return std::hash<std::string_view>{}(text);
}

bool Walk::are_same(const Key& a, const Key& b) const {
    return a.hash == b.hash && (a.range.of(text_) == b.range.of(text_) ||
                                unescaped(a.range.of(text_)) == unescaped(b.range.of(text_)));
}

void Walk::report_duplicates(std::size_t first_key) {
    const auto keys = std::span{keys_}.subspan(first_key);
    constexpr std::size_t kFew = 24;  // comparing all pairs of so many is quicker than sorting them
    const auto report = [this](const Key& later) {
        add(Finding::Code::DuplicateKey, {later.range.begin - 1, later.range.end + 1},
            fmt::format("the key \"{}\" is there twice", later.range.of(text_)));
    };
    if (keys.size() <= kFew) {
        for (std::size_t i = 1; i < keys.size(); ++i)
            if (std::ranges::any_of(keys.first(i), [&](const Key& k) { return are_same(k, keys[i]); }))
                report(keys[i]);
        return;
    }
    std::ranges::sort(keys, [](const Key& a, const Key& b) {
        return std::pair{a.hash, a.range.begin} < std::pair{b.hash, b.range.begin};
    });
    for (std::size_t i = 1; i < keys.size(); ++i)
        if (are_same(keys[i - 1], keys[i])) report(keys[i]);
}

void Walk::add(Finding::Code code, Range range, std::string message) {
    if (++counts_.at(static_cast<std::size_t>(code)) > Index::kMostFindings) return;
    index_.findings_.push_back({code, range, std::move(message)});
}

bool Walk::fail_expecting(std::string_view what) {
    const std::string_view kind = kind_at(text_, at_);
    const std::size_t length = std::max<std::size_t>(1, utf8_length(text_, at_));
    const std::string found =
        kind.empty() ? fmt::format("'{}'", text_.substr(at_, length)) : std::string{kind};
    add(Finding::Code::Syntax, {at_, std::min(at_ + 1, text_.size())},
        fmt::format("expected {}, found {}", what, found));
    return false;
}

}  // namespace jinsha::json
