#!/usr/bin/env bash
# Collect the window's texts and compile the translations.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bin=.venv/bin
mapfile -t sources < <(find scribe_app/ui -name '*.py' | sort)
for language in nl fr; do
    ts=resources/translations/scribe_$language.ts
    "$bin/pyside6-lupdate" "${sources[@]}" -ts "$ts" -source-language en \
        -target-language "$language" -no-obsolete -locations none
    "$bin/pyside6-lrelease" "$ts" -qm "${ts%.ts}.qm"
done
