# init-test.sh -- a new register: made once, where it was asked for
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

# made WHERE: a register of ours lies there, its owner's alone.
made()
{
	test "$(sqlite3 -readonly "$1" 'SELECT name FROM office')" = อบต.ก &&
		test "$(stat -c %a "$1")" = 600
}

# as_nothing WHERE: no file of that name, and none beside it.
as_nothing()
{
	! ls -d "$1"* >/dev/null 2>&1
}

# Where it lies.
new_home
ok "init makes a register" saraban init อบต.ก
ok "it lies in the home directory" made .local/share/saraban/register.db
has "init says what it did" '^the register is made' \
	"$(en --register said.db init อบต.ก)"

XDG_DATA_HOME=$HOME/data saraban init อบต.ก >said
ok "XDG_DATA_HOME says where" made data/saraban/register.db
cd "$HOME" && XDG_DATA_HOME=relative saraban --register x.db init อบต.ก >said
ok "a relative XDG_DATA_HOME counts as none" as_nothing relative

SARABAN_REGISTER=other/here.db saraban init อบต.ก >said
ok "SARABAN_REGISTER says where, its folder is made" made other/here.db
SARABAN_REGISTER=no.db saraban --register yes.db init อบต.ก >said
ok "--register is stronger than SARABAN_REGISTER" made yes.db
ok "... and nothing lies where that said" as_nothing no.db
SARABAN_REGISTER='' saraban list >said 2>&1
same "an empty SARABAN_REGISTER counts as none" 1 $?

for name in "file:x?mode=ro" "with spaces/and 'quotes\"" \
	"สารบรรณ/ทะเบียนหนังสือรับ.db" "a%20b" "-dash" ":memory:" "x?immutable=1"
do
	ok "a register may be called $name" \
		saraban --register "$name" init อบต.ก
	ok "... and it is that file" made "./$name"
	ok "... which works" saraban --register "$name" check
done

# What is there is never touched.
REGISTER=$HOME/.local/share/saraban/register.db
refused "a register is not made again" 3 "never touches what exists" \
	en init อบต.ข
seq 2000 >numbers
cp /bin/sh shell
REGISTER=$HOME/none
for file in numbers shell /dev/null .; do
	status=$(test -f "$file" && echo 3 || echo 4)
	refused "init does not touch $file" "$status" . \
		en --register "$file" init อบต.ก
done
same "... and its bytes are the same" "$(seq 2000)" "$(cat numbers)"

# Who lost the file has a register all the same.
saraban --register lost.db init อบต.ก >said
rm lost.db
cp lost.db-mark mark
refused "a register that was lost is not begun anew" 4 "have it restored" \
	en --register lost.db init อบต.ก
ok "... and nothing of it is touched" cmp -s lost.db-mark mark
ok "... nor lies a new one there" test ! -e lost.db
refused "... nor taken for one that never was" 4 "is gone" \
	en --register lost.db list
rm lost.db-mark
ok "without its mark it is" saraban --register lost.db init อบต.ก
sqlite3 other.db "CREATE TABLE t (a); INSERT INTO t VALUES ('mine')"
REGISTER=$HOME/other.db
refused "init does not touch another program's database" 3 "other.db" \
	en --register other.db init อบต.ก
ln -s "$HOME/nowhere.db" link.db
refused "init does not follow a link" 4 "link.db" \
	en --register link.db init อบต.ก
ok "... nothing lies where it points" as_nothing nowhere.db

# What may be said.
refused "an office has a name" 2 "NAME" en --register new.db init
refused "a blank name is none" 2 "NAME" en --register new.db init "  "
refused "a name is UTF-8" 2 "not UTF-8" \
	en --register new.db init "$(printf '\340\270')"
refused "the next number is a number" 2 "next number" \
	en --register new.db init อบต.ก --next-number ab
refused "the next number is not 0" 2 "next number" \
	en --register new.db init อบต.ก --next-number 0
refused "--read-only makes no register" 4 "only be read" \
	en --read-only --register new.db init อบต.ก
refused "no server is there, or no PostgreSQL, and no folder is made of it" \
	4 "server\|PostgreSQL" \
	en --register "postgresql:///db?host=/nowhere" init อบต.ก
ok "... none of these made anything" as_nothing new.db
ok "... nor a folder for the address" as_nothing postgresql:

# What was said is kept.
new_office_with --code NKP --next-number ๑๔๔ --practice
holds "the year goes on where the paper ended" '.number == 144' \
	as clerk --json receive --subject "เรื่องแรก"
same "the office has its code" NKP \
	"$(sqlite3 -readonly "$REGISTER" 'SELECT code FROM office')"
same "a practice register says so" 1 \
	"$(sqlite3 -readonly "$REGISTER" 'SELECT practice FROM register')"
holds "--office finds it by its code" 'length == 1' \
	en --office NKP --json list
refused "an office it does not hold is refused" 3 "ABC" \
	en --office ABC list
holds "the chain is the usual one" \
	'[.[] | select(.position) | .code]
	 == ["clerk", "head", "deputy", "palad", "nayok"]' \
	en --json post list
holds "the divisions are the usual ones" \
	'[.[].code] == ["office", "finance", "works", "education"]' \
	en --json division list
whole_at_last

# Interrupted: the file was made, or its tables too, and no event.
new_home
: >empty.db
ok "init goes on with an empty file" saraban --register empty.db init อบต.ก
ok "... and it is whole" saraban --register empty.db check
sqlite3 half.db <"$top_srcdir/data/sql/schema.sql"
status "tables without an event are no register" 4 \
	saraban --register half.db list
ok "init goes on with tables without an event" \
	saraban --register half.db init อบต.ก
ok "... and it works" saraban --register half.db person add somsri \
	"สมศรี" --post clerk
