# books-test.sh -- one register, several books, and who settles which
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

did()
{
	did_name=$1
	shift
	run "$@"
	same "$did_name" "0 " "$run_status $(err)"
}

year=$(($(TZ=Asia/Bangkok date +%Y) + 543))
next=$((year + 1))

# with_registrar: secret letters have a registrar of their own.
with_registrar()
{
	did "there is a registrar" en post add registrar "นายทะเบียน" \
		--role registrar
	did "... who is somebody" en person add registrar "คุณ registrar" \
		--post registrar
}

# What is not settled goes into the one general book.
new_office
with_registrar
holds "a circular goes into the general book" \
	'.book == "receive" and .number == 1' \
	as clerk --json receive --ref "มท 0816.3/ว 1" --subject "เวียน"
holds "... and so does a secret letter" '.book == "receive" and .number == 2' \
	as registrar --json receive --secrecy ลับ --subject "ปกปิด"
refused "within a year with numbers nothing is settled that they hang on" 3 \
	"for $next: policy set book-circular ... --year $next" \
	en policy set book-circular own
did "it is settled for the next year" \
	en policy set book-circular own --year "$next"
holds "... which the list tells" \
	'.[] | select(.name == "book-circular") |
	 .value == "shared" and .next_year == "own"' en --json policy list
refused "the clerk settles no book" 3 "owns the register" \
	as clerk policy set book-secret own --year "$next"
refused "no year but this and the next" 2 "$year or for $next" \
	en policy set book-secret own --year 2500
refused "what holds at once has no year" 2 "at once" \
	en policy set correct-days 5 --year "$next"
refused "it is one of two words" 2 "one of shared, own" \
	en policy set book-secret maybe
holds "this year goes on as it was" '.book == "receive" and .number == 3' \
	as clerk --json receive --ref "มท 0816.3/ว 2" --subject "เวียนสอง"
whole_at_last

# Before the first number of a year every book may get its own.
new_office
with_registrar
did "circulars get numbers of their own" en policy set book-circular own
did "... and secret letters" en policy set book-secret own
did "a circular is received" \
	as clerk receive --ref "มท 0816.3/ว 12" --dated 2026-01-15 \
	--from "จังหวัดเพชรบุรี" --subject "เรื่องเวียน"
has "the answer tells the book" \
	"number ว 1/$year; in the book .Incoming circulars" "$(out)"
holds "a letter is no circular because ว stands in its words" \
	'.book == "receive" and .number == 1' \
	as clerk --json receive --ref "วธ 0405/12" --subject "ว 5"
holds "a circular without a slash is one" '.book == "circular"' \
	as clerk --json receive --ref "ก.พ. ว ๑๐" --subject "เวียน ก.พ."
holds "a secret circular is secret first" '.book == "secret"' \
	as registrar --json receive --ref "มท 0816.3/ว 13" --secrecy ลับ \
	--subject "ปกปิด"

# One name for one entry, however it is typed.
for typed in "ว 1" "ว1/$year" "ว. ๑/${year#25}" "circular:1"; do
	holds "$typed is the circular" '.subject == "เรื่องเวียน"' \
		as clerk --json show "$typed"
done
holds "1 is not" '.subject == "ว 5"' as clerk --json show 1
has "a letter shown tells its book" "book *Incoming circulars" \
	"$(as clerk show "ว 1")"
status "a number that another book has is unknown" 1 \
	saraban --as clerk show "ว 3"
did "it is endorsed by its number" as clerk endorse "ว 1" --note "เสนอ"
has "... which the history tells" "received as number ว 1/$year" \
	"$(as clerk history "ว 1")"
did "a circular is cancelled" as clerk cancel "ว 2" --reason "ลงผิด"
did "... and replaced by one of another book" \
	as clerk receive --ref "ก.พ. 10" --subject "แทน" --replaces "ว 2"
holds "... which names it with its book" \
	'.replaces == {"book": "circular", "number": 2, "year": '"$year"'}' \
	as clerk --json show 2

# Each book is a list of its own.
holds "the general book is listed unless another is named" \
	'[.[].number] == [2, 1] and all(.[]; .book == "receive")' \
	as clerk --json list
holds "the circulars' book has its own numbers" \
	'[.[].number] == [2, 1] and all(.[]; .book == "circular")' \
	as clerk --json list --book circular
has "... with the prefix before them" "^ว 2/$year " \
	"$(as clerk list --book ว)"
refused "there is no such book" 2 "receive, circular, secret" \
	as clerk list --book diary
holds "a search finds a number of any book" \
	'.[0].book == "circular" and .[0].number == 1' \
	as clerk --json search "ว 1/$year"
holds "a search stays in a book" \
	'length == 2 and all(.[]; .book == "circular")' \
	as clerk --json search --book circular
whole_at_last

# In the middle of a year each book goes on from its number on paper.
new_office_with --next-number 1043
did "letters sent go on from paper, too" en book begin send 512
did "... said again, before the first is given" en book begin ส 513
refused "only the keeper says so" 3 "owns the register" \
	as clerk book begin send 600
refused "what has no numbers of its own goes on from nowhere" 3 "shares" \
	en book begin circular 5
holds "the list tells the next numbers" \
	'map({(.code): [.numbers, .next]}) | add |
	 .receive == ["receive", 1043] and .send == ["send", 513] and
	 .circular == ["receive", 1043] and
	 ."send-circular" == ["send-circular", 1]' en --json book list
has "... for people, too" "^send  *ส  *send  *513  *Outgoing letters" \
	"$(en book list)"
holds "the next letter sent has it" '.number == 513' \
	as clerk --json send --to x --subject x
refused "then it stays" 3 "up to 513" en book begin send 600
whole_at_last
