#!/usr/bin/env bash
# Installs the Debian/Ubuntu packages that a wheel cannot bring, or says exactly which are missing.
# Usage: install-system-packages.sh runtime|test|package|python ...
set -euo pipefail

# What the program itself loads or starts.
runtime=(
    ca-certificates fontconfig fonts-dejavu-core
    libportaudio2 libasound2-plugins pulseaudio-utils
    libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libxkbcommon-x11-0
    libwayland-cursor0 libwayland-egl1
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
    libxcb-shape0 libxcb-xinerama0 libxcb-xkb1
)
# A screen, a sound server, a keyring and an EHR's text field, for the tests to drive.
rig=(
    alsa-utils dbus gnome-keyring iproute2 libsecret-tools mousepad openbox procps pulseaudio
    scrot x11-utils xauth xclip xdotool xvfb
)
# PyInstaller reads shared objects with objdump, and copies Python's own, which Debian keeps apart.
freezer=(binutils)
if [ -x /usr/bin/python3 ]; then freezer+=("lib$(basename "$(readlink -f /usr/bin/python3)")"); fi
# Only where no usable Python is found at all.
python=(python3 python3-venv)

wanted=()
for set in "$@"; do
    case "$set" in
        runtime) wanted+=("${runtime[@]}") ;;
        test) wanted+=("${runtime[@]}" "${rig[@]}") ;;
        package) wanted+=("${runtime[@]}" "${freezer[@]}") ;;
        python) wanted+=("${python[@]}") ;;
        *) echo "usage: $0 runtime|test|package|python ..." >&2; exit 2 ;;
    esac
done

if ! command -v dpkg-query >/dev/null; then
    echo "Not a Debian or Ubuntu system: if Scribe does not start, install the counterparts of:" \
        "${wanted[*]}" >&2
    exit 0
fi

# The 64-bit time change of 2024 renamed some libraries by a suffix.
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" "${wanted[@]/%/t64}" \
    2>/dev/null | sed -n 's/^installed //; T; p; s/t64$//p' || true)
missing=()
for name in "${wanted[@]}"; do
    grep -qxF "$name" <<<"$installed" || missing+=("$name")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600)
if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
        echo "Scribe needs some system packages. Install them, then run this again:" >&2
        echo "  sudo apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    apt=(sudo -n "${apt[@]}")
fi

echo "Installing system packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# --no-remove: a developer's own sound server is never taken away for ours.
if ! { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends --no-remove \
    "${missing[@]}"; } </dev/null >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    echo "apt-get could not install: ${missing[*]}" >&2
    exit 1
fi
