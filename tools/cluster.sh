# shellcheck shell=bash
# A private PostgreSQL server for one run of the tests: unix socket only, as an unprivileged user. Sourced by test.sh after steps.sh.

: "${logs:?}"
cluster=

# Runs one of PostgreSQL's programs in the cluster's folder.
postgres() {
    local command=(env --ignore-environment --chdir="$cluster" PATH=/usr/lib/postgresql/15/bin:/usr/bin:/bin LC_ALL=C.UTF-8 timeout 60 "$@")
    if [ "$(id -u)" -eq 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups "${command[@]}"; else "${command[@]}"; fi
}

start_cluster() {
    cluster=$(mktemp -d /tmp/zvonok.XXXXXX)    # short: a socket's path has at most 107 bytes
    if [ "$(id -u)" -eq 0 ]; then chown postgres:postgres "$cluster"; fi
    local settings="-c listen_addresses='' -k $cluster -c fsync=off -c full_page_writes=off -c max_connections=400"
    {
        postgres initdb --pgdata=data --username=zvonok --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync &&
            postgres pg_ctl --pgdata=data --wait --options="$settings" --log=log start &&
            postgres createdb --host="$cluster" --username=zvonok test
    } >"$logs/cluster.log" 2>&1 || { cat "$logs/cluster.log" "$cluster/log"; return 1; }
    export TEST_POSTGRES="host=$cluster user=zvonok dbname=test"
}

stop_cluster() {
    [ -n "$cluster" ] || return 0
    postgres pg_ctl --pgdata=data --mode=immediate --wait stop >/dev/null || kill -KILL "$(head -n 1 "$cluster/data/postmaster.pid")" || true
    rm -rf "$cluster"
    cluster=
}
