#!/usr/bin/env bash
# `./dev check`
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/steps.sh
step format 120 tools/check-format.sh || true
step types 120 tools/check-types.sh || true
step build 2700 tools/build-tests.sh || true
finish
