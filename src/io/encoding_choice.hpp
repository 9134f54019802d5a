#pragma once

#include "io/text_encoding.hpp"
#include "map/feature_source.hpp"

#include <span>
#include <string>
#include <string_view>

namespace jinsha::io {

/// What a file or a person says about the encoding of a layer.
struct DeclaredEncoding {
    std::string name;   // "" when nothing is said
    std::string how;    // "declared in the .cpg"
    bool is_binding{};  // said by a person: used even where the texts look otherwise
};

/// The encoding that a layer's texts are read with.
struct EncodingChoice {
    map::Found found;
    TextDecoder decoder;
};

/// Believes the texts more than the declaration: valid UTF-8 is UTF-8; what is neither that nor what is
/// declared is taken for GB18030, as Chinese offices' files mostly are.
[[nodiscard]] EncodingChoice choose_encoding(const DeclaredEncoding& declared,
                                             std::span<const std::string_view> texts);

}  // namespace jinsha::io
