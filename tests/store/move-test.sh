# move-test.sh -- a register goes to PostgreSQL and back, and is in use once
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

receive()
{
	en --register "$1" --as clerk receive --from จังหวัด \
		--ref "ชย 0018/$2" --subject "เรื่องที่ $2"
}

text()
{
	en --register "$1" export --text >"$2"
}

# How many letters stand there.
letters()
{
	en --json --register "$1" list --limit 1000 2>/dev/null | jq length
}

postgresql_new one
A=$HOME/a.db P=$(postgresql_address one) B=$HOME/b.db
case $(en --register "$P" list 2>&1) in
*"built without PostgreSQL"*) skip_all "libpq was not there to build with" ;;
esac

# An office with letters, files, a secret letter, a draft and a second office.
printf 'enclosure\n' >paper.txt
en --register "$A" init อบต.ดงมะไฟ --practice >/dev/null
en --register "$A" person add clerk สมศรี --post clerk >/dev/null
en --register "$A" office add 99 อบต.หนองบัว >/dev/null
en --register "$A" --office 99 person add manee มานี --post clerk >/dev/null
en --register "$A" --as manee receive --from อำเภอ --ref 1 --subject ถึง \
	>/dev/null
for i in 1 2 3 4 5; do
	receive "$A" "$i" >/dev/null
done
en --register "$A" --as clerk receive --from จังหวัด --ref 7 --subject แนบ \
	--attach paper.txt >/dev/null
mkdir a.db-drafts && chmod 700 a.db-drafts && echo draft >a.db-drafts/1
text "$A" before.txt

status "a target that no database has is refused" 4 \
	en --register "$A" move --to "$(postgresql_address nowhere)"
postgresql_new other
O=$(postgresql_address other)
en --register "$O" init อื่น >/dev/null
status "a target that holds a register is refused" 3 \
	en --register "$A" move --to "$O"
status "... as is the register itself" 3 en --register "$A" move --to "$A"
echo text >note
status "... and a file that is none" 3 \
	en --register "$A" move --to "$HOME/note"
same "the file stays as it was" text "$(cat note)"
ok "whatever was refused, the register goes on" receive "$A" 6

text "$A" before.txt
ok "a register moves to PostgreSQL" en --register "$A" move --to "$P"
has "... and says so in one line" '[0-9]* events, 1 attached file.*receive 7/' \
	"$(said | tr '\n' ' ')"
text "$P" at.txt
ok "as text it is the same, byte for byte" cmp before.txt at.txt
ok "it is whole there" en --register "$P" check
same "drafts came along" draft "$(cat one-drafts/1)"
ok "the key came along: a day is signed" cmp a.db-key one-key
same "the old one can be looked at" 7 "$(letters "$A")"
status "... but nothing is written in it" 4 receive "$A" 7
has "... and it says where the register is" "dbname\|/one" "$(said)"
status "it goes nowhere else" 4 en --register "$A" move --to "$B"
ok "nothing is left there" test ! -e "$B"
ok "at the new place the next number follows" receive "$P" 8
status "moved again it is refused, for it is in use there" 3 \
	en --register "$A" move --to "$P"

# A backup of it is one of a file.
mkdir backups
ok "at the new place a backup is made" en --register "$P" backup backups
ok "... and drilled" en --register "$P" backup drill backups
ok "it can be restored into a file" \
	en --register "$HOME/r.db" restore backups --key "$(en --register "$P" \
		key show | sed -n 2p)"
ok "... which is whole" en --register "$HOME/r.db" check
same "... and has all letters" 8 "$(letters "$HOME/r.db")"

ok "it moves back into another file" en --register "$P" move --to "$B"
text "$P" there.txt
text "$B" back.txt
ok "... and is the same" cmp there.txt back.txt
status "PostgreSQL has none in use any more" 4 receive "$P" 9
ok "where it was once it may come again, and gets what is new" \
	en --register "$B" move --to "$A"
text "$A" again.txt
ok "... as if it had never been away" cmp back.txt again.txt
ok "it is in use again there" receive "$A" 9
ok "... and whole" en --register "$A" check

# Its like that went on by itself is another.
cp a.db copy.db
receive "$A" 10 >/dev/null
ok "once more to PostgreSQL" en --register "$A" move --to "$P"
cp copy.db a.db
receive "$A" other >/dev/null 2>&1
rm -f a.db-mark
receive "$A" other >/dev/null
status "a copy that went on by itself is not brought back" 3 \
	en --register "$P" move --to "$A"
ok "... and the register is in use where it is" receive "$P" 11

# Killed at any moment, it is in use at one place at most, and the same command
# again ends it.
in_use()
{
	n=0
	for at in "$@"; do
		receive "$at" "$(date +%N)" >receipt 2>&1 && n=$((n + 1))
	done
	echo "$n"
}
killed()
{
	# No function: its shell would be killed, and not the program.
	"$SARABAN" --register "$1" move --to "$2" >/dev/null 2>&1 &
	pid=$!
	sleep "$3"
	kill -9 "$pid" 2>/dev/null
	wait "$pid" 2>/dev/null
	in_use "$1" "$2"
}
from=$P to=$HOME/c.db most=0
for after in 0.02 0.05 0.08 0.15 0.3; do
	n=$(killed "$from" "$to" "$after")
	test "$n" -le "$most" || most=$n
	en --register "$from" move --to "$to" >again 2>&1 ||
		grep -q -e 'in use there' -e 'has moved' again ||
		cat again >&2
	test "$(in_use "$from" "$to")" = 1 || most=9
	was=$from from=$to to=$was
done
ok "killed at five moments it was never in use at both places" \
	test "$most" -le 1
ok "... and is whole in the end" en --register "$from" check

# Clerks go on while it moves; what one was told is there.
clerk()
{
	for i in 1 2 3 4 5 6; do
		receive "$from" "$1.$i" 2>/dev/null
	done | grep -o '[0-9]*/25' >"clerk.$1"
}
for i in 1 2 3; do
	clerk "$i" &
	clerks="$clerks $!"
done
ok "it moves while three clerks write" en --register "$from" move --to "$to"
# shellcheck disable=SC2086
wait $clerks
en --json --register "$to" list --limit 1000 | jq -r '.[].number' >numbers
same "each number they were told is there, once" "" "$(cut -d/ -f1 clerk.? |
	sort | uniq -c | awk '$1 > 1'; cut -d/ -f1 clerk.? |
	grep -v -x -F -f numbers)"
ok "and the register is whole" en --register "$to" check
