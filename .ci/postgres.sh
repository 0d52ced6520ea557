# A throw-away PostgreSQL for the tests of JDBC: a cluster of its own in a temporary folder, on a free port of the
# loopback address, gone at the end. Read by .ci/test, whose debian_install it uses. Sets SEGQL_TEST_POSTGRES_URL, _USER and _PASSWORD; where they are
# set already, that database is used. Where no PostgreSQL can be had it says so, and the tests that need one skip.

postgres_folder=

# The folder of initdb and pg_ctl; Debian keeps them off the PATH.
postgres_programs() {
  if command -v initdb >/dev/null 2>&1; then
    dirname "$(command -v initdb)"
    return
  fi
  for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin; do
    [ -x "$folder/initdb" ] && programs=$folder
  done
  echo "${programs:-}"
}

# PostgreSQL refuses to run as root.
postgres_do() {
  if [ "$(id -u)" = 0 ]; then
    if command -v runuser >/dev/null 2>&1; then
      (cd / && runuser -u postgres -- "$@")
    else
      (cd / && su postgres -s /bin/sh -c '"$0" "$@"' -- "$@")
    fi
  else
    "$@"
  fi
}

postgres_start() {
  [ -z "${SEGQL_TEST_POSTGRES_URL:-}" ] || return 0
  programs=$(postgres_programs)
  if [ -z "$programs" ] && debian_install postgresql; then
    programs=$(postgres_programs)
  fi
  if [ -z "$programs" ]; then
    echo "No PostgreSQL here and none could be installed: its tests will skip."
    return 0
  fi
  postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/segql-postgres.XXXXXX")
  printf 'segql-test\n' >"$postgres_folder/password"
  [ "$(id -u)" != 0 ] || chown -R postgres "$postgres_folder"
  if ! postgres_do "$programs/initdb" -D "$postgres_folder/data" -U segql --auth=scram-sha-256 \
    --pwfile="$postgres_folder/password" --encoding=UTF8 --no-locale --no-sync >"$postgres_folder/log" 2>&1; then
    cat "$postgres_folder/log"
    echo "The PostgreSQL cluster could not be made: its tests will skip."
    return 0
  fi
  # Another program may hold a port: five tries.
  for try in 1 2 3 4 5; do
    port=$((20000 + ($$ + try * 7919) % 20000))
    if postgres_do "$programs/pg_ctl" -D "$postgres_folder/data" -l "$postgres_folder/data/log" -w -t 30 \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres_folder -c fsync=off" \
      start >"$postgres_folder/log" 2>&1; then
      export SEGQL_TEST_POSTGRES_URL="jdbc:postgresql://127.0.0.1:$port/postgres"
      export SEGQL_TEST_POSTGRES_USER=segql SEGQL_TEST_POSTGRES_PASSWORD=segql-test
      echo "PostgreSQL of $programs on port $port (try $try)"
      return 0
    fi
  done
  cat "$postgres_folder/data/log"
  echo "PostgreSQL did not start: its tests will skip."
}

postgres_stop() {
  [ -n "$postgres_folder" ] || return 0
  postgres_do "$programs/pg_ctl" -D "$postgres_folder/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$postgres_folder"
}
