#!/bin/sh
# Take docs/img/report.png anew from the demo's record.html. Needs Chromium on the PATH.
set -eu
page=${1:-record.html}
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$room" --window-size=1280,1480 \
    --screenshot="$PWD/docs/img/report.png" "file://$(realpath "$page")" >/dev/null 2>&1
