#!/bin/sh
# log-test.sh -- what happened in the office is told, and no secret with it
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

log()
{
	as wit log "$@"
}

new_office
en post add auditor "ผู้ตรวจสอบ" --role auditor >/dev/null
en person add wit "วิทย์" --post auditor >/dev/null
en post add admin "ผู้ดูแลระบบ" --role administrator >/dev/null
en person add dao "ดาว" --post admin >/dev/null
en post add keeper "นายทะเบียนลับ" --role registrar >/dev/null
en person hold palad --post keeper >/dev/null
en policy set correct-days 5 >/dev/null
as clerk receive --subject "เปิดเผย" --from "อำเภอ" >/dev/null
as clerk endorse 1 --note "โปรดทราบ" >/dev/null
as palad receive --subject "ลึกลับ" --from "ปกปิด" --secrecy ลับ \
	--text "ซ่อนเร้น" >/dev/null

has "an auditor reads what the office settled" \
	"policy changed: correct-days, now 5, was 3" "$(log)"
has "the number of the letter stands first" \
	"1/2569: endorsed up to" "$(log | sed 's,/25[0-9][0-9]:,/2569:,')"
same "the newest is first" "letter.receive" \
	"$(log --json --limit 1 | jq -r '.[0].kind')"
same "every event is told once" \
	"$(sql "SELECT count(*) FROM event")" \
	"$(log --json | jq length)"
same "it is narrowed to a kind" "person.add
person.hold" \
	"$(log --json --about person | jq -r '.[].kind' | sort -u)"
same "... by its Thai word, too" "policy.set" \
	"$(log --json --about หลักปฏิบัติ | jq -r '.[].kind')"
same "it is narrowed to a person" "clerk" \
	"$(log --json --by clerk | jq -r '.[].login' | sort -u)"
same "it goes on where one stopped reading" "4" \
	"$(last=$(log --json | jq '.[4].seq') &&
		log --json --since "$last" | jq length)"
status "what did not happen is nothing" 1 log --to 2020-01-01
status "a kind there is not is refused" 2 log --about nothing
has "who did it, how known, and the letter are told to programs" \
	"palad as receive 2" "$(log --json --about letter |
		jq -r '.[0] | "\(.login) \(.auth) \(.book) \(.number)"')"
same "a secret letter is told by who and kind alone" "palad received 2 null" \
	"$(log --json --limit 1 |
		jq -r '.[0] | "\(.login) \(.words) \(.number) \(.payload)"')"
for reader in wit dao clerk palad; do
	told=$(as "$reader" log; as "$reader" log --json)
	hasnt "$reader is not told its subject" "ลึกลับ" "$told"
	hasnt "$reader is not told its sender" "ปกปิด" "$told"
	hasnt "$reader is not told its text" "ซ่อนเร้น" "$told"
done
has "an administrator reads of people" "person added: ดาว" "$(as dao log)"
hasnt "... and no words of any letter" "โปรดทราบ" \
	"$(as dao log; as dao log --json)"
has "the same is told in Thai" "เปลี่ยนหลักปฏิบัติ" \
	"$(saraban --lang th --as wit log --about policy)"
as nayok search save mine "คำค้นของฉัน" >/dev/null
hasnt "a search that one keeps is one's own" "คำค้นของฉัน" \
	"$(log; log --json)"
has "an unknown post says how one is added" "post add" \
	"$(en person add x X --post nothing 2>&1)"
