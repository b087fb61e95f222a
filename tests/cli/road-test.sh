# road-test.sh -- from receipt to filing, and who may do what on the way
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office

# state NUMBER: "presented head", "closed -" ...
state()
{
	saraban --json list | jq -r ".[] | select(.number == $1) |
		.state + \" \" + (.at_post // \"-\")"
}

# moved SENTENCE NUMBER STATE COMMAND...: it is done, and this is the state.
moved()
{
	moved_name=$1 moved_number=$2 moved_state=$3
	shift 3
	run "$@"
	if test "$run_status" != 0 || test -s "$tap_files/err"; then
		tell "exit status $run_status of: $*"
		tap_fail "$moved_name"
	else
		same "$moved_name" "$moved_state" "$(state "$moved_number")"
	fi
}

# fresh: one more letter; its number in $n.
fresh()
{
	n=$(as clerk --json receive --subject "เรื่องที่ลองเดิน" | jq .number)
}

# up LOGIN...: each endorses letter $n.
up()
{
	for login; do
		as "$login" endorse "$n" --note "เพื่อโปรดทราบ" >said
	done
}

# Letter 001 walks the whole road.
moved "the clerk receives letter 001" 1 "received clerk" \
	as clerk receive --ref "อบ ๐๐๑๙/ว ๕๕๐" --dated "๒๖ มกราคม ๒๕๖๔" \
	--from "ศาลากลางจังหวัดอุบลราชธานี" --to "นายอำเภอทุกอำเภอ" \
	--subject "การบูรณาการความร่วมมือ" --pages 3 \
	--enclosure "แบบสรุปผลฯ จำนวน ๑ ฉบับ" \
	--attach "$top_srcdir/data/letters/001.txt"
moved "the clerk endorses it to the head" 1 "presented head" \
	as clerk endorse 1 --note "เรียน นายก อบต. เพื่อโปรดพิจารณา"
moved "the head to the deputy" 1 "presented deputy" \
	as head endorse 1 --note "เห็นควรมอบสำนักปลัดและกองการศึกษา"
moved "the deputy to the palad" 1 "presented palad" \
	as deputy endorse ๑ --note "เห็นชอบตามเสนอ"
moved "the palad to the nayok" 1 "presented nayok" \
	as palad endorse 1 --note "เพื่อโปรดทราบและพิจารณาสั่งการ"
moved "the nayok gives it to two divisions" 1 "ordered -" \
	as nayok order 1 --note "ทราบ มอบดำเนินการ" --assign office \
	--assign กองการศึกษา --assign office
holds "a division takes it under a number of its own" \
	'.division_number == 1 and .state == "ordered"' \
	as head --json acknowledge 1
moved "... and does it" 1 "ordered -" \
	as head "done" 1 --reply "พบ ๗๖๓๐๑/๑๒" --note "รายงานผลแล้ว"
moved "the other takes it" 1 "ordered -" as education acknowledge 1
moved "when all are done the letter is closed" 1 "closed -" \
	as education "done" 1
same "... and the sentence says so" "letter 2 done; it is closed" "$(
	fresh
	up clerk head deputy palad
	as nayok order "$n" --note "มอบ" --assign works >said
	as works acknowledge "$n" >said
	as works "done" "$n" | sed 's,/[0-9]*,,')"

as clerk --json show 1 >letter.json
for want in '[.notes[].post] == ["clerk", "head", "deputy", "palad", "nayok"]' \
	'[.notes[].capacity] | unique == ["own"]' \
	'.notes[1] | .person == "คุณ head" and .post_name == "หัวหน้าสำนักปลัด"
	  and .text == "เห็นควรมอบสำนักปลัดและกองการศึกษา"' \
	'[.notes[].at] == ([.notes[].at] | sort)' \
	'[.steps[].how]
	  == ["endorse", "endorse", "endorse", "endorse", "order"]' \
	'all(.steps[]; .left_at >= .arrived_at)' \
	'[.assignments[].division] == ["office", "education"]' \
	'.assignments[0] | .number == 1 and .acknowledged_by == "คุณ head"
	  and .done_by == "คุณ head" and .reply == "พบ ๗๖๓๐๑/๑๒"
	  and .note == "รายงานผลแล้ว"' \
	'.assignments[1].reply == null' '.at_post == null'
do
	ok "it holds: $(echo "$want" | tr -s '\n\t' ' ')" \
		jq -e "$want" letter.json
done

# What was written stays as it was, whatever becomes of people and posts.
saraban person end head --on 2026-01-02 >said
saraban post add mayor "อีกตำแหน่ง" >said
saraban person add head2 "คนใหม่" --post head >said
as clerk --json show 1 >again.json
same "a note keeps who wrote it, after that person has left" \
	"$(jq -S .notes letter.json)" "$(jq -S .notes again.json)"
saraban person hold head --post head >said
refused "a note is words" 2 "--note" as clerk endorse 1
refused "... not blank ones" 2 "--note" as clerk endorse 1 --note "  "
refused "... in UTF-8" 2 "not UTF-8" \
	as clerk endorse 1 --note "$(printf '\377')"

# Who may, and when.
fresh
refused "only where it lies is it endorsed" 3 "ธุรการ" \
	as head endorse "$n" --note "ก"
refused "the owner of the register is nobody on the road" 3 "ธุรการ" \
	en endorse "$n" --note "ก"
refused "what lies with the clerk is not returned" 3 "received" \
	as clerk return "$n" --reason "ก"
refused "... nor recalled" 3 "received" as clerk recall "$n"
refused "... nor ordered on" 3 "received" as nayok order "$n" --note "ก"
refused "... nor acknowledged" 3 "received" as works acknowledge "$n"
refused "... nor done" 3 "received" as works "done" "$n"
up clerk
refused "it is ordered on at the top only" 3 "หัวหน้าสำนักปลัด.*นายก" \
	as nayok order "$n" --note "ก"
refused "... not by who has it" 3 "นายก" as head order "$n" --note "ก"
refused "the clerk has sent it" 3 "หัวหน้าสำนักปลัด" \
	as clerk endorse "$n" --note "ก"
refused "a return has a reason" 2 "--reason" as head return "$n"
refused "it is returned by who has it" 3 "หัวหน้าสำนักปลัด" \
	as palad return "$n" --reason "ก"
refused "a letter that is not there is not endorsed" 1 "99/" \
	as clerk endorse 99 --note "ก"

# Return: one step down, with a reason.
moved "the head returns it to the clerk" "$n" "received clerk" \
	as head return "$n" --reason "เอกสารแนบไม่ครบ"
moved "... who sends it again" "$n" "presented head" \
	as clerk endorse "$n" --note "แนบแล้ว"
up head
moved "the deputy returns it to the head" "$n" "presented head" \
	as deputy return "$n" --reason "โปรดแก้ไข"
holds "the trail shows both ways" '[.steps[] | .post + " " + (.how // "-")]
	== ["clerk endorse", "head return", "clerk endorse", "head endorse",
	    "deputy return", "head -"]' as clerk --json show "$n"

# Recall: one's own, until the next person has opened it.
up head
refused "only who sent it recalls it" 3 "หัวหน้าสำนักปลัด" \
	as clerk recall "$n"
moved "the head recalls it" "$n" "presented head" as head recall "$n"
up head
as deputy show "$n" >said
refused "what has been opened is not recalled" 3 "opened.*คุณ deputy" \
	as head recall "$n"
refused "it is opened once" 3 "opened already" as deputy open "$n"
as deputy return "$n" --reason "ก" >said
refused "a return is not recalled" 3 . as deputy recall "$n"
fresh
up clerk
as palad show "$n" >said
as clerk history "$n" >said
moved "who only passes by has not opened it" "$n" "received clerk" \
	as clerk recall "$n"

# Skip: only with a reason, shown as skipped.
fresh
refused "a step is skipped with a reason" 3 "หัวหน้าสำนักปลัด.*--reason" \
	as clerk endorse "$n" --note "ก" --to palad
refused "a letter does not go down by endorsing" 3 "return" \
	as clerk endorse "$n" --note "ก" --to clerk
refused "nor to a post beside the chain" 3 "not above" \
	as clerk endorse "$n" --note "ก" --to works
refused "nor to one that is not there" 2 "there are clerk" \
	as clerk endorse "$n" --note "ก" --to king
moved "two steps are skipped" "$n" "presented palad" as clerk endorse "$n" \
	--note "เรื่องด่วน" --to ปลัด\ อบต. --reason "ไปราชการ"
holds "... and shown as skipped" '[.steps[] | .post + " " + (.how // "-")]
	== ["clerk endorse", "head skip", "deputy skip", "palad -"] and
	.steps[1].reason == "ไปราชการ" and
	([.notes[].post] == ["clerk"])' as clerk --json show "$n"
moved "a return goes to who has seen it" "$n" "received clerk" \
	as palad return "$n" --reason "ก"

# Order: ทราบ ends it, มอบ opens tasks.
up clerk head deputy palad
refused "the nayok endorses no further" 3 "orders" \
	as nayok endorse "$n" --note "ก"
refused "an order is words" 2 "--note" as nayok order "$n"
refused "a division is one of the office" 2 "army.*there are office" \
	as nayok order "$n" --note "ก" --assign works --assign army
refused "a blank division is none" 2 "--assign" \
	as nayok order "$n" --note "ก" --assign ""
refused "the palad does not order" 3 "นายก" as palad order "$n" --note "ก"
moved "ทราบ ends it" "$n" "closed -" as nayok order "$n" --note "ทราบ"
refused "what is closed is not endorsed" 3 "closed" \
	as nayok endorse "$n" --note "ก"
refused "... nor ordered on again" 3 "closed" as nayok order "$n" --note "ก"
refused "... nor taken" 3 "closed" as works acknowledge "$n"

# Acknowledge and done: each division its own, in order.
fresh
up clerk head deputy palad
saraban person hold deputy --post finance >said
as nayok order "$n" --note "มอบ" --assign works --assign finance >said
refused "a division takes before it has done" 3 "acknowledge" \
	as works "done" "$n"
refused "who heads another division does not take it" 3 \
	"กองช่าง, กองคลัง" as education acknowledge "$n"
refused "... nor the nayok" 3 "กองช่าง, กองคลัง" as nayok acknowledge "$n"
holds "the number runs in the division's own book" '.division_number == 2' \
	as works --json acknowledge "$n"
refused "a division takes it once" 3 "already" as works acknowledge "$n"
moved "it is done" "$n" "ordered -" as works "done" "$n"
refused "... once" 3 "once" as works "done" "$n"
refused "a division one does not head is refused by name" 3 "กองช่าง" \
	as finance acknowledge "$n" --division works
holds "who holds the head's post besides another takes it too" \
	'.division_number == 1' \
	as deputy --json acknowledge "$n" --division finance
moved "the last one closes it" "$n" "closed -" as finance "done" "$n"

# Returned and recalled letters go the whole road all the same.
fresh
up clerk head
as deputy return "$n" --reason "ก" >said
as head endorse "$n" --note "ข" --to palad --reason "เรื่องด่วน" >said
as head recall "$n" >said
up head deputy palad
moved "after return, skip and recall it is ordered on" "$n" "closed -" \
	as nayok order "$n" --note "ทราบ"
whole_at_last
