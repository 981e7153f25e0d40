#!/usr/bin/env bash
# `./dev bench slow`: a family's phone on a satellite line.
set -euo pipefail
cd "$(dirname "$0")/.."
zvonok=$PWD/.build/release/zvonok
work=$(mktemp -d /tmp/zvonok-slow.XXXXXX)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT

"$zvonok" seed --quiet --small --data "$work" >"$work/people"
mkfifo "$work/out"
"$zvonok" serve --data "$work" --port 0 >"$work/out" 2>/dev/null &
server=$!
read -r address <"$work/out"
guardian=$(awk '$1 == "guardian" { print $2, $3 }' "$work/people")
# shellcheck disable=SC2086  # login and password are two words
timeout 900 .build-tools/venv/bin/python Tests/Browser/slow_line.py "${address##*:}" $guardian
