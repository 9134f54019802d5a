// For clang's libFuzzer; scripts/fuzz builds and runs it.
#include "json/exercise_json.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    jinsha::json::exercise_json({reinterpret_cast<const char*>(data), size});
    return 0;
}
