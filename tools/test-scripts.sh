#!/usr/bin/env bash
# Unit tests of the features' scripts, outside a browser.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/assets-tree.sh
NODE_OPTIONS=--preserve-symlinks node --test --test-reporter=spec Tests/Scripts/*.test.mjs
