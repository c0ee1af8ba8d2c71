#!/bin/sh
# Install the wheel in an empty environment, away from the checkout, and run the demo from it.
set -eu
here=$(pwd)
wheel=$(ls "$here"/dist/coranto-*.whl)
size=$(wc -c <"$wheel")
echo "wheel_bytes $size"
[ "$size" -lt 30000000 ] || { echo "the wheel is larger than 30 MB" >&2; exit 1; }
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$here/.venv/bin/python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$here/requirements.txt"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps "$wheel"
cp -r "$here/examples" "$room/examples"
cd "$room"
env/bin/coranto read examples
env/bin/coranto report -o record.html
[ "$(wc -c <record.html)" -lt 300000 ] || { echo "the demo's report is larger than 300 kB" >&2; exit 1; }
env/bin/coranto doctor
