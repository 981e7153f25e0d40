#!/usr/bin/env bash
# Is the Swift formatted as `./dev fmt` would leave it?
set -euo pipefail
cd "$(dirname "$0")/.."
swift format lint --strict --parallel --recursive Sources Tests Package.swift || { echo "Run ./dev fmt; what it leaves is for you."; exit 1; }
