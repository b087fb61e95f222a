# reserve-test.sh -- numbers are reserved, entered or void, and never free again
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

command -v jq >/dev/null || skip_all "jq is missing"
new_office
saraban policy set book-circular own >/dev/null

# day N: so many days from today, as the year of the book allows it.
day()
{
	date -d "$1 days" +%F
}

now()
{
	TZ=Asia/Bangkok date +%FT%H:%M
}

# The numbers of a year end with it: on its last days there is less to try.
test "$(TZ=Asia/Bangkok date +%j)" -lt 360 ||
	skip_all "the year is nearly over"

# Reserve.
refused "a number is reserved for something" 2 "purpose" \
	as clerk reserve --until "$(day 1)"
refused "... and until some day" 2 "until" as clerk reserve --purpose x
refused "the head reserves none" 3 "ธุรการ" \
	as head reserve --purpose x --until "$(day 1)"
refused "no day that is over" 3 "today is" \
	as clerk reserve --purpose x --until "$(day -1)"
refused "no day too far off" 3 "at most" \
	as clerk reserve --purpose x --until "$(day 60)"
refused "no more than the office allows" 3 "at most 20" \
	as clerk reserve --purpose x --until "$(day 1)" --count 21
holds "three numbers are reserved" \
	'.number == 1 and .last == 3 and .state == "reserved"' \
	as clerk --json reserve --purpose "การประชุม" --until "$(day 1)" \
	--count 3
holds "the next letter gets the number behind them" '.number == 4' \
	as clerk --json receive --subject x
holds "they stand in the register in their order" \
	'map(.number) == [4, 3, 2, 1] and .[2].state == "reserved" and
	 .[2].reserved.purpose == "การประชุม" and .[2].received_at == null and
	 .[0].reserved == null' as clerk --json list
has "... with words for what they are" 'reserved until .*: การประชุม' \
	"$(as clerk list)"
holds "they are on no desk" 'map(.number) == [4]' as clerk --json list --mine
holds "... and found only by their state" 'length == 3' \
	as clerk --json search state:reserved
holds "the list of them says for what, until when, by whom" \
	'length == 3 and (.[0] | .purpose == "การประชุม" and
	 .by == "คุณ clerk")' \
	as clerk --json reserved

# Enter.
holds "a letter gets a reserved number" \
	'.number == 2 and .kind == "letter.enter" and .state == "received"' \
	as clerk --json receive --reserved 2 --subject "ประชุม"
holds "... says so for ever, with its own true time" \
	'.reserved.purpose == "การประชุม" and .late == null and
	 .registered_at >= .reserved.at' as clerk --json show 2
has "... in the list" 'number reserved.*ประชุม' "$(as clerk list)"
has "... in its history" 'entered in the reserved number' \
	"$(as clerk history 2)"
refused "a number is entered once" 3 "it is received" \
	as clerk receive --reserved 2 --subject y
refused "... and only one that was reserved" 3 "it is received" \
	as clerk receive --reserved 4 --subject y
refused "nothing is done to a number without a letter" 3 "it is reserved" \
	as clerk endorse 1 --note x

# Void.
refused "a number is void for a reason" 2 "reason" as clerk void 1
run as clerk void 1 --reason "ไม่ใช้"
holds "it stays in the book" \
	'.state == "void" and .void == "ไม่ใช้" and
	 .reserved.void_by == "คุณ clerk"' \
	as clerk --json show 1
refused "a void number is never used again" 3 "it is void" \
	as clerk receive --reserved 1 --subject y
refused "a letter's number is never void" 3 "it is received" \
	as clerk void 2 --reason x
holds "the next letter does not get it" '.number == 5' \
	as clerk --json receive --subject x

# Emergency sheets.
as clerk emergency --count 3 >sheets
same "a sheet is printed for each number" "3" \
	"$(grep -c 'Emergency receipt sheet' sheets)"
same "... each on a page of its own" "2" "$(tr -dc '\f' <sheets | wc -c)"
has "... with its number" '6 / 2' "$(cat sheets)"
ok "no line is wider than 80 columns" test "$(wc -L <sheets)" -le 80
holds "a sheet is entered with the time, the writer and the reason on it" \
	'.number == 7 and .state == "received"' as clerk --json receive \
	--sheet 7 --at "$(now)" --written-by "มาลี" --reason "ไฟดับ" \
	--subject "จากใบรับ"
refused "... all of which it needs" 2 "written-by" as clerk receive --sheet 6 \
	--at "$(now)" --subject x
refused "nothing came before the sheet was printed" 3 "later than that" \
	as clerk receive --sheet 6 --at "$(day -1)" \
	--written-by x --reason x --subject x
refused "a sheet is no number reserved otherwise" 3 "emergency sheet" \
	as clerk receive --reserved 6 --subject x
refused "... nor the other way round" 3 "not as an emergency" as clerk receive \
	--sheet 3 --at "$(now)" --written-by x \
	--reason x --subject x
holds "it is no late entry, and says what it is" \
	'.late == null and .reserved.sheet and
	 .reserved.written_by == "มาลี" and
	 .reserved.why == "ไฟดับ"' as clerk --json show 7
has "the history says who wrote it and why" \
	'from the emergency sheet that มาลี wrote: “ไฟดับ”' \
	"$(as clerk history 7)"
as clerk print emergency 8 --digits arabic >sheets
same "the blank ones are printed again, and no other" "2" \
	"$(grep -c 'Emergency receipt sheet' sheets)"
has "... under the place they had" 'sheet 3 of 3' "$(cat sheets)"
holds "what is left of the block is void in one act" '.state == "void"' \
	as clerk --json emergency close 8 --reason "ไฟมาแล้ว"
holds "... every one, and not the one entered" \
	'map(select(.number >= 6) | .state) == ["void", "received", "void"]' \
	as clerk --json list
refused "a block is closed once" 3 "already" \
	as clerk emergency close 6 --reason x
refused "... and is printed no more" 3 "blank one" as clerk print emergency 6

# Other books.
refused "a class that is written into the general book has none of its own" \
	3 "book-send-secret" as clerk reserve --book send-secret \
	--purpose x --until "$(day 1)"
holds "a number of the outgoing book is kept" \
	'.book == "send" and .number == 1' as clerk --json reserve --book send \
	--purpose "ร่างเสนอนายก" --until "$(day 1)" --count 2
refused "a letter that comes in does not get it" 3 "Outgoing letters" \
	as clerk receive --reserved "ส 1" --subject x
holds "a letter goes out under it" \
	'.kind == "letter.issue" and .number == 1 and .state == "numbered"' \
	as clerk --json send --to x --subject y --reserved "ส 1"
has "... which its history says" "under the reserved number" \
	"$(as clerk history "ส 1")"
holds "the next goes out behind those that are kept" '.number == 3' \
	as clerk --json send --to x --subject y
refused "a number is used once" 3 "it is numbered" \
	as clerk send --to x --subject y --reserved "ส 1"
run as clerk reserve --book circular --purpose x --until "$(day 1)"
refused "a letter that is no circular does not get a circular's number" 3 \
	"Incoming circulars" as clerk receive --reserved "ว 1" --ref "นน 1/5"
holds "a circular does" '.book == "circular" and .number == 1' \
	as clerk --json receive --reserved "ว 1" --ref "นน 1/ว 5"
refused "a circular does not get the number of another letter" 3 \
	"Incoming circulars" as clerk receive --ref "นน 1/ว 6" --reserved \
	"$(as clerk --json reserve --purpose x --until "$(day 1)" | jq .number)"
has "sheets are of a book, too" "ว  2  /" \
	"$(as clerk emergency --book circular --count 1 | tr -s ' ' | \
		sed 's/ \([^ ]\)/  \1/g')"
refused "... of letters that come in" 3 "that come in" \
	as clerk emergency --book send --count 1

whole_at_last
