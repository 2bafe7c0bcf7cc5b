#!/usr/bin/env bash
# Freezes the program into dist/scribe-app and starts the result once, away from this checkout.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mkdir -p build

log=build/pyinstaller.log
if ! .venv/bin/python -m PyInstaller --noconfirm --log-level WARN --distpath dist \
    --workpath build/pyinstaller build.spec >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    echo "PyInstaller failed; the whole log is $log" >&2
    exit 1
fi

# A stranger's surroundings: no variables of ours, a new home, another working directory.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
program=$PWD/dist/scribe-app/scribe-app
try() { (cd / && env -i PATH=/usr/bin:/bin HOME="$home" LANG=C.UTF-8 "$program" "$@"); }
try --version
try doctor --profile "$home/profile"
du -sh dist/scribe-app
