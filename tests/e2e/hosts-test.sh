#!/bin/sh
# hosts-test.sh -- two machines work in one register in PostgreSQL
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/postgresql.sh"
. "$top_srcdir/tests/e2e/terminal.sh"

new_home
LANG=C.UTF-8
export LANG
postgresql_start || skip_all "$postgresql_why"
postgresql_new office
ADDRESS="postgresql:///office?host=$postgresql_dir&user=saraban"
mkdir a b cut

# on HOST COMMAND...: each has a home of its own, and its own place for files.
on()
{
	on_host=$HOME/$1 on_at="$ADDRESS&place=$HOME/$1/office"
	shift
	HOME=$on_host SARABAN_REGISTER=$on_at "$SARABAN" --lang en "$@"
}
receive()
{
	receive_host=$1 receive_who=$2
	shift 2
	on "$receive_host" --as "$receive_who" receive --from จังหวัด \
		--ref 1 "$@"
}
letters()
{
	on b --json --as clerk list --limit 1000 |
		jq "[.[] | select(.subject | test(\"$1\"))] | length"
}

case $(on a init อบต.ดงมะไฟ 2>&1) in
*"built without PostgreSQL"*) skip_all "libpq was not there to build with" ;;
esac
on a person add clerk สมศรี --post clerk >/dev/null
on a office add 99 อบต.หนองบัว >/dev/null
on a --office 99 person add manee มานี --post clerk >/dev/null

# ---------------------------------------------------------- live screens
screen()
{
	begin_cols=80 begin_rows=24
	terminals=$((terminals + 1))
	terminal=saraban$$.$terminals
	in_terminal new-session -d -x 80 -y 24 "HOME='$HOME/$1' \
		SARABAN_REGISTER='$ADDRESS&place=$HOME/$1/office' \
		'$SARABAN' --lang en --as clerk; sleep 600"
}
screen a
at_a=$terminal
sees "a screen at one machine" 'Nothing waits'
screen b
at_b=$terminal
sees "and one at the other" 'Nothing waits'
at_end 'for terminal in "$at_a" "$at_b"; do end_terminal; done'
terminal=$at_a
keys F2
sees "a form is open at the first" '─ Receive a letter ─'
types 'พบ ๑/๑'
keys Tab Tab
types 'ศาลากลาง'
keys Tab Tab
types 'ประชุมด่วน'
sees "it is typed" 'ประชุมด่วน'
keys F2
sees "it is registered there" 'received as number 1/'
terminal=$at_b
sees "the other machine shows it without a key" 'waiting for me 1'

# ----------------------------------------------------- who waits for whom
sql()
{
	postgresql_sql office "$1"
}
# How many wait for a turn.
waiting()
{
	sql "SELECT count(*) FROM pg_locks
		WHERE locktype = 'advisory' AND NOT granted"
}
# hold OFFICE WHO: he has the turn of that office, and is slow.
hold()
{
	PGAPPNAME="saraban $2" psql -X -q -h "$postgresql_dir" -U saraban \
		-d office >held 2>&1 <<-END &
	BEGIN;
	SELECT pg_advisory_xact_lock_shared(1397899854, 0),
	       pg_advisory_xact_lock(1397899854, $1);
	SELECT pg_sleep(60);
	END
	soon says 1 sql "SELECT count(*) FROM pg_locks
		WHERE locktype = 'advisory' AND objid = $1 AND granted"
}
let_go()
{
	sql "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
		WHERE query LIKE '%pg_sleep(60)%'
		AND pid <> pg_backend_pid()" >/dev/null
}
ok "somebody writes in the first office, and is slow" hold 1 somchai
receive a clerk --subject รอคิว >waited 2>&1 &
waits_for=$!
ok "who writes there waits for him" soon says 1 waiting
ok "... and is told for whom" soon says 1 \
	grep -c -m 1 'waiting for somchai' waited
ok "the other office's act does not" receive b manee --subject ไม่รอ
same "... and the first still waits" 1 "$(waiting)"
let_go
ok "when he is gone, it is done" wait "$waits_for"

# Who moves all of it waits for every office.
ok "somebody writes in the other office" hold 2 manee
(
	# Behind exec stands the program itself, to be killed.
	SARABAN_REGISTER="$ADDRESS&place=$HOME/a/office"
	export SARABAN_REGISTER
	exec "$SARABAN" --lang en move --to "$HOME/moved.db"
) >waited 2>&1 &
waits_for=$!
ok "who moves the register waits for him" soon says 1 \
	grep -c -m 1 'waiting for manee' waited
receive b clerk --subject หลังคนย้าย >waited.clerk 2>&1 &
clerk=$!
ok "who comes behind waits for him, too, and is told so" soon says 1 \
	grep -c -m 1 'waiting for manee' waited.clerk
kill -KILL "$waits_for"
let_go
ok "... and goes on when both are gone" wait "$clerk"

# ------------------------------------------- a restart while a form is open
terminal=$at_a
keys F2
sees "a form is open again" '─ Receive a letter ─'
types 'พบ ๒/๒'
keys Tab Tab
types 'ศาลากลาง'
keys Tab Tab
types 'ก่อนไฟดับ'
sees "something is typed" 'ก่อนไฟดับ'
postgresql_halt immediate
types 'และหลัง'
sees "one goes on typing without the server" 'ก่อนไฟดับและหลัง'
keys F2
sees "it cannot be registered, which is said" 'server does not'
sees "... and the text is there" 'ก่อนไฟดับและหลัง'
ok "the server is there again" postgresql_go
keys F2
sees "now it is registered" 'received as number 4/'
same "... once" 1 "$(letters ก่อนไฟดับและหลัง)"
terminal=$at_b
sees "the other machine sees it without a key" 'waiting for me 4'

# ----------------------------------------------- the line breaks at a commit
SERVER=$ADDRESS
# cut_at HOW: the next commit is the last word on its line.
cut_at()
{
	rm -f cut/.s.PGSQL.5432*
	"${top_builddir:?}/tests/e2e/sever" "$HOME/cut/.s.PGSQL.5432" \
		"$postgresql_dir/.s.PGSQL.5432" "$1" &
	cutter=$!
	ok "there is a line that breaks $1 a commit" \
		soon says yes is_there "cut/.s.PGSQL.5432"
	ADDRESS="postgresql:///office?host=$HOME/cut&user=saraban"
}
is_there()
{
	if test -e "$1"; then echo yes; else echo no; fi
}
whole()
{
	kill "$cutter"
	ADDRESS=$SERVER
}
ID=0123456789abcdef0123456789abcdef
cut_at after
ok "a confirmation that is lost is asked for" \
	receive a clerk --act "$ID" --subject หายระหว่างทาง
has "... and has its number" 'number 5/' "$(said)"
ok "... though the line had broken" test -e cut/.s.PGSQL.5432.broken
ok "asked again it is the same" \
	receive a clerk --act "$ID" --subject หายระหว่างทาง
has "... with the same number" 'number 5/' "$(said)"
whole
same "it is there once" 1 "$(letters หายระหว่างทาง)"
ID=fedcba9876543210fedcba9876543210
cut_at before
status "a commit that never came is told as not done" 4 \
	receive b clerk --act "$ID" --subject ไม่ถึง
same "... and is not" 0 "$(letters ไม่ถึง)"
ok "asked again it is done" receive b clerk --act "$ID" --subject ไม่ถึง
has "... with the next number" 'number 6/' "$(said)"
whole
same "... once" 1 "$(letters ไม่ถึง)"
ok "the register is whole" on a check
