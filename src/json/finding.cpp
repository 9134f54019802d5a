#include "json/finding.hpp"

namespace jinsha::json {

std::string_view name_of(Finding::Code code) noexcept {
    switch (code) {
        case Finding::Code::Syntax:
            return "syntax";
        case Finding::Code::TrailingText:
            return "trailing-text";
        case Finding::Code::NotUtf8:
            return "not-utf8";
        case Finding::Code::DuplicateKey:
            return "duplicate-key";
        case Finding::Code::BadEscape:
            return "bad-escape";
        case Finding::Code::ControlCharacter:
            return "control-character";
        case Finding::Code::BadNumber:
            return "bad-number";
    }
    return "";
}

}  // namespace jinsha::json
