# ask-test.sh -- a person is asked in lines: explained, corrected, let go
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

command -v jq >/dev/null || skip_all "jq is missing"
command -v script >/dev/null || skip_all "script is missing"
new_office

# person LINE...: a clerk at a terminal without a screen types these lines;
# what the terminal shows.
person()
{
	printf '%s\n' "$@" |
		script -qec "env TERM=dumb '$SARABAN' --lang en --as clerk \
			$command" /dev/null
}

command=
letters()
{
	as clerk --json list | jq length
}

said=$(person receive "กข 1" "31 เมษายน 2569" "15 ม.ค. 69" "" "" "เรื่องหนึ่ง" \
	9 ๒ "" "" "" "" "" "แบบ" "รายชื่อ" "" "" "" "" "" quit)
has "a wrong date is told at once" 'not a date' "$said"
has "... and so is a number no choice has" 'urgency is one of' "$said"
holds "the answers after it are where they belong" '
	.ref_no == "กข 1" and .dated == "2026-01-15" and
	.subject == "เรื่องหนึ่ง" and .urgency == "ด่วนมาก"' \
	as clerk --json show 1
holds "what may be many is asked for until nothing is said" '
	.enclosures | map(.title) == ["แบบ", "รายชื่อ"]' as clerk --json show 1

said=$(person endorse 1 "" "?" 1 "?" "" "" quit)
has "an act without its letter asks for it" ' number \*: ' "$said"
has "what is needed is asked for again" 'This is needed' "$said"
has "? explains a question" 'A full stop alone leaves' "$said"
has "... and tells who may be meant" 'palad .*ปลัด' "$said"
holds "a phrase is taken by its number" \
	'.at_post == "head" and (.notes[0].text | length) > 3' \
	as clerk --json show 1

said=$(person receive "กข 2" . quit)
has "a full stop leaves" 'nothing was done: receive was left' "$said"
same "... and nothing is done" 1 "$(letters)"

# A sheet is registered with a person's yes.
command="receive '$top_srcdir/data/letters/003.txt'"
said=$(person 3 "รายงานเด็กเล็ก" "" "" n)
has "what stands on a sheet is shown" 'refers to  *จังหวัดชัยภูมิ' "$said"
has "its numbers are told with date and office" \
	'3  ขย 0023.14/1522  29 Aug.* ที่ว่าการอำเภอ' "$said"
has "what is missing is asked for" ' subject: ' "$said"
hasnt "... what is clear is not" ' to: ' "$said"
has "it is asked for a yes" 'Register this letter?' "$said"
same "no registers nothing" 1 "$(letters)"
said=$(person 3 "รายงานเด็กเล็ก" "" "" ั)
has "yes registers it, whatever layout is on" 'number 2/' "$said"
same "... telling each doubt once" 1 \
	"$(printf "%s\n" "$said" | grep -c "stamp cannot be read")"
holds "the number is the one that was chosen" '
	.ref_no == "ขย 0023.14/1522" and .subject == "รายงานเด็กเล็ก"' \
	as clerk --json show 2
said=$(person 7 .)
has "a number that is not there is asked again" 'Which is ours? .*Which' \
	"$(printf '%s' "$said" | tr -d '\n')"
same "... and leaving registers nothing" 2 "$(letters)"
run as clerk receive "$top_srcdir/data/letters/000.txt"
same "a script has said yes by its command" 0 "$run_status"

whole_at_last
