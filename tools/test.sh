#!/usr/bin/env bash
# `./dev test [NAME]`
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/steps.sh
. tools/cluster.sh
# Enough at once to keep the machine busy, few enough for one PostgreSQL server's connections.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=16
trap 'end_session; stop_cluster' EXIT
start_cluster

if [ $# -gt 0 ]; then
    step swift 3600 swift test --disable-xctest --filter "$@" || true
    finish
fi
step format 120 tools/check-format.sh || true
built=no
if step build 2700 tools/build-tests.sh || [ -e .build-tools/tests-built ]; then built=yes; fi
if [ $built = yes ]; then step swift 2400 swift test --skip-build --disable-xctest || true; else skip swift 'the build failed'; fi
step types 120 tools/check-types.sh || true
step scripts 300 tools/test-scripts.sh || true
if [ $built = yes ]; then step browser 1800 tools/test-browser.sh || true; else skip browser 'the build failed'; fi
finish
