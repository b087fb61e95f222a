#!/bin/sh
# offices-postgresql-soak.sh -- an office's act costs the same among a hundred
# SPDX-License-Identifier: GPL-3.0-or-later
#
#	offices-postgresql-soak.sh [OFFICES [LETTERS [SECONDS]]]
#
# Pages that the server reads for one receipt are counted: in a register of one
# office, and in one of so many with as many letters each; a table of a page or
# two is read whole, so that rows say less.  Times are told, one office's with
# the others idle and busy.
. "${top_srcdir:?make soak runs it}/tests/lib.sh"
. "$top_srcdir/tests/postgresql.sh"

OFFICES=${1:-100} LETTERS=${2:-1000} TIME=${3:-60} ACTS=5

new_home
postgresql_start || skip_all "$postgresql_why"
postgresql_sql postgres "ALTER SYSTEM SET autovacuum = off"
postgresql_sql postgres "SELECT pg_reload_conf()" >/dev/null

receive()
{
	saraban --lang en --register "$1" --as clerk receive --from จังหวัด \
		--ref 1 --subject ขอความร่วมมือ >/dev/null 2>&1
}
rows()
{
	postgresql_sql postgres "SELECT tup_returned + tup_fetched, blks_hit +
		blks_read FROM pg_stat_database WHERE datname = '$1'"
}
# cost NAME OFFICES: rows and pages for each of some receipts.
cost()
{
	"${top_builddir:?}/tests/bench/big-register" "$1.db" "$LETTERS" 1 \
		"$2" || return
	postgresql_new "$1"
	cost_at=$(postgresql_address "$1")
	saraban --lang en --register "$1.db" move --to "$cost_at" >moved ||
		return
	postgresql_sql "$1" ANALYZE || return
	# Its last day lies far back, in each office.
	saraban --register "$cost_at" clock confirm --reason today >moved ||
		return
	for office in $(seq 2 "$2"); do
		saraban --register "$cost_at" --office "$(printf o%03d \
			"$office")" clock confirm --reason today >moved ||
			return
	done
	# The first closes the days behind it.
	receive "$cost_at" && receive "$cost_at" || return
	before=$(rows "$1")
	for _ in $(seq "$ACTS"); do
		receive "$cost_at" || return
	done
	printf '%s|%s\n' "$before" "$(rows "$1")" | awk -F '|' -v n="$ACTS" \
		'{ printf "%d %d\n", ($3 - $1) / n, ($4 - $2) / n }' >"$1.cost"
}
ok "a register of one office" cost one 1
ok "a register of $OFFICES offices, $LETTERS letters each" cost many "$OFFICES"
read -r rows_one pages_one <one.cost
read -r rows_many pages_many <many.cost
echo "# one office: $rows_one rows, $pages_one pages; of $OFFICES offices:" \
	"$rows_many rows, $pages_many pages"
ok "an act reads no more pages where other offices have theirs, too" \
	test $((pages_many * 10)) -le $((pages_one * 12))
ok "a hundred offices act at once" "$top_builddir/tests/fault/offices-soak" \
	"$TIME" "$(postgresql_address many)" "$OFFICES"
said | sed 's/^/# /'
same "... each of them" 0 "$(postgresql_sql many "SELECT count(*)
	FROM (SELECT office FROM saraban.letter GROUP BY office
		HAVING count(*) <= $LETTERS) AS still")"
