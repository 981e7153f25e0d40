#!/usr/bin/env bash
# Checks the JSDoc types of the features' scripts.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/assets-tree.sh
tsc --project . --pretty false
