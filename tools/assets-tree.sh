#!/usr/bin/env bash
# Lays out the features' scripts as the server addresses them, so that relative imports between features resolve:
# .build-tools/assets/journal -> Sources/Journal/Assets
set -euo pipefail
cd "$(dirname "$0")/.."
tree=.build-tools/assets
rm -rf "$tree"
mkdir -p "$tree"
for folder in Sources/*/Assets; do
    [ -d "$folder" ] || continue
    feature=$(basename "$(dirname "$folder")")
    ln -s "../../$folder" "$tree/${feature,,}"
done
echo '{"type": "module"}' >"$tree/package.json"
