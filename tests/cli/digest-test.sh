# digest-test.sh -- the list of the morning as people and mails get it
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

# A Monday, and a Sunday, that are still to come.
monday=2099-06-01
sunday=2099-06-07

new_office
# Longer than a line.
long="การบูรณาการความร่วมมือในการขับเคลื่อนโครงการปลูกผักสวนครัว"
long="$long เพื่อสร้างความมั่นคงทางอาหาร และอาสาสมัครท้องถิ่นรักษ์โลก"
ok "a letter comes in" as clerk receive --from "อำเภอ" \
	--subject "$long"

# --------------------------------------------------------------- whose list

status "who has something on the desk is told" 0 \
	as clerk digest --on "$monday"
status "who has nothing is told nothing" 1 as finance digest --on "$monday"
status "on a Sunday nobody is" 1 en digest --all --on "$sunday"
en digest --for clerk --on "$monday" >person
en digest --post clerk --on "$monday" >post
same "of a person it is that of the post" "$(cat person)" "$(cat post)"
en digest --division finance --on "$monday" >said
same "of a division it is that of who heads it" 1 "$?"
en digest --all --on "$monday" >all
has "of all it has each post" "$(sed -n 2p person)" "$(cat all)"
refused "one list at a time" 2 "a list is for one" \
	en digest --all --for clerk
refused "no such person" 3 "" en digest --for nobody
refused "no such post" 2 "" en digest --post nobody

# -------------------------------------------------------------------- a mail

same "no line is wider than a mail" "" "$(en digest --all --on "$monday" |
	awk '{ gsub(/[\200-\277]/, ""); if (length > 100) print }')"
ok "it has no escapes" is_clean all
has "Thai says the same" "รายการประจำเช้าวันที่ ๑ มิถุนายน ๒๖๔๒" \
	"$(saraban --lang th digest --post clerk --on "$monday")"
holds "programs get an array of desks" \
	'.[0].posts[0].post == "clerk" and (.[0].waiting | length) == 1' \
	en --json digest --post clerk --on "$monday"

# ------------------------------------------------------------ what is settled

policy()
{
	en --json policy list | jq -r ".[] | select(.name == \"$1\").value"
}

same "a week, three days and one day before" 7,3,1 "$(policy remind-plain)"
ok "an office settles others" en policy set remind-plain 10,5-1
same "... as they are told" 10,5-1 "$(policy remind-plain)"
ok "... or none" en policy set remind-plain none
same "... which is told too" none "$(policy remind-plain)"
refused "31 days before is too early" 2 "days from 1 to 30" \
	en policy set remind-plain 31,1
ok "nothing is escalated" en policy set escalate-days 0
ok "nothing lies too long" en policy set lie-plain 0
en digest --all --on "$monday" >all
hasnt "... and the post above hears of nothing" "lies with" "$(cat all)"
