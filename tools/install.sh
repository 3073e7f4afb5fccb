#!/usr/bin/env bash
# Makes .venv and installs the hash-pinned lock, only when something changed.
#   tools/install.sh         what a family's server needs
#   tools/install.sh dev     and what the tests and checks need (Debian's chromium through apt when it is missing)
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-base}

say() { printf '%s\n' "$*" >&2; }

find_python() {
    local candidate
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    say "Warmhands needs Python 3.11 or newer. On Debian or Ubuntu: sudo apt-get install -y python3 python3-venv"
    exit 1
}

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        say "Python's venv is missing. Please run: sudo apt-get install -y python3-venv"
        exit 1
    fi
    say "Making .venv with $("$python" --version) …"
    "$python" -m venv --clear .venv
fi

lock=requirements/$what.txt
print=$(cat "$lock" pyproject.toml CHANGELOG.md | sha256sum | cut -d' ' -f1)
stamp=.venv/installed-$what
if [ "$(cat "$stamp" 2>/dev/null)" != "$print" ]; then
    say "Installing the locked packages ($lock) …"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
    echo "$print" >"$stamp"
fi

[ "$what" = dev ] || exit 0
missing=()
command -v chromium >/dev/null 2>&1 || missing+=(chromium)
[ ${#missing[@]} -eq 0 ] && exit 0
say "Installing ${missing[*]} for the browser tests …"
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
if ! command -v apt-get >/dev/null 2>&1 ||
    ! { "${as_root[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "${missing[@]}"; } >.venv/apt.log 2>&1; then
    say "The browser tests need ${missing[*]}, which could not be installed. Please run: sudo apt-get install -y ${missing[*]}"
    exit 1
fi
