#!/usr/bin/env bash
# Builds everything with its tests (debug). A warning in our own code fails it; one in a dependency does not.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p .build-tools
log=.build-tools/build.log built=.build-tools/tests-built
rm -f "$built"
swift build --build-tests --explicit-target-dependency-import-check error 2>&1 | tee "$log"
touch "$built"    # warnings or not, there is something to test

# Ours are those in our files, and those SwiftPM has about this package.
package=$(basename "$PWD")
warnings=$(awk -v here="$PWD/" -v package="warning: '${package,,}': " '
    / warning: / && (index($0, here "Sources/") == 1 || index($0, here "Tests/") == 1 || index($0, here "Package.swift") == 1) || index($0, package) == 1
' "$log" | sort -u)
[ -n "$warnings" ] || exit 0
printf '\nWarnings in our own code:\n%s\n' "$warnings"
# The compiler says them once: touched files are compiled again by the next build, which says them again.
awk -F: '/^\// { print $1 }' <<<"$warnings" | sort -u | xargs -r -d '\n' touch
exit 1
