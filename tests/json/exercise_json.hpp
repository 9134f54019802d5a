#pragma once

#include <string_view>

namespace jinsha::json {

/// Does with any bytes all that can be done with a text, and aborts with a message when a promise is broken:
/// values lie within each other, the index and the cursor agree, what is written is read back the same,
/// patches change what they say and nothing else. For the fuzzer and for the tests with mutated texts.
void exercise_json(std::string_view text);

}  // namespace jinsha::json
