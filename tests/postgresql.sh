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
# gone when the test ends, however it ends.  PostgreSQL refuses to run as root:
# then it runs as the account "postgres".

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

# In memory where there is room: a register's server has to sync, and tests
# need no disk.
postgresql_place()
{
	postgresql_free=$(df -Pk /dev/shm 2>/dev/null |
		awk 'NR == 2 {print $4}')
	if test -w /dev/shm && test "${postgresql_free:-0}" -gt 1500000; then
		echo /dev/shm
	else
		echo "${TMPDIR:-/tmp}"
	fi
}

# Ends the server and takes its directory away as soon as nobody holds the pipe
# "alive" any more: this shell, and what it runs.
postgresql_watch()
{
	mkfifo "$postgresql_dir/alive" || return
	setsid sh -c 'trap "" HUP INT TERM
		read -r nothing <"$1/alive"
		read -r pid <"$1/data/postmaster.pid" && kill -QUIT "$pid"
		while test -e "$1/data/postmaster.pid"; do sleep 0.1; done
		rm -rf "$1"' watch "$postgresql_dir" </dev/null >/dev/null \
		2>&1 &
	exec 9>"$postgresql_dir/alive"
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
	postgresql_dir=$(mktemp -d "$(postgresql_place)/saraban-pg.XXXXXX") ||
		return 1
	at_end postgresql_stop
	chmod 755 "$postgresql_dir"
	test "$(id -u)" != 0 || chown postgres "$postgresql_dir"
	postgresql_watch || return 1
	postgresql_as "$postgresql_bin/initdb" -D "$postgresql_dir/data" \
		-U postgres --auth=trust --encoding=UTF8 --locale=C --no-sync \
		>"$tap_files/initdb" 2>&1 || {
		postgresql_why="initdb: $(tail -1 "$tap_files/initdb")"
		return 1
	}
	postgresql_go || return 1
	SARABAN_TEST_SERVER=$postgresql_dir
	export SARABAN_TEST_SERVER
	postgresql_sql template1 "CREATE ROLE saraban LOGIN;
		$postgresql_words" >"$tap_files/words"
}

# What statements of tests say in words of SQLite, besides what a register has
# anyway; in each database that is made.
postgresql_words='CREATE SCHEMA testing;
	CREATE FUNCTION testing.zeroblob(bigint) RETURNS bytea LANGUAGE sql
		AS $$ SELECT decode(repeat($h$00$h$, $1::int), $h$hex$h$) $$;
	CREATE FUNCTION testing.hex(bytea) RETURNS text LANGUAGE sql
		AS $$ SELECT encode($1, $h$hex$h$) $$;
	CREATE FUNCTION testing.strftime(text, bigint, text) RETURNS int
		LANGUAGE sql AS $$ SELECT extract(year FROM
			to_timestamp($2) AT TIME ZONE $z$UTC$z$)::int $$;
	CREATE FUNCTION testing.randomblob(int) RETURNS bytea LANGUAGE sql
		AS $$ SELECT substr(sha256(random()::text::bytea), 1, $1) $$;'

postgresql_go()
{
	postgresql_as "$postgresql_bin/pg_ctl" -D "$postgresql_dir/data" -s -w \
		-t 30 -l "$postgresql_dir/log" -o "-k $postgresql_dir \
		-c listen_addresses='' -c max_connections=120" start \
		>"$tap_files/pg_ctl" 2>&1 9>&- ||
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
	exec 9>&-
}

postgresql_sql()
{
	psql -X -q -A -t -h "$postgresql_dir" -U postgres -d "$1" -c "$2"
}

postgresql_new()
{
	postgresql_sql postgres "CREATE DATABASE $1 OWNER saraban" \
		>"$tap_files/createdb"
}

postgresql_address()
{
	echo "postgresql:///$1?host=$postgresql_dir&user=saraban&place=$HOME/$1"
}
