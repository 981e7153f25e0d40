#!/usr/bin/env bash
# What a person sees, in Chromium, against the debug server on both databases.
set -euo pipefail
cd "$(dirname "$0")/.."
export PYTHONDONTWRITEBYTECODE=1
.build-tools/venv/bin/python -m pytest -c Tests/Browser/pytest.ini --basetemp=.build-tools/browser Tests/Browser
