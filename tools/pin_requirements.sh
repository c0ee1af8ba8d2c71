#!/bin/sh
# Pin the requirements anew, with hashes and without any address: run after a change to pyproject.toml. Needs uv.
set -eu
flags="--universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet"
uv pip compile $flags pyproject.toml requirements.in -o requirements.txt
uv pip compile $flags requirements-dev.in -o requirements-dev.txt
