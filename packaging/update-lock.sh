#!/usr/bin/env bash
# Writes requirements.lock anew from pyproject.toml: every version with its hashes, for every
# platform, naming no place to fetch from. Arguments go to uv, for example --upgrade.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tools=build/lock-tools
[ -x "$tools/bin/uv" ] || { python3 -m venv "$tools" && "$tools/bin/pip" -qq install "uv>=0.9"; }
"$tools/bin/uv" pip compile --quiet --no-config --universal --python-version 3.11 \
    --generate-hashes --no-header --no-annotate --extra dev \
    --output-file requirements.lock "$@" pyproject.toml
