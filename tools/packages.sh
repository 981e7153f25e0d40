# shellcheck shell=bash
# Puts in place what Debian and Python offer; costs nothing when it is there. Sourced by ./dev.

# shellcheck disable=SC2034  # read by ./dev
build_packages=(libsqlite3-dev libpq-dev libargon2-dev libzip-dev zlib1g-dev libbrotli-dev libqrencode-dev libmagic-dev libstemmer-dev libvips-tools ffmpeg libjs-katex pkg-config)
# shellcheck disable=SC2034
check_packages=(procps nodejs node-typescript)
# shellcheck disable=SC2034
test_packages=(postgresql-15 chromium fonts-dejavu-core fonts-noto-color-emoji python3 python3-venv zbar-tools poppler-utils oathtool openssl libengine-gost-openssl)

twice() { "$@" || { echo "once more: $*" >&2; "$@"; }; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive timeout 900 apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

need_packages() {
    local package missing=() installed
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        grep -qx "installed $package" <<<"$installed" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    echo "Installing ${missing[*]}"
    twice apt_get update
    twice apt_get install --no-install-recommends "${missing[@]}"
}

need_swift() {
    command -v swift >/dev/null || { echo "Swift 6.3 is needed: install it first, then run this again." >&2; exit 1; }
}

# Python's packages for the browser tests, in a folder of their own.
need_venv() {
    local venv=.build-tools/venv wanted=Tests/Browser/requirements.txt
    cmp -s "$wanted" "$venv/installed.txt" && return
    echo "Installing Python packages"
    rm -rf "$venv"
    /usr/bin/python3 -m venv "$venv"
    twice timeout 600 "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted" </dev/null
    cp "$wanted" "$venv/installed.txt"
}
