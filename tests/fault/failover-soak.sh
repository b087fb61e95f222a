#!/bin/sh
# failover-soak.sh -- the server dies, its replica goes on, no number is lost
# SPDX-License-Identifier: GPL-3.0-or-later
#
#	failover-soak.sh [CLERKS [NUMBERS]]
#
# So many clerks receive until so many numbers are told, half of them by the
# first server and half by the second.
. "${top_srcdir:?make soak runs it}/tests/lib.sh"
. "$top_srcdir/tests/postgresql.sh"

CLERKS=${1:-20} NUMBERS=${2:-400}

new_home
postgresql_start || skip_all "$postgresql_why"
replica=$postgresql_dir/replica
replica_ctl()
{
	postgresql_as "$postgresql_bin/pg_ctl" -D "$replica/data" -s -w -t 60 \
		-l "$replica/log" "$@"
}
at_end 'replica_ctl -m immediate stop >/dev/null 2>&1'

# It may lie apart from the server.
for basebackup in "$postgresql_bin/pg_basebackup" \
	/usr/lib/postgresql/*/bin/pg_basebackup; do
	test ! -x "$basebackup" || break
done
test -x "$basebackup" || skip_all 'no pg_basebackup is installed'

# A replica that confirms, too, before anything counts.
postgresql_new office
postgresql_as mkdir "$replica"
ok "a replica is made" postgresql_as "$basebackup" \
	-h "$postgresql_dir" -U postgres -D "$replica/data" -R -X stream \
	-c fast --no-sync
# As many lines as the first one has, or it does not follow.
ok "it follows" replica_ctl -o "-k $replica -c listen_addresses='' \
	-c max_connections=120" start
test "$tap_failed" = 0 || exit 1
postgresql_sql postgres "ALTER SYSTEM SET synchronous_standby_names = '*'"
postgresql_sql postgres "SELECT pg_reload_conf()" >/dev/null
is_synchronous()
{
	test "$(postgresql_sql postgres "SELECT count(*)
		FROM pg_stat_replication WHERE sync_state = 'sync'")" = 1
}
ok "what is confirmed, it has" within 60 is_synchronous
test "$tap_failed" = 0 || exit 1

BOTH="postgresql:///office?host=$postgresql_dir,$replica&user=saraban"
BOTH="$BOTH&target_session_attrs=read-write&place=$HOME/office"
SARABAN_REGISTER=$BOTH
export SARABAN_REGISTER
en()
{
	saraban --lang en "$@"
}
case $(en init อบต.ดงมะไฟ 2>&1) in
*"built without PostgreSQL"*) skip_all "libpq was not there to build with" ;;
esac
en person add clerk สมศรี --post clerk >/dev/null

# receive CLERK N: asked for again under the same act id until it is told.
receive()
{
	id=$(printf '%016x%016x' "$1" "$2")
	receive_left=600
	until number=$(en --json --as clerk --act "$id" receive \
		--from จังหวัด --ref "$1/$2" --subject "เรื่องที่ $2" \
		2>>"refused.$1" | jq -e .number); do
		receive_left=$((receive_left - 1))
		test "$receive_left" -gt 0 || return 1
		sleep 0.1
	done
	echo "$number" >>"told.$1"
}
clerk()
{
	clerk_n=0
	until test -e stop; do
		clerk_n=$((clerk_n + 1))
		receive "$1" "$clerk_n" || exit 1
	done
}
told()
{
	cat told.* 2>/dev/null | wc -l
}
are_told()
{
	test "$(told)" -ge "$1"
}
clerks=
for i in $(seq "$CLERKS"); do
	clerk "$i" &
	clerks="$clerks $!"
done
ok "clerks receive" within 60 are_told $((NUMBERS / 2))
read -r postmaster <"$postgresql_dir/data/postmaster.pid"
kill -9 "$postmaster"
echo "# the server was killed after $(told) numbers"
began=$(date +%s%N)
ok "the replica takes its place" replica_ctl promote
before=$(told)
ok "the clerks go on there" within 60 are_told $((before + NUMBERS / 2))
echo "# $((($(date +%s%N) - began) / 1000000)) ms until $((NUMBERS / 2)) more"
touch stop
failed=0
for pid in $clerks; do
	wait "$pid" || failed=$((failed + 1))
done
same "every clerk was told each of his numbers in the end" 0 "$failed"
echo "# $(told) numbers told, $(cat refused.* | grep -c '^saraban:') times" \
	"the server was not there"

cat told.* | sort >told
en --json list --limit 1000000 | jq '.[].number' | sort >there
same "no number is told twice" "" "$(uniq -d told)"
same "each that was told is there" "" "$(comm -23 told there)"
same "none is there that nobody was told" "" "$(comm -13 told there)"
same "... and none is missing between" "$(wc -l <there)" \
	"$(sort -n there | tail -1)"
ok "the register is whole" en check
