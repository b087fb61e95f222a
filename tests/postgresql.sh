# postgresql.sh -- a PostgreSQL server of the tests' own; sourced after lib.sh
# shellcheck shell=sh disable=SC2154,SC2034
# SPDX-License-Identifier: GPL-3.0-or-later
#
#	. "$top_srcdir/tests/postgresql.sh"
#	postgresql_start || skip_all "$postgresql_why"
#	postgresql_new NAME		# an empty database
#	saraban --register "$(postgresql_address NAME)" ...
#	postgresql_stop
#
# It listens on a socket in a directory of its own and nowhere else, and is
# gone when the test ends.  PostgreSQL refuses to run as root: then it runs as
# the account "postgres".

postgresql_dir=
postgresql_why=

# As who may run it.
postgresql_as()
{
	if test "$(id -u)" = 0; then
		(cd / && setpriv --reuid=postgres --regid=postgres \
			--clear-groups "$@")
	else
		"$@"
	fi
}

# The newest there is.
postgresql_bin()
{
	for bin in /usr/lib/postgresql/*/bin "$(dirname "$(command -v initdb ||
		echo /nowhere/initdb)")"; do
		test ! -x "$bin/initdb" || echo "$bin"
	done | sort -V | tail -1
}

postgresql_start()
{
	postgresql_bin=$(postgresql_bin)
	if test -z "$postgresql_bin" || ! command -v psql >/dev/null; then
		postgresql_why='no PostgreSQL server is installed'
		return 1
	fi
	if test "$(id -u)" = 0 && ! id postgres >/dev/null 2>&1; then
		postgresql_why='PostgreSQL does not run as root'
		return 1
	fi
	postgresql_dir=$(mktemp -d "${TMPDIR:-/tmp}/saraban-pg.XXXXXX") ||
		return 1
	trap 'postgresql_stop; tap_end' EXIT
	chmod 755 "$postgresql_dir"
	test "$(id -u)" != 0 || chown postgres "$postgresql_dir"
	postgresql_as "$postgresql_bin/initdb" -D "$postgresql_dir/data" \
		-U saraban --auth=trust --encoding=UTF8 --locale=C --no-sync \
		>"$tap_files/initdb" 2>&1 || {
		postgresql_why="initdb: $(tail -1 "$tap_files/initdb")"
		return 1
	}
	postgresql_go || return 1
	SARABAN_TEST_SERVER=$postgresql_dir
	export SARABAN_TEST_SERVER
}

postgresql_go()
{
	postgresql_as "$postgresql_bin/pg_ctl" -D "$postgresql_dir/data" -s -w \
		-t 30 -l "$postgresql_dir/log" -o "-k $postgresql_dir \
		-c listen_addresses='' -c max_connections=120" start \
		>"$tap_files/pg_ctl" 2>&1 ||
		{
			postgresql_why="pg_ctl: $(tail -1 "$tap_files/pg_ctl")"
			return 1
		}
}

# postgresql_halt fast|immediate: immediate is a power cut.
postgresql_halt()
{
	postgresql_as "$postgresql_bin/pg_ctl" -D "$postgresql_dir/data" -s -w \
		-t 30 -m "$1" stop >/dev/null 2>&1
}

postgresql_stop()
{
	test -n "$postgresql_dir" || return 0
	postgresql_halt immediate
	rm -rf "$postgresql_dir"
	postgresql_dir=
}

postgresql_sql()
{
	psql -X -q -A -t -h "$postgresql_dir" -U saraban -d "$1" -c "$2"
}

postgresql_new()
{
	postgresql_sql postgres "CREATE DATABASE $1" >"$tap_files/createdb"
}

postgresql_address()
{
	echo "postgresql:///$1?host=$postgresql_dir&user=saraban&place=$HOME/$1"
}
