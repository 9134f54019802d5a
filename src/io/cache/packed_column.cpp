#include "io/cache/packed_column.hpp"

#include "io/json_value.hpp"
#include "style/value_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <string>
#include <unordered_map>
#include <vector>

namespace jinsha::io {
namespace {

enum class Kind : std::uint8_t { Absent, Null, False, True, Whole, Real, Text, Json };

constexpr double kLargestWhole = 0x1p53;

bool is_whole(double number) {
    return std::abs(number) < kLargestWhole && number == std::floor(number) &&
           !(number == 0 && std::signbit(number));
}

void pack_value(const style::Value& value, PackedWriter& out) {
    const auto kind = [&](Kind k) { out.byte(static_cast<std::uint8_t>(k)); };
    if (value.is_null()) {
        kind(Kind::Null);
    } else if (const bool* boolean = value.boolean()) {
        kind(*boolean ? Kind::True : Kind::False);
    } else if (const double* number = value.number()) {
        kind(is_whole(*number) ? Kind::Whole : Kind::Real);
        if (is_whole(*number))
            out.signed_number(static_cast<std::int64_t>(*number));
        else
            out.fixed(*number);
    } else {
        kind(Kind::Json);
        out.text(style::json_from_value(value).dump(-1, ' ', false,
                                                    nlohmann::ordered_json::error_handler_t::replace));
    }
}

void unpack_value(PackedReader& in, const std::vector<std::string_view>& texts, bool& is_valid,
                  map::AttributeColumn& column) {
    switch (static_cast<Kind>(in.byte())) {
        case Kind::Absent:
            return column.push_absent();
        case Kind::Null:
            return column.push_null();
        case Kind::False:
            return column.push_boolean(false);
        case Kind::True:
            return column.push_boolean(true);
        case Kind::Whole:
            return column.push_number(static_cast<double>(in.signed_number()));
        case Kind::Real:
            return column.push_number(in.fixed<double>());
        case Kind::Text: {
            const std::uint64_t place = in.number();
            is_valid = is_valid && place < texts.size();
            return is_valid ? column.push_text(texts[place]) : column.push_absent();
        }
        case Kind::Json: {
            json::Cursor cursor{in.text()};
            column.push(read_value(cursor));
            is_valid = is_valid && !cursor.has_failed();
            return;
        }
    }
    is_valid = false;
}

}  // namespace

void pack_column(const map::AttributeColumn& column, PackedWriter& out) {
    std::unordered_map<std::string_view, std::size_t> places;
    out.number(column.texts().size());
    for (const std::string& text : column.texts()) {
        places.emplace(text, places.size());
        out.text(text);
    }
    out.number(column.size());
    for (std::size_t i = 0; i < column.size(); ++i) {
        if (const auto text = column.text_at(i)) {
            out.byte(static_cast<std::uint8_t>(Kind::Text));
            out.number(places.at(*text));
        } else if (column.has(i)) {
            pack_value(column.at(i), out);
        } else {
            out.byte(static_cast<std::uint8_t>(Kind::Absent));
        }
    }
}

std::optional<map::AttributeColumn> unpack_column(std::string_view bytes) {
    PackedReader in{bytes};
    std::vector<std::string_view> texts(in.count());
    for (std::string_view& text : texts) text = in.text();
    map::AttributeColumn column;
    bool is_valid = true;
    const std::size_t values = in.count();
    for (std::size_t i = 0; i < values && is_valid; ++i) unpack_value(in, texts, is_valid, column);
    if (!is_valid || !in.is_done()) return std::nullopt;
    column.finish();
    return column;
}

}  // namespace jinsha::io
