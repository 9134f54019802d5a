#!/usr/bin/env bash
# Every C++ file is as clang-format leaves it. Usage: format.sh PROJECT_ROOT
set -euo pipefail
cd "$1"
find src tests bench -name '*.[ch]pp' -print0 2>/dev/null | xargs -0 clang-format --dry-run -Werror
