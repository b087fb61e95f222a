#!/bin/sh
# why-test.sh -- which act can be done now, by which rule not, and who may
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office

as clerk receive --subject "น้ำท่วม" >said
as clerk endorse 1 --note "โปรดพิจารณา" >said

holds "the head may endorse what lies with him" \
	'.[] | select(.action == "endorse") | .may and .why == null' \
	as head --json why 1
holds "the clerk may not, and is told who may" \
	'.[0] | (.may | not) and .rule == "not-yours"
	 and (.who | map(.post) == ["head"]) and .who[0].holders == "คุณ head"' \
	as clerk --json why 1 endorse
holds "the clerk may recall it" '.[0].may' as clerk --json why 1 recall
holds "nobody may order on it before it is at the top" \
	'.[0] | (.may | not) and .rule == "wrong-state" and .who == []
	 and (.why | test("orders are given when"))' \
	as nayok --json why 1 order
holds "what is for another state says which" \
	'.[0] | .when == "with divisions" and
	 (.instead | test("only while it is: with divisions"))' \
	as clerk --json why 1 "done"
holds "every act with a rule is told" \
	'["receive", "open", "endorse", "return", "recall", "order",
	 "acknowledge", "done"] - map(.action) == []' as head --json why 1
holds "without a letter only what needs none is asked about" \
	'map(select(.may)) | map(.action) | .[0] == "receive" and
	 index("reserve") and (index("endorse") | not)' \
	as clerk --json why
holds "looking without writing says that too" \
	'.[0] | (.may | not) and .rule == "store-read-only"' \
	as head --read-only --json why 1 endorse
holds "what who keeps the office may is told" \
	'.[0] | (.may | not) and (.why | test("may: administrator"))' \
	as head --json why 1 "person add"
run as clerk why 1 endorse
has "in words: the rule" "that is not yours to do" "$(out)"
has "in words: who may" "may now: หัวหน้าสำนักปลัด (คุณ head)" "$(out)"
refused "an act that is none is refused" 2 "no act that writes" \
	as head why 1 fly
refused "looking is not asked about" 2 "no act that writes" \
	as head why 1 show
refused "a letter that is not there is not found" 1 "9/" as head why 9

# A secret letter: what is to be seen of it is not told, who may is.
as clerk receive --subject "ความลับ" --secrecy ลับ >said
run as works why 2
hasnt "nothing of a secret letter is told" "ความลับ" "$(out)"
has "who may is no secret" "may now: ธุรการ (คุณ clerk)" "$(out)"

whole_at_last
