# shellcheck shell=bash
# Runs steps one after another, each with a heading, a time limit and a log, and sums them up. Sourced by check.sh and test.sh.

logs=.build-tools/logs
rm -rf "$logs"
mkdir -p "$logs"
session=             # of the step under way: the process that leads it has the same number
summary=()
failed=0

# step NAME SECONDS COMMAND… : has a session of its own, so that whatever it leaves behind is found and ended.
step() {
    local name=$1 limit=$2 began=$SECONDS code=0 result=passed
    local log=$logs/$name.log
    shift 2
    printf '\n=== %s\n' "$name"
    : >"$log"
    setsid timeout --kill-after=10 "$limit" "$@" >>"$log" 2>&1 </dev/null &
    session=$!
    tail --lines=+1 --follow --sleep-interval=0.1 --pid="$session" "$log" &
    wait "$session" || code=$?
    end_session
    wait $! || true
    if [ "$code" -ne 0 ]; then
        failed=1 result=FAILED
        [ $((SECONDS - began)) -lt "$limit" ] || result="FAILED: cut off after $limit s"
    fi
    summary+=("$(printf '%5d s  %-8s %s' $((SECONDS - began)) "$name" "$result")")
    return "$code"
}

skip() {
    summary+=("$(printf '      –  %-8s skipped: %s' "$1" "$2")")
}

# Ends what still belongs to the step's session: asks, waits for the step's own process, insists.
end_session() {
    [ -n "$session" ] || return 0
    if pkill -TERM --session "$session"; then
        timeout 5 tail --sleep-interval=0.1 --pid="$session" --follow /dev/null || true
        pkill -KILL --session "$session" || true
    fi
    session=
}

# What each step came to, then what the test runners say of themselves.
finish() {
    printf '\n=== Summary\n'
    printf '%s\n' "${summary[@]}"
    grep -ahE '^(✔|✘) Test run with |^ℹ (tests|pass|fail|skipped) |^=+ .*(passed|failed|error|no tests ran).* in .*=+$' "$logs"/*.log || true
    exit "$failed"
}
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
trap end_session EXIT
