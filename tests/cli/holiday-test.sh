# holiday-test.sh -- the office's holidays: listed, added, removed
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

# days JQ-FILTER: of the table.
days()
{
	en --json holiday list | jq -r ".holidays[] | $1"
}

new_office
holds "an office begins with the holidays that the program knows" \
	'.first_day == "2021-01-01" and .last_day == "2026-12-31" and
	 .newer == null and (.holidays | length) > 120' \
	en --json holiday list
has "... which are told by name and day" "Fri 2 Jan 2569   added by the c" \
	"$(en holiday list --year 2569)"
has "... in Thai" "พุธ" "$(saraban --lang th holiday list --year 2569 |
	sed 's/พ\./พุธ/')"
has "it says where it ends" "After 31 December 2569 no holidays are known." \
	"$(en holiday list --year 2569)"
hasnt "a year is listed alone" "2568" "$(en holiday list --year 2569)"
status "that it knows no year is said" 2 en holiday list --year x

did "the clerk adds a day of the cabinet" as clerk holiday add "30 พ.ย. 2569" \
	"วันหยุดพิเศษ" --english "Special holiday"
same "... which is there" "extra วันหยุดพิเศษ false" \
	"$(days 'select(.day == "2026-11-30") |
	"\(.kind) \(.name) \(.is_doubtful)"')"
refused "twice says nothing new" 3 "says so already" \
	as clerk holiday add "30 พ.ย. 2569" "วันหยุดพิเศษ" \
	--english "Special holiday"
did "a day that was in doubt is no longer" as head holiday add 13/5/2569 \
	"วันพืชมงคล" --kind royal --english "Royal Ploughing Ceremony Day"
same "... " "false" "$(days 'select(.day == "2026-05-13") | .is_doubtful')"
refused "a reason belongs to a removal" 2 "reason" \
	as clerk holiday remove 13/5/2569
did "a day is removed" as clerk holiday remove 13/5/2569 --reason "เลื่อน"
same "... and is gone" "" "$(days 'select(.day == "2026-05-13") | .day')"
refused "what is no holiday is not removed" 3 "no holiday" \
	as clerk holiday remove 13/5/2569 --reason x
refused "a head of division has nothing to do with it" 3 "" \
	as works holiday add 13/5/2569 x
refused "a day has its year" 2 "" as clerk holiday add 13 x
refused "a kind is one of few" 2 "kind" \
	as clerk holiday add 1/1/2570 x --kind bank
did "the year that is whole is said" as clerk holiday add 1/1/2570 \
	"วันขึ้นปีใหม่" --kind fixed --known-to 2570-12-31
has "... and told" "After 31 December 2570" "$(en holiday list --year 2570)"
refused "a table does not become shorter" 2 "later day" \
	as clerk holiday add 2/1/2570 x --known-to 2570-06-30
refused "nothing newer is there to be taken over" 3 "no newer" \
	as clerk holiday update
name=$(printf 'a\033[31mb')
did "what a terminal would obey is taken as text" \
	as clerk holiday add 4/1/2570 "$name"
hasnt "... and shown as such" "$(printf '\033')" "$(en holiday list)"

# An office that began before the program knew holidays, and one whose table
# is of an earlier edition.
did "another office begins with them, too" en office add other "อื่น"
holds "... with all of them" '(.holidays | length) > 120' \
	en --office other --json holiday list
whole_at_last
