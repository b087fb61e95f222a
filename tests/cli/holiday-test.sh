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
did "... and gone" as clerk holiday remove 4/1/2570 --reason x

# Out to a calendar file, and back in another register.
did "the holidays are written as a calendar file" \
	as clerk holiday export --output out.ics
en holiday export >again.ics
ok "... always the same, on standard output too" cmp out.ics again.ics
en --json holiday list | jq .holidays >before
refused "what is there already is not taken twice" 3 "says so already" \
	as clerk holiday import out.ics
hasnt "... nor told as new" "new" "$(en holiday read out.ics)"
for day in $(days 'select(.day > "2026-07") | .day'); do
	as clerk holiday remove "$day" --reason x >said 2>&1
done
same "without holidays" "" "$(days 'select(.day > "2026-07") | .day')"
did "the file brings them all back" as clerk holiday import out.ics
en --json holiday list | jq .holidays >after
ok "... as they were" cmp before after

# A file as others write it.
{
	printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'
	printf 'BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20280413\r\n'
	printf 'DTEND;VALUE=DATE:20280416\r\nSUMMARY:Song\r\n kran\r\n'
	printf 'DESCRIPTION:Public holiday\r\nEND:VEVENT\r\n'
	printf 'BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20280214\r\n'
	printf 'SUMMARY:Valentine\r\nDESCRIPTION:Observance\r\nEND:VEVENT\r\n'
	printf 'BEGIN:VEVENT\r\nDTSTART:x\r\nSUMMARY:bad\033[31m\r\n'
	printf 'DESCRIPTION:Public holiday\r\nEND:VEVENT\r\n'
	printf 'BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20280229\r\n'
	printf 'RRULE:FREQ=HOURLY\r\nSUMMARY:Public hours\r\nEND:VEVENT\r\n'
	printf 'END:VCALENDAR\r\n'
} >other.ics
has "what a file would bring is read before" "new             Songkran" \
	"$(en holiday read other.ics --match Public)"
run as clerk holiday import other.ics --match Public --kind fixed
same "a wrong event stops no other" "0 the holidays are changed" \
	"$run_status $(out)"
has "... and is named" "not taken: .*bad.*: it has no day on which" "$(err)"
hasnt "... harmlessly" "$(printf '\033')" "$(err)"
has "... each" "not taken: .*Public hours.*: what recurs here has days" "$(err)"
same "three days came, and no fourth" "2028-04-13 2028-04-14 2028-04-15" \
	"$(days 'select(.day > "2028") | .day' | tr '\n' ' ' | sed 's/ $//')"
same "... each of the kind that was said" "fixed" \
	"$(days 'select(.day > "2028") | .kind' | sort -u)"

# Thai in an eight bit encoding, a recurring day, an exception.
{
	printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20200607\n'
	printf 'RRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20270607\n'
	printf 'SUMMARY:\313\302\330\264\nEND:VEVENT\nEND:VCALENDAR\n'
} >eight.ics
did "an eight bit file is read" as clerk holiday import eight.ics --kind local
has "... in Thai" "หยุด" "$(days 'select(.kind == "local") | .name')"
hasnt "... without the day that is excepted" "2027-06-07" "$(days .day)"
printf 'hello' >no.ics
refused "what is no calendar is refused" 2 "no calendar file" \
	as clerk holiday import no.ics
printf 'BEGIN:VCALENDAR\nEND:VCALENDAR\n' >none.ics
refused "one without holidays, too" 3 "no holiday was found" \
	as clerk holiday import none.ics

# An office that began before the program knew holidays, and one whose table
# is of an earlier edition.
did "another office begins with them, too" en office add other "อื่น"
holds "... with all of them" '(.holidays | length) > 120' \
	en --office other --json holiday list
whole_at_last
