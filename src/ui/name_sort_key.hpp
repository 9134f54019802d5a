#pragma once

#include <string>
#include <string_view>

namespace jinsha::ui {

/// Bytes whose order is that in which people look for names: whatever the case of Latin letters, numbers by
/// their value (第2期 before 第10期), Chinese characters after Latin ones in the order of their pinyin.
[[nodiscard]] std::string name_sort_key(std::string_view name);

}  // namespace jinsha::ui
