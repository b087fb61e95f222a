# acting-test.sh -- acting for another by an order, and being absent
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office

# up NUMBER LOGIN...: each of them endorses it.
up()
{
	up_number=$1
	shift
	for up_login; do
		saraban --as "$up_login" endorse "$up_number" \
			--note "เพื่อโปรดพิจารณา" >said || return
	done
}

# order POST LOGIN CAPACITY OPTION...
order()
{
	order_post=$1 order_login=$2 order_capacity=$3
	shift 3
	saraban acting add "$order_post" "$order_login" \
		--capacity "$order_capacity" --order "๑๒/๒๕๖๙" \
		--order-date "5 ม.ค. 2569" "$@" >said
}

# state POST LOGIN: of an order.
state()
{
	saraban --json acting list | jq -r --arg p "$1" --arg l "$2" \
		'.[] | select(.post == $p and .login == $l) | .state'
}

for n in 1 2 3; do
	saraban --as clerk receive --subject "เรื่องที่ $n" >said
	up $n clerk head deputy palad
done

# What is recorded.
refused "an order says in which capacity" 2 "capacity" \
	en acting add nayok palad --order 1 --order-date 2026-01-05
refused "... one that the law knows" 2 "รักษาราชการแทน" \
	en acting add nayok palad --capacity แทน --order 1 \
	--order-date 2026-01-05
refused "... and its number" 2 "order" \
	en acting add nayok palad --capacity รักษาราชการแทน \
	--order-date 2026-01-05
refused "an order ends after it begins" 2 "before it begins" \
	en acting add nayok palad --capacity acting --order 1 \
	--order-date 2026-01-05 --from 2599-01-02 --to 2599-01-01
refused "an order that is over is not recorded" 2 "over already" \
	en acting add nayok palad --capacity acting --order 1 \
	--order-date 2020-01-05 --from 2020-01-02 --to 2020-01-03
refused "nobody is in charge of the nayok's post" 3 "below the top" \
	en acting add nayok palad --capacity in-charge --order 1 \
	--order-date 2026-01-05
refused "only the nayok's duties are performed so" 3 "top of the chain" \
	en acting add palad deputy --capacity duties --order 1 \
	--order-date 2026-01-05
refused "a palad records no order" 3 "only these may" \
	as palad acting add nayok palad --capacity acting --order 1 \
	--order-date 2026-01-05
ok "an order to act is recorded" order nayok palad รักษาราชการแทน
refused "... once for the same time" 3 "recorded already, from" \
	en acting add nayok palad --capacity delegate --order 2 \
	--order-date 2026-01-05 --to 2599-01-01
holds "... and listed" \
	'length == 1 and (.[0] | .post == "nayok" and .login == "palad" and
	 .capacity == "รักษาราชการแทน" and .order == "๑๒/๒๕๖๙" and
	 .order_date == "2026-01-05" and .until == null and
	 .state == "not-now" and (.why | test("absent")))' \
	en --json acting list

# While the nayok is there.
refused "full powers wait until the holder is absent" 3 \
	"vacant or its holder is absent" as palad order 1 --note "ทราบ"
run as palad --json list --mine
ok "... and no letter waits for who would act" test "$(out)" = "[]"

# An absence.
refused "an absence has a reason" 2 "reason" en absent nayok
refused "others do not record it" 3 "only คุณ nayok" \
	as head absent nayok --reason "ลาพักผ่อน"
ok "who will be absent records it" saraban --as nayok absent nayok \
	--reason "ลาพักผ่อน" --to 2599-01-01
refused "... once" 3 "recorded already" \
	as nayok absent nayok --reason "ลาป่วย"
holds "... and everybody sees it" \
	'.[0] | .login == "nayok" and .reason == "ลาพักผ่อน" and .now' \
	as clerk --json absent list
refused "who is absent orders nothing" 3 "absent end" \
	as nayok order 1 --note "ทราบ"
test "$(state nayok palad)" = acts
ok "now the order counts" test $? = 0

# With consent.
refused "what waited before is not his without a word" 3 "acting take" \
	as palad order 1 --note "ทราบ"
refused "others cannot take it over" 3 "only the holder" \
	as deputy acting take nayok
ok "he takes over what waits" saraban --as palad acting take
refused "... once" 3 "yours already" as palad acting take nayok
holds "... and has it on his desk" '[.[].number] | sort == [1, 2, 3]' \
	as palad --json list --mine

# The two lines.
ok "he orders" saraban --as palad order 1 --note "ทราบ"
holds "the note has principal, capacity and order, frozen" \
	'.notes[-1] | .person == "คุณ palad" and .post == "nayok" and
	 .capacity == "รักษาราชการแทน" and .own_post_name == "ปลัด อบต." and
	 .acting_order == "๑๒/๒๕๖๙, 2026-01-05"' \
	as clerk --json show 1
holds "... and says that he decided on what he had proposed" \
	'(.notes[-1].own_proposal) and
	 ([.notes[:-1][].own_proposal] | any | not)' as clerk --json show 1
holds "... so does the history" \
	'.[-1] | .own_proposal and .capacity == "รักษาราชการแทน" and
	 .own_post_name == "ปลัด อบต."' as clerk --json history 1
run as clerk show 1
has "people read it in two lines" "คุณ palad  ปลัด อบต. รักษาราชการแทน" "$(out)"
has "... the principal's post below" "^ *นายก อบต." "$(out)"
has "... by which order" "by order ๑๒/๒๕๖๙ of 5 Jan 2569" "$(out)"
has "... and that it was his own proposal" "own proposal" "$(out)"
run as clerk history 1
has "the history has the two lines" "ปลัด อบต. รักษาราชการแทน" "$(out)"

# It goes back.
ok "the nayok is back" saraban --as nayok absent end nayok
refused "... and who acted may no longer" 3 "holder is absent" \
	as palad order 2 --note "ทราบ"
holds "... what was left waits for the nayok" \
	'[.[].number] | sort == [2, 3]' as nayok --json list --mine
ok "the nayok orders in his own post" saraban --as nayok order 2 --note "ทราบ"
holds "... and that is no acting" \
	'.notes[-1] | .capacity == "own" and .acting_order == null and
	 (.own_proposal | not)' as clerk --json show 2
ok "absent again" saraban --as nayok absent nayok --reason "ไปราชการ"
refused "... what came meanwhile asks again" 3 "acting take" \
	as palad order 3 --note "ทราบ"
ok "an order is ended" saraban acting end nayok palad
refused "... and then told to be over" 3 "is over; it held from" \
	as palad order 3 --note "ทราบ"
refused "nothing ends twice" 3 "nothing to end" en acting end nayok palad
ok "an order that will begin" \
	order nayok palad acting --from 2599-01-01 --to 2599-01-31
refused "... is told not to have begun" 3 \
	"has not begun; it holds from 1 Jan 2599 to 31 Jan 2599" \
	as palad order 3 --note "ทราบ"
ok "the nayok is back again" saraban absent end nayok

# Delegation leaves the power where it is.
ok "a delegation is recorded" order nayok deputy ปฏิบัติราชการแทน
ok "... takes over what waits" saraban --as deputy acting take nayok
holds "... and both have it on their desks" '[.[].number] == [3]' \
	as nayok --json list --mine
ok "... the deputy orders" saraban --as deputy order 3 --note "ทราบ"

# Who may, and where it waits.
saraban --as clerk receive --subject "เรื่องที่ 4" >said
up 4 clerk
saraban --as head absent head --reason "ลาป่วย" >said
holds "the step that waits says why" \
	'.away | test("คุณ head is absent from .*ลาป่วย")' \
	as clerk --json show 4
holds "... so does who may" \
	'.[] | select(.action == "endorse") | .instead | test("is absent")' \
	as clerk --json why 4
ok "somebody acts for the head" order head clerk acting
ok "... from the clerk's own post" saraban --as clerk acting take head
holds "... and then may" '.[] | select(.action == "endorse") | .may' \
	as clerk --json why 4
refused "one says as which of several posts" 3 "only the holder" \
	as clerk endorse 4 --note "x" --as-post clerk
ok "... and that is taken" \
	saraban --as clerk endorse 4 --note "x" --as-post head
holds "... which the event says" \
	'.[-1].capacity == "รักษาราชการแทน" and .[-1].post == "head"' \
	as clerk --json history 4

# Nobody acts: it is passed over by a person, with a reason and its own word.
saraban absent end head >said
saraban --as clerk receive --subject "เรื่องที่ 5" >said
up 5 clerk head
refused "what lies with somebody who is there is not passed over" 3 \
	"คุณ deputy is there" as head pass 5 --reason "x"
saraban absent deputy --reason "อบรม" >said
refused "to pass over has a reason" 2 "reason" as head pass 5
refused "who holds no post of the chain does not" 3 "only who holds" \
	as works pass 5 --reason "x"
ok "who is in the chain passes it over" saraban --as head pass 5 \
	--reason "รองปลัดไปอบรม เรื่องด่วน"
holds "it stands as passed over, never as endorsed" \
	'.at_post == "palad" and
	 (.steps[] | select(.post == "deputy") | .how == "pass" and
	  .reason == "รองปลัดไปอบรม เรื่องด่วน") and
	 ([.notes[].post] | index("deputy") == null)' as clerk --json show 5
holds "... and the history says who" \
	'.[-1] | .kind == "letter.pass" and .actor == "คุณ head"' \
	as clerk --json history 5
refused "what was passed over is not recalled" 3 "not endorsed up" \
	as head recall 5
ok "a return goes to who had it" saraban --as palad return 5 --reason "แก้"
holds "... not to who was passed over" '.at_post == "head"' \
	as clerk --json show 5
saraban --as head endorse 5 --note x --to palad --reason "รองปลัดไม่อยู่" >said
up 5 palad
saraban absent nayok --reason "ลาป่วย" >said
refused "the highest is not passed over" 3 "acting add" \
	as palad pass 5 --reason "x"

# An order that names several, one after the other.
names()
{
	names_order=$1 names_rank=$2 names_login=$3
	saraban acting add works "$names_login" --capacity acting \
		--order "$names_order" --order-date "5 ม.ค. 2569" \
		--rank "$names_rank" >said
}
refused "a place in an order is a number" 2 "cannot be" \
	en acting add works deputy --capacity acting --order 9 \
	--order-date 2026-01-05 --rank แรก
names ๙ 1 finance
names ๙ ๒ education
saraban absent works --reason "ลาคลอด" >said
same "who is named first acts" "acts behind" \
	"$(state works finance) $(state works education)"
holds "... the second is told who comes before" \
	'.[] | select(.login == "education" and .post == "works") |
	 .rank == 2 and .why == "the order ๙ names คุณ finance first"' \
	en --json acting list
saraban absent finance --reason "ไปราชการ" >said
same "is he absent, the second does" "absent acts" \
	"$(state works finance) $(state works education)"
saraban absent end finance >said
same "he is back, and it is his again" "acts behind" \
	"$(state works finance) $(state works education)"
names ๑๐ 2 clerk
same "who is named by another order is behind nobody" acts \
	"$(state works clerk)"
saraban person end finance --on 2020-01-01 >said
same "who has left is in nobody's way" " acts" \
	"$(state works finance) $(state works education)"
whole_at_last
