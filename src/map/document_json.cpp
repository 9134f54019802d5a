#include "map/document_json.hpp"

#include "map/document_value.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace jinsha::map {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kWatchedLevels = 6;  // keys below are data, and many

/// "line 3, column 14" of a byte.
std::string place_of(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto is_first_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    const auto column = std::count_if(before.begin() + line_start, before.end(), is_first_byte) + 1;
    return fmt::format("line {}, column {}", line, column);
}

/// The library's words without its frame: "[json.exception…] parse error at line 1, column 8: syntax error
/// while parsing object key - unexpected '}'; last read: '…'; expected string literal".
std::string reason_of(std::string_view what) {
    if (what.find("ill-formed UTF-8") != what.npos) return "the text is not UTF-8";
    if (what.find("number overflow") != what.npos) return "this number is too large";
    const std::size_t begin = what.find(" - ");
    if (begin == what.npos) return "not JSON";
    std::string_view unexpected = what.substr(begin + 3);
    const std::size_t expected = unexpected.rfind("; expected ");
    const std::string wanted{expected == unexpected.npos ? "" : unexpected.substr(expected + 2)};
    unexpected =
        unexpected.substr(0, std::min(unexpected.find("; last read: "), unexpected.find("; expected ")));
    return wanted.empty() ? std::string{unexpected} : fmt::format("{}, {}", unexpected, wanted);
}

/// Goes through the text before a document is built of it: syntax, depth, keys that stand twice. (The
/// library's own parser with a callback looks at all earlier elements of an array again after each one.)
class Inspection final : public nlohmann::json_sax<Json> {
public:
    Inspection(std::string_view text, std::vector<Problem>& problems) : text_{text}, problems_{problems} {}

    /// Why the text is not taken; none when it is.
    [[nodiscard]] const std::optional<Error>& refusal() const noexcept { return refusal_; }

    bool null() override { return end_value(); }
    bool boolean(bool /*value*/) override { return end_value(); }
    bool number_integer(number_integer_t /*value*/) override { return end_value(); }
    bool number_unsigned(number_unsigned_t /*value*/) override { return end_value(); }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return end_value(); }
    bool string(string_t& /*value*/) override { return end_value(); }
    bool binary(binary_t& /*value*/) override { return end_value(); }
    bool start_object(std::size_t /*size*/) override { return enter(false); }
    bool start_array(std::size_t /*size*/) override { return enter(true); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }
    bool key(string_t& name) override {
        if (levels_.size() > kWatchedLevels) return true;
        levels_.back().key = name;
        if (!levels_.back().keys.insert(name).second) {
            problems_.push_back(
                {Severity::Error, pointer(), "this key stands twice in its object; the last one counts"});
        }
        return true;
    }
    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::detail::exception& error) override {
        const std::size_t byte = position > 0 ? position - 1 : 0;  // it counts from 1
        refusal_ = Error{fmt::format("{}: {}", place_of(text_, byte), reason_of(error.what()))};
        return false;
    }

private:
    struct Level {
        bool is_array{};
        std::size_t index{};  // of the element that is being read
        std::string key;
        std::set<std::string, std::less<>> keys;
    };

    bool enter(bool is_array) {
        if (levels_.size() >= kMaxDocumentDepth) {
            refusal_ = Error{fmt::format("{}: nested deeper than {} levels", pointer(), kMaxDocumentDepth)};
            return false;
        }
        levels_.push_back({is_array, 0, {}, {}});
        return true;
    }
    bool leave() {
        levels_.pop_back();
        return end_value();
    }
    bool end_value() {
        if (!levels_.empty()) ++levels_.back().index;
        return true;
    }

    [[nodiscard]] std::string pointer() const {
        std::string pointer;
        for (std::size_t i = 0; i < std::min(levels_.size(), kWatchedLevels); ++i) {
            const Level& level = levels_[i];
            pointer =
                level.is_array ? child_pointer(pointer, level.index) : child_pointer(pointer, level.key);
        }
        return pointer;
    }

    std::string_view text_;
    std::vector<Problem>& problems_;
    std::vector<Level> levels_;
    std::optional<Error> refusal_;
};

}  // namespace

Result<Json> parse_document_json(std::string_view text, std::vector<Problem>& problems) {
    if (text.size() > kMaxDocumentBytes) {
        return fail(
            "the document has {} MB, at most {} are read; data of that size belongs in a file of its own",
            text.size() / 1'000'000, kMaxDocumentBytes / 1'000'000);
    }
    if (text.empty()) return fail("the file is empty");
    Inspection inspection{text, problems};
    Json::sax_parse(text, &inspection);
    if (inspection.refusal()) return tl::make_unexpected(*inspection.refusal());
    return Json::parse(text);
}

}  // namespace jinsha::map
