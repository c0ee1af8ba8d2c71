#!/bin/sh
# Usage: make_environment.sh FOLDER REQUIREMENTS
# An environment with the pinned, hashed requirements and Coranto itself: with uv where there is one, else with
# venv and pip. PYTHON names an interpreter; UV=no does without uv.
set -eu
folder=$1
requirements=$2

fits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-} python3.12 python3.13 python3.14 python3 python \
        "$HOME"/.pyenv/versions/3.1[2-9]*/bin/python /usr/local/bin/python3.1[2-9] /opt/homebrew/bin/python3; do
        if command -v "$candidate" >/dev/null 2>&1 && fits "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    echo "coranto: no Python 3.12 or newer was found; install one (python.org, your package manager or pyenv)" >&2
    echo "         or name it: make demo PYTHON=/path/to/python3.12" >&2
    exit 2
}

if [ "${UV:-yes}" != no ] && command -v uv >/dev/null 2>&1; then
    if [ ! -x "$folder/bin/python" ] && ! uv venv --quiet --python "${PYTHON:->=3.12}" "$folder" 2>/dev/null; then
        python=$(find_python) || exit 2
        uv venv --quiet --python "$python" "$folder"
    fi
    VIRTUAL_ENV=$(cd "$folder" && pwd)
    export VIRTUAL_ENV
    uv pip install --quiet --require-hashes -r "$requirements"
    uv pip install --quiet --no-deps --no-build-isolation -e .
else
    if [ ! -x "$folder/bin/python" ]; then
        python=$(find_python) || exit 2
        "$python" -m venv "$folder"
    fi
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
fi
