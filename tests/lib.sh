# lib.sh -- TAP for shell tests; sourced first by every tests/*/*-test.sh
# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
#	. "${top_srcdir:?run it by make check}/tests/lib.sh"
#	new_home
#	ok "a register is made" saraban init "อบต.ดงมะไฟ"
#	status "a second init is refused" 3 saraban init "อบต.ดงมะไฟ"
#	same "the version" "saraban 0.1.0" "$(saraban --version)"
#	has "the number is said" '1/2569' "$(saraban show 1)"
#	new_register a.db && saraban init "อบต.ดงมะไฟ"
#	same "its name" "อบต.ดงมะไฟ" "$(sql "SELECT name FROM office")"
#
# A test's name is a sentence.  The plan and the clean-up come by themselves
# at the end of the script; a script that ends early has failed.

tap_count=0
tap_failed=0
tap_skipped=
tap_at_end=
tap_files=$(mktemp -d "${TMPDIR:-/tmp}/saraban-test.XXXXXX") || exit 99

tap_end()
{
	tap_status=$?
	trap - EXIT
	eval "$tap_at_end"
	test ! -e "$tap_files/databases" || drop_databases
	rm -rf "$tap_files"
	test -n "$tap_skipped" && exit 0
	test "$tap_status" = 0 || exit "$tap_status"
	echo "1..$tap_count"
	exit $((tap_failed > 0))
}

# at_end COMMAND: run however the script ends, before what was named earlier.
# What it ends with changes nothing: a script that ends early has failed.
at_end()
{
	tap_at_end="$1
		$tap_at_end"
}
trap tap_end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

tap_pass()
{
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $1"
}

# tap_fail SENTENCE: the explanation lies in $tap_files/why.
tap_fail()
{
	tap_count=$((tap_count + 1))
	tap_failed=$((tap_failed + 1))
	echo "not ok $tap_count - $1"
	sed 's/^/# /' "$tap_files/why"
}

# skip_all REASON: nothing in this script can be tried here.
skip_all()
{
	test "$tap_count" = 0 || {
		echo "Bail out! skip_all after a test"
		exit 99
	}
	tap_skipped=yes
	echo "1..0 # SKIP $1"
	exit 0
}

# skip SENTENCE REASON: this one cannot be tried here.
skip()
{
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $1 # SKIP $2"
}

# tap_run COMMAND...: its standard output and error in $tap_files/said.
tap_run()
{
	tap_status=0
	"$@" >"$tap_files/said" 2>&1 || tap_status=$?
}

# ok SENTENCE COMMAND...: the command succeeds.
ok()
{
	tap_name=$1
	shift
	tap_run "$@"
	if test "$tap_status" = 0; then
		tap_pass "$tap_name"
	else
		{
			echo "exit status $tap_status of: $*"
			cat "$tap_files/said"
		} >"$tap_files/why"
		tap_fail "$tap_name"
	fi
}

# status SENTENCE NUMBER COMMAND...: the command ends with this exit status.
status()
{
	tap_name=$1 tap_wanted=$2
	shift 2
	tap_run "$@"
	if test "$tap_status" = "$tap_wanted"; then
		tap_pass "$tap_name"
	else
		{
			echo "exit status $tap_status, not $tap_wanted, of: $*"
			cat "$tap_files/said"
		} >"$tap_files/why"
		tap_fail "$tap_name"
	fi
}

# What the last command of ok or status wrote, both streams.
said()
{
	cat "$tap_files/said"
}

# same SENTENCE EXPECTED ACTUAL: two texts are equal.
same()
{
	if test "$2" = "$3"; then
		tap_pass "$1"
		return
	fi
	printf '%s\n' "$2" >"$tap_files/expected"
	printf '%s\n' "$3" >"$tap_files/actual"
	(cd "$tap_files" && diff -u expected actual >why)
	tap_fail "$1"
}

# has SENTENCE PATTERN TEXT: a line of the text matches the basic regular
# expression; hasnt: none does.
has()
{
	if printf '%s\n' "$3" | grep -q -e "$2"; then
		tap_pass "$1"
	else
		printf 'nothing like: %s\nin:\n%s\n' "$2" "$3" \
			>"$tap_files/why"
		tap_fail "$1"
	fi
}

hasnt()
{
	if printf '%s\n' "$3" | grep -q -e "$2"; then
		printf 'there is: %s\nin:\n%s\n' "$2" "$3" >"$tap_files/why"
		tap_fail "$1"
	else
		tap_pass "$1"
	fi
}

# within SECONDS COMMAND...: it succeeds by then; it is asked until it does.
within()
{
	within_left=$(($1 * 10))
	shift
	until "$@"; do
		within_left=$((within_left - 1))
		test "$within_left" -gt 0 || return 1
		sleep 0.1
	done
}

# soon COMMAND...: as soon as a busy machine may be asked to.
soon()
{
	within 30 "$@"
}

# says WORDS COMMAND...: that is what it writes, to be asked soon.
says()
{
	says_words=$1
	shift
	test "$("$@")" = "$says_words"
}

# new_home: a private HOME, empty, gone at the end; the shell stands in it.
new_home()
{
	HOME=$(mktemp -d "$tap_files/home.XXXXXX") || exit 99
	export HOME
	SARABAN_SYSCONFDIR=$HOME/etc
	export SARABAN_SYSCONFDIR
	unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_RUNTIME_DIR
	unset SARABAN_REGISTER
	cd "$HOME" || exit 99
}

# The program as built.
saraban()
{
	"$SARABAN" "$@"
}

# Registers lie in files, or with SARABAN_TEST_ENGINE=postgresql in databases of
# the server whose socket is in the directory SARABAN_TEST_SERVER.
on_postgresql()
{
	test "${SARABAN_TEST_ENGINE-}" = postgresql
}

# server_psql DATABASE OPTION...
server_psql()
{
	PGOPTIONS='-c search_path=saraban,testing' psql -X -q -A -t \
		-v ON_ERROR_STOP=1 -h "${SARABAN_TEST_SERVER:?}" -U postgres \
		-d "$@"
}

# register_at PATH: what --register takes for a register that is not there yet;
# what lies beside it begins with the path.
register_at()
{
	if ! on_postgresql; then
		echo "$1"
		return
	fi
	database=$(new_database template1) || exit 99
	printf 'postgresql:///%s?host=%s&user=saraban&place=%s\n' \
		"$database" "$SARABAN_TEST_SERVER" "$1"
}

# new_database LIKE: the name of another that is made like it.
new_database()
{
	echo made >>"$tap_files/databases"
	database=test_$$_$(wc -l <"$tap_files/databases")
	database_like "$database" "$1" || exit 99
	test -z "${SARABAN_TEST_MADE-}" ||
		echo "$database" >>"$SARABAN_TEST_MADE"
	echo "$database"
}

# database_like NAME LIKE
database_like()
{
	server_psql postgres -c "CREATE DATABASE $1 TEMPLATE $2 OWNER saraban"
}

drop_databases()
{
	seq "$(wc -l <"$tap_files/databases")" |
		sed "s/.*/DROP DATABASE IF EXISTS test_$$_& WITH (FORCE);/" |
		server_psql postgres -f - >/dev/null 2>&1
}

# new_register NAME: REGISTER is what --register takes, and BESIDE what the
# names of the files beside it begin with.
new_register()
{
	BESIDE=$HOME/$1
	REGISTER=$(register_at "$BESIDE") || exit 99
	SARABAN_REGISTER=$REGISTER
	export SARABAN_REGISTER
}

# Of the address of a register.
database_of()
{
	echo "$1" | sed 's,.*///,,; s,?.*,,'
}

# sql STATEMENT...: asks REGISTER past the program; columns stand between bars.
sql()
{
	if on_postgresql; then
		server_psql "$(database_of "$REGISTER")" -c "$1"
	else
		sqlite3 -readonly "$REGISTER" "$1"
	fi
}

# sql_write STATEMENT...: changes REGISTER past the program.
sql_write()
{
	if on_postgresql; then
		server_psql "$(database_of "$REGISTER")" -c "$1"
	else
		sqlite3 -bail "$REGISTER" "PRAGMA trusted_schema = ON; $1"
	fi
}

# keep_register: as it is now, nobody having it open; register_as_kept makes it
# so again.
keep_register()
{
	if on_postgresql; then
		kept_as=$(new_database "$(database_of "$REGISTER")")
	else
		kept_as=$tap_files/kept.db
		sqlite3 "$REGISTER" "PRAGMA wal_checkpoint(TRUNCATE)" \
			>"$tap_files/checkpoint"
		cp "$REGISTER" "$kept_as"
	fi
}

register_as_kept()
{
	if on_postgresql; then
		database=$(database_of "$REGISTER")
		server_psql postgres -c "DROP DATABASE $database WITH (FORCE)"
		database_like "$database" "$kept_as"
	else
		rm -f "$REGISTER-wal" "$REGISTER-shm"
		cp "$kept_as" "$REGISTER"
	fi
}

# guards EXPRESSION: a statement about each of the triggers of a file.
guards()
{
	sqlite3 "$REGISTER" "SELECT $1 || ';' FROM sqlite_schema
		WHERE type = 'trigger'"
}

# tamper STATEMENT...: changes REGISTER as somebody would who can put all guards
# to sleep.
tamper()
{
	if on_postgresql; then
		sql_write "SET session_replication_role = replica; $1"
		return
	fi
	sqlite3 -bail "$REGISTER" "
		PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;
		$(guards "'DROP TRIGGER ' || name"); $1; $(guards sql)"
}

# blob HEX: bytes, as a statement says them.
blob()
{
	if on_postgresql; then
		echo "decode('$1', 'hex')"
	else
		echo "x'$1'"
	fi
}

# without_guard TRIGGER TABLE: the statement that takes a guard away.
without_guard()
{
	if on_postgresql; then
		echo "DROP TRIGGER $1 ON $2;"
	else
		echo "DROP TRIGGER $1;"
	fi
}
