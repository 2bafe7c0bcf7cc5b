#!/usr/bin/env bash
# Makes a checkout ready to run: system packages, .venv, locked dependencies, the package in place,
# the translations compiled. Does nothing, within a blink, where nothing has changed.
# Usage: setup.sh runtime|test|package
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
stamp=.venv/.scribe-ready

# What stands in .venv depends on the lock, and on the package's description, version and place.
locked="$(sha256sum <requirements.lock) $PWD"
described="$(cat pyproject.toml scribe_app/__init__.py | sha256sum) $PWD"
ready() {
    [ -x .venv/bin/scribe-app ] && [ "$(cat "$stamp" 2>/dev/null)" = "$locked"$'\n'"$described" ]
}

usable() {
    "$1" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
        >/dev/null 2>&1
}
find_python() {
    local name
    for name in python3.11 python3.12 python3.13 python3; do
        usable "$name" && { command -v "$name"; return; }
    done
    return 1
}

# A .venv that was cut short, outlived its Python or was moved here is made anew.
make_venv() {
    local python
    if .venv/bin/python -m pip --version >/dev/null 2>&1 && usable .venv/bin/python \
        && grep -qsF "$PWD/.venv" .venv/bin/activate; then
        return
    fi
    if ! python=$(find_python); then
        echo "Scribe needs Python 3.11, 3.12 or 3.13 with its venv module, and found none." >&2
        exit 1
    fi
    echo "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
}

fill_venv() {
    local pip=(.venv/bin/python -m pip -qq --disable-pip-version-check --no-input)
    if [ "$(sed -n 1p "$stamp" 2>/dev/null)" != "$locked" ]; then
        rm -f "$stamp"
        echo "Installing the locked dependencies (some 380 MB the first time)"
        "${pip[@]}" install --require-hashes -r requirements.lock
    fi
    "${pip[@]}" install --no-deps --no-build-isolation -e .
    printf '%s\n%s\n' "$locked" "$described" >"$stamp"
}

translate() {
    local source compiled
    for source in resources/translations/*.ts; do
        compiled=${source%.ts}.qm
        if [ -e "$source" ] && [ ! "$compiled" -nt "$source" ]; then
            .venv/bin/pyside6-lrelease -silent "$source" -qm "$compiled"
        fi
    done
}

sets=("${1:-runtime}")
[ -x .venv/bin/python ] || find_python >/dev/null || sets+=(python)
packaging/linux/install-system-packages.sh "${sets[@]}"
if ! ready; then
    exec 9>.setup.lock
    flock 9 2>/dev/null || true # two makes at once in one checkout take turns
    if ! ready; then
        make_venv
        fill_venv
    fi
fi
translate
