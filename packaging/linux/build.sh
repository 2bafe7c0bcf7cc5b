#!/usr/bin/env bash
# Freezes the program into dist/scribe-app and tries the result as a stranger would.
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

.venv/bin/python -m tests.frozen dist/scribe-app/scribe-app
du -sh dist/scribe-app
