# postgresql-test.sh -- what the store promises holds in PostgreSQL, too
# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/postgresql.sh"

new_home
postgresql_start || skip_all "$postgresql_why"

en()
{
	saraban --lang en "$@"
}

postgresql_new office
A=$(postgresql_address office)
case $(en --register "$A" init อบต.ดงมะไฟ 2>&1) in
*"built without PostgreSQL"*) skip_all "libpq was not there to build with" ;;
esac
SARABAN_REGISTER=$A
export SARABAN_REGISTER

status "a second init is refused" 3 en init อบต.ข
ok "a person is added" en person add clerk สมศรี --post clerk
receive()
{
	en --as clerk receive --from จังหวัด --ref "ชย 0018/$1" \
		--subject "$2"
}
has "a letter is received under number 1" 'number 1/25' \
	"$(receive 1 ขอเชิญประชุมคณะกรรมการ)"
ok "a second letter is received" receive 2 สำรวจความเสียหายจากน้ำท่วม
has "Thai is found inside words" น้ำท่วม "$(en search เสียหาย)"
has "... without its marks, and in Arabic digits" ประชุม \
	"$(en search '๐๐๑๘/๑')"
hasnt "... and what is not there is not found" 1/25 "$(en search ดับเพลิง)"
# search_plan: how it goes when it is asked often.
search_plan()
{
	sought=$(sed -n '/^-- name: search_letters/,/;$/p' \
		"$top_srcdir/data/sql/postgresql/queries.sql" |
		sed '1d; s/:low/$1/; s/:high/$2/; s/:match/$3/')
	postgresql_sql office "SET search_path = saraban;
		SET plan_cache_mode = force_generic_plan;
		PREPARE q(bigint, bigint, text) AS $sought
		EXPLAIN EXECUTE q(0, 9, '\"น้ำ\"')"
}
plan=$(search_plan)
has "the plan of a search is told" 'Filter: .*pairs @>' "$plan"
hasnt "... what is sought is cut once and not for every row" \
	'Filter: .*search_form' "$plan"
ok "the register is whole: played again in SQLite, row by row the same" \
	en check

# short STATE: in the middle of an act the server says that of its room.
short()
{
	postgresql_sql office "SET search_path = saraban;
		CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql
		  AS \$\$ BEGIN RAISE EXCEPTION USING ERRCODE = '$1',
		    MESSAGE = 'could not extend file'; END \$\$;
		CREATE TRIGGER no_room BEFORE INSERT ON step
		  FOR EACH ROW EXECUTE FUNCTION no_room()"
	receive 3 ไม่มีที่ว่าง
	short_status=$?
	postgresql_sql office "DROP FUNCTION saraban.no_room CASCADE" \
		2>dropped
	return "$short_status"
}
status "a server whose disk is full writes nothing" 4 short 53100
has "... and that is told" 'the disk is full; nothing was written' "$(said)"
status "nor does one that has no memory" 4 short 53200
has "... which is told, too" 'no room left to work in; nothing' "$(said)"
hasnt "nothing of it is there" ไม่มีที่ว่าง "$(en list)"
ok "... and nothing is half done" en check

# The guards of the chain hold for whoever owns the tables.
guarded()
{
	! postgresql_sql office "SET search_path = saraban; $1" 2>/dev/null
}
ok "no event is changed" guarded "UPDATE event SET login = 'x'"
ok "no event is deleted" guarded "DELETE FROM event"
ok "the chain is not emptied" guarded "TRUNCATE event CASCADE"
ok "no words are deleted" guarded "DELETE FROM payload"
ok "the register keeps its identity" guarded "DELETE FROM register"
postgresql_sql office "DROP TRIGGER event_stays ON saraban.event"
status "a guard that was taken away is told" 1 en check
postgresql_sql office "CREATE TRIGGER event_stays BEFORE UPDATE ON
	saraban.event FOR EACH ROW EXECUTE FUNCTION
	saraban.refuse('an event is never changed')"
postgresql_sql office "UPDATE saraban.letter SET subject = 'x'
	WHERE number = 1"
status "what was changed past the program is told" 1 en check
postgresql_sql office "UPDATE saraban.letter SET
	subject = 'ขอเชิญประชุมคณะกรรมการ' WHERE number = 1"
ok "... and is whole when it is put right" en check

# The tables are given away as the page says, and everything goes on.
state()
{
	en --json doctor |
		jq -r '.findings[] | select(.about == "database") | .state'
}
same "the doctor says that the program owns the tables" look "$(state)"
sed -n "/^# su postgres -c 'psql office'/,/^END/p" \
	"$top_srcdir/man/saraban-scale.7" | sed '1d; $d' >give
ok "they are given to a role that nobody works as" \
	postgresql_sql office "CREATE ROLE saraban_owner; $(cat give)"
same "... and the doctor sees it" good "$(state)"
as_program()
{
	psql -X -q -h "$postgresql_dir" -U saraban -d office \
		-c "SET search_path = saraban; $1"
}
for tried in "ALTER TABLE event DISABLE TRIGGER ALL" \
	"DROP TRIGGER event_stays ON event" "UPDATE event SET login = 'x'" \
	"DELETE FROM event" "TRUNCATE event CASCADE" \
	"UPDATE payload SET body = ''" "DELETE FROM register" \
	"ALTER TABLE payload OWNER TO saraban" \
	"SET session_replication_role = replica" \
	"CREATE TRIGGER t BEFORE INSERT ON event EXECUTE FUNCTION refuse('x')" \
	"DROP SCHEMA saraban CASCADE"
do
	status "the program may not: $tried" 1 as_program "$tried"
done
ok "it goes on working" en --as clerk endorse 2 --note เพื่อทราบ
ok "... and so does the check" en check

# A server that is started again is found again; one that is not there is told.
postgresql_halt immediate
status "a server that is not there is told" 4 en list
has "... in words" 'server does not answer' "$(en list 2>&1)"
ok "the server is there again after a power cut" postgresql_go
ok "what was confirmed is there" en show 2
ok "and the next number follows" receive 3 หนังสือเวียน

# The same steps as in a file.
SARABAN_TEST_ENGINE=postgresql
export SARABAN_TEST_ENGINE
test ! -x "${top_builddir:?}/tests/store/upgrade-test" ||
	ok "a newer program brings a register up, step by step" \
		"$top_builddir/tests/store/upgrade-test"

# Eight counters at once.
crowd()
{
	for i in 1 2 3 4 5 6 7 8; do
		receive "9$i" "เรื่องที่ $i" >"crowd.$i" 2>&1 &
	done
	wait
	grep -h -o '[0-9]*/25' crowd.? | sort -u | wc -l
}
same "eight counters at once have a number each" 8 "$(crowd)"
ok "no number is missing and none is twice" en check
