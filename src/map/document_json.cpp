#include "map/document_json.hpp"

#include "map/document_value.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>

namespace jinsha::map {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kWatchedLevels = 6;  // keys below are data, and many

struct TooDeep : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Follows the parser: where it is, which keys it has met.
class ParseWatch {
public:
    explicit ParseWatch(std::vector<Problem>& problems) : problems_{problems} {}

    bool operator()(int depth, Json::parse_event_t event, const Json& value) {
        switch (event) {
            case Json::parse_event_t::object_start:
            case Json::parse_event_t::array_start:
                if (depth >= kMaxDocumentDepth) throw TooDeep{pointer()};
                levels_.push_back({event == Json::parse_event_t::array_start, 0, {}, {}});
                break;
            case Json::parse_event_t::key:
                enter(value.get_ref<const std::string&>());
                break;
            case Json::parse_event_t::object_end:
            case Json::parse_event_t::array_end:
                levels_.pop_back();
                [[fallthrough]];
            case Json::parse_event_t::value:
                if (!levels_.empty()) ++levels_.back().index;
                break;
        }
        return true;
    }

private:
    struct Level {
        bool is_array{};
        std::size_t index{};  // of the element that is being read
        std::string key;
        std::set<std::string, std::less<>> keys;
    };

    void enter(const std::string& key) {
        if (levels_.size() > kWatchedLevels) return;
        levels_.back().key = key;
        if (!levels_.back().keys.insert(key).second) {
            problems_.push_back(
                {Severity::Error, pointer(), "this key stands twice in its object; the last one counts"});
        }
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

    std::vector<Problem>& problems_;
    std::vector<Level> levels_;
};

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
    const std::size_t begin = what.find(" - ");
    if (begin == what.npos) return "not JSON";
    std::string_view unexpected = what.substr(begin + 3);
    const std::size_t expected = unexpected.rfind("; expected ");
    const std::string wanted{expected == unexpected.npos ? "" : unexpected.substr(expected + 2)};
    unexpected =
        unexpected.substr(0, std::min(unexpected.find("; last read: "), unexpected.find("; expected ")));
    return wanted.empty() ? std::string{unexpected} : fmt::format("{}, {}", unexpected, wanted);
}

}  // namespace

Result<Json> parse_document_json(std::string_view text, std::vector<Problem>& problems) {
    if (text.size() > kMaxDocumentBytes) {
        return fail(
            "the document has {} MB, at most {} are read; data of that size belongs in a file of its own",
            text.size() / 1'000'000, kMaxDocumentBytes / 1'000'000);
    }
    if (text.empty()) return fail("the file is empty");
    try {
        return Json::parse(text, ParseWatch{problems});
    } catch (const Json::parse_error& error) {
        const std::size_t byte = error.byte > 0 ? error.byte - 1 : 0;  // it counts from 1
        return fail("{}: {}", place_of(text, byte), reason_of(error.what()));
    } catch (const Json::exception& error) {
        return fail("{}", error.what());
    } catch (const TooDeep& error) {
        return fail("{}: nested deeper than {} levels", error.what(), kMaxDocumentDepth);
    }
}

}  // namespace jinsha::map
