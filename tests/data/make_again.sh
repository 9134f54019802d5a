#!/usr/bin/env bash
# The data of geodata/ is what its script makes of facts and boundary package, byte for byte.
# Usage: make_again.sh PROJECT_ROOT PACKAGE_FOLDER
set -euo pipefail
facts=${JINSHA_FACTS:-$1/../shared/facts}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
PYTHONDONTWRITEBYTECODE=1 python3 "$1/geodata/make_geodata.py" "$facts" "$2" "$made"
for file in "$made"/*; do cmp "$file" "$1/geodata/$(basename "$file")"; done
