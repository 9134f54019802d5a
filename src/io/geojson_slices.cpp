#include "io/geojson_slices.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace jinsha::io {
namespace {

constexpr std::size_t kBytesAtOnce = std::size_t{1} << 20;
// A run of the layer cache is made of each slice: a few milliseconds of work, and a few megabytes of memory.
constexpr std::size_t kEnoughBytes = std::size_t{4} << 20;
constexpr std::size_t kEnoughFeatures = 16'384;
constexpr std::string_view kBeginning = R"({"type":"FeatureCollection","features":[)";

constexpr bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The bytes that matter outside of strings. Most are digits, which do not.
constexpr std::array<bool, 256> kMatters = [] {
    std::array<bool, 256> matters{};
    for (const char c : {'{', '}', '[', ']', '"'}) matters[static_cast<unsigned char>(c)] = true;
    return matters;
}();

}  // namespace

Result<std::optional<GeoJsonSlices>> GeoJsonSlices::open(const std::filesystem::path& path) {
    Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat facts {};
    if (file.number() < 0 || ::fstat(file.number(), &facts) != 0)
        return fail("cannot be read: {}", std::strerror(errno));
    GeoJsonSlices slices{std::move(file), static_cast<std::uint64_t>(facts.st_size)};
    if (const auto filled = slices.refill(); !filled) return tl::make_unexpected(filled.error());
    if (!slices.find_features()) return std::nullopt;
    return slices;
}

Result<std::string> GeoJsonSlices::bytes_at(std::uint64_t offset, std::size_t count) const {
    std::string bytes(count, '\0');
    std::size_t done = 0;
    while (done < count) {
        const ssize_t got =
            ::pread(file_.number(), bytes.data() + done, count - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail("cannot be read: {}", std::strerror(errno));
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
}

/// The list must be a member of the outermost object and begin in what was read first.
bool GeoJsonSlices::find_features() {
    constexpr std::string_view kKey = "\"features\"";
    int depth = 0;
    for (std::size_t i = buffer_.starts_with("\xEF\xBB\xBF") ? 3 : 0; i < buffer_.size(); ++i) {
        const char c = buffer_[i];
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        if (depth == 0 && !is_space(c)) return false;
        if (c != '"') continue;
        std::size_t end = i + 1;
        while (end < buffer_.size() && buffer_[end] != '"') end += buffer_[end] == '\\' ? 2 : 1;
        if (end >= buffer_.size()) return false;
        const bool is_key = depth == 1 && std::string_view{buffer_}.substr(i, end + 1 - i) == kKey;
        i = end;
        if (!is_key) continue;
        const std::size_t colon = buffer_.find_first_not_of(" \n\r\t", end + 1);
        if (colon == std::string::npos || buffer_[colon] != ':') continue;  // a value of that name
        const std::size_t list = buffer_.find_first_not_of(" \n\r\t", colon + 1);
        if (list == std::string::npos || buffer_[list] != '[') return false;
        head_ = buffer_.substr(0, list);
        buffer_.erase(0, list + 1);
        return true;
    }
    return false;
}

Result<bool> GeoJsonSlices::refill() {
    auto bytes = bytes_at(read_, kBytesAtOnce);
    if (!bytes) return tl::make_unexpected(bytes.error());
    read_ += bytes->size();
    buffer_ += *bytes;
    return !bytes->empty();
}

/// Past the end of a string, if what was read reaches so far.
void GeoJsonSlices::scan_string() {
    if (is_escaped_ && at_ < buffer_.size()) {
        is_escaped_ = false;
        ++at_;
    }
    while (at_ < buffer_.size()) {
        const char c = buffer_[at_++];
        if (c == '"') {
            is_in_string_ = false;
            return;
        }
        if (c != '\\') continue;
        is_escaped_ = at_ == buffer_.size();
        if (!is_escaped_) ++at_;
    }
}

GeoJsonSlices::Stop GeoJsonSlices::scan() {
    while (true) {
        if (is_in_string_) scan_string();
        while (at_ < buffer_.size() && !kMatters[static_cast<unsigned char>(buffer_[at_])]) ++at_;
        if (at_ == buffer_.size()) return Stop::Buffer;
        const char c = buffer_[at_];
        if (c == '"') {
            is_in_string_ = true;
        } else if (c == '{' || c == '[') {
            ++depth_;
        } else if (depth_ == 0) {
            return Stop::List;
        } else if (--depth_ == 0) {
            ++at_;
            return Stop::Feature;
        }
        ++at_;
    }
}

Result<void> GeoJsonSlices::read_tail() {
    tail_ = buffer_.substr(at_ + 1);
    buffer_.clear();
    at_ = 0;
    while (true) {
        const auto more = refill();
        if (!more) return tl::make_unexpected(more.error());
        tail_ += std::exchange(buffer_, {});
        if (!*more) return {};
    }
}

Result<std::optional<GeoJsonSlices::Slice>> GeoJsonSlices::next() {
    if (is_at_end_) return std::nullopt;
    Slice slice;
    std::size_t end = 0;  // of the last whole feature
    while (end < kEnoughBytes && slice.features < kEnoughFeatures) {
        const Stop stop = scan();
        if (stop == Stop::Feature) {
            end = at_;
            ++slice.features;
        } else if (stop == Stop::List) {
            is_at_end_ = true;
            break;
        } else if (const auto more = refill(); !more) {
            return tl::make_unexpected(more.error());
        } else if (!*more) {
            return fail("ends at byte {}, before its list of features does", read_);
        }
    }
    // What is left up to the end of the list is a feature that is none, or a comma too many: for the parser.
    if (is_at_end_) end = at_;
    auto text = text_of(std::string_view{buffer_}.substr(0, end));
    if (!text) return tl::make_unexpected(text.error());
    slice.text = *std::move(text);
    if (is_at_end_) {
        if (const auto read = read_tail(); !read) return tl::make_unexpected(read.error());
        if (slice.text.empty()) return std::nullopt;
        return slice;
    }
    buffer_.erase(0, end);
    at_ -= end;
    return slice;
}

/// Features that follow others begin with the comma between them.
Result<std::string> GeoJsonSlices::text_of(std::string_view features) {
    const bool is_first = std::exchange(is_first_, false);
    const auto skip_space = [&] {
        features.remove_prefix(std::min(features.size(), features.find_first_not_of(" \n\r\t")));
    };
    skip_space();
    if (features.empty()) return std::string{};
    if (!is_first) {
        if (features.front() != ',') return fail("has no comma between two features");
        features.remove_prefix(1);
        skip_space();
        if (features.empty()) return fail("has a comma after the last feature");
    }
    std::string text;
    text.reserve(kBeginning.size() + features.size() + 2);
    text.append(kBeginning).append(features).append("]}");
    return text;
}

}  // namespace jinsha::io
