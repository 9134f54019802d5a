#!/usr/bin/env bash
# Runs a command on a display of its own, drawn by the processor: with_display.sh COMMAND…
set -euo pipefail
folder=$(mktemp -d)
mkfifo "$folder/number"
# -noreset: the server must not start anew when a test closes its last window.
Xvfb -displayfd 3 -noreset -nolisten tcp -screen 0 1280x800x24 3>"$folder/number" 2>/dev/null &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$folder"' EXIT
read -r number <"$folder/number"
DISPLAY=:$number LIBGL_ALWAYS_SOFTWARE=1 "$@"
