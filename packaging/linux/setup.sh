#!/usr/bin/env bash
# Makes a checkout ready to run: system packages, .venv, locked dependencies, the package in place,
# the translations compiled.
# Usage: setup.sh runtime|test|package. Does nothing, within a blink, where nothing has changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
here=packaging/linux
stamp=.venv/.scribe-ready

"$here/install-system-packages.sh" "${1:-runtime}"

# What is installed depends on the lock, on the package's description and version, and on where
# .venv stands.
locked="$(sha256sum <requirements.lock) $PWD"
described="$(cat pyproject.toml scribe_app/__init__.py | sha256sum) $PWD"
ready() { [ -x .venv/bin/scribe-app ] && [ "$(cat "$stamp" 2>/dev/null)" = "$locked
$described" ]; }
translate() {
    local source compiled
    for source in resources/translations/*.ts; do
        compiled=${source%.ts}.qm
        if [ -e "$source" ] && [ ! "$compiled" -nt "$source" ]; then
            .venv/bin/pyside6-lrelease -silent "$source" -qm "$compiled"
        fi
    done
}
if ready; then
    translate
    exit 0
fi

# Two makes at once in one checkout take turns.
exec 9>.setup.lock
flock 9 2>/dev/null || true
if ready; then
    exit 0
fi

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
if ! .venv/bin/python -m pip --version >/dev/null 2>&1 || ! usable .venv/bin/python \
    || ! grep -qsF "$PWD/.venv" .venv/bin/activate; then
    python=$(find_python) || {
        "$here/install-system-packages.sh" python
        python=$(find_python) || {
            echo "Scribe needs Python 3.11, 3.12 or 3.13 with its venv module, and found none." >&2
            exit 1
        }
    }
    echo "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
fi

pip=(.venv/bin/python -m pip -qq --disable-pip-version-check --no-input)
if [ "$(sed -n 1p "$stamp" 2>/dev/null)" != "$locked" ]; then
    rm -f "$stamp"
    echo "Installing the locked dependencies (some 380 MB the first time)"
    "${pip[@]}" install --require-hashes -r requirements.lock
fi
"${pip[@]}" install --no-deps --no-build-isolation -e .
printf '%s\n%s\n' "$locked" "$described" >"$stamp"
translate
