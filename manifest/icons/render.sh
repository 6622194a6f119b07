#!/usr/bin/env bash
# Renders the icons from their drawings, beside manifest.json. Needs Chromium (CHROMIUM names another one).
set -euo pipefail
cd "$(dirname "$0")"
render() {
  "${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --default-background-color=00000000 \
    --window-size="$2,$2" --screenshot="../$1.png" "file://$PWD/$1.svg" 2>/dev/null
}
render color 192
render outline 32
