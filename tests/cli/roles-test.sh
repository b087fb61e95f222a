# roles-test.sh -- what a post is for decides what its holder may
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office

role_of()
{
	saraban --json post list | jq -r --arg p "$1" \
		'.[] | select(.code == $p) | .role'
}


ok "the posts of an office have their roles" test "chain division" = \
	"$(role_of palad) $(role_of works)"
for role in registrar auditor administrator; do
	ok "a post is added as $role" \
		saraban post add "$role" "ตำแหน่ง $role" --role "$role"
	ok "... and is one" test "$role" = "$(role_of "$role")"
done
ok "a role has its Thai word" \
	saraban post add audit2 "ผู้ตรวจสอบภายใน" --role ผู้ตรวจสอบ
ok "... and is kept by the other" test auditor = "$(role_of audit2)"
refused "a post of the chain says where in it" 2 "--after" \
	en post add aide "ผู้ช่วย" --role chain
refused "a place of the chain is for its role only" 2 "--after" \
	en post add aide "ผู้ช่วย" --role auditor --after head
refused "there are no other roles" 2 "registrar" \
	en post add aide "ผู้ช่วย" --role king
refused "an auditor heads no division" 3 "auditor" \
	en division add audit "ตรวจสอบ" --head auditor

saraban person add auditor "ผู้ตรวจสอบ" --post auditor >said
saraban person add admin "ผู้ดูแลทะเบียน" --post administrator >said
saraban person add registrar "นายทะเบียน" --post registrar >said
saraban --as clerk receive --subject "เรื่องธรรมดา" --from "อำเภอ" >said
saraban --as registrar receive --subject "ความลับมาก" --from "กรมลับ" \
	--secrecy ลับ >said

# The auditor.
holds "an auditor lists the register" 'length == 2' as auditor list --json
holds "... and reads a letter" '.subject == "เรื่องธรรมดา"' \
	as auditor show 1 --json
holds "... but nothing of a secret one" \
	'.subject == null and .veiled' as auditor show 2 --json
holds "... reads its history" '.[0].kind == "letter.receive"' \
	as auditor history 1 --json
holds "... and proves the chain" '.ok' as auditor check --json
for command in "receive --subject x" "open 1" "endorse 1 --note x" \
	"return 1 --reason x" "recall 1" "order 1 --note x" "acknowledge 1" \
	"done 1" "cancel 1 --reason x" "correct 1 subject x --reason x"; do
	# shellcheck disable=SC2086 # words of one command
	refused "an auditor does not ${command%% *}" 3 "." as auditor $command
done
refused "an auditor keeps no search" 3 "only these may" \
	as auditor search save mine word
refused "an auditor adds no people" 3 "administrator" \
	as auditor person add x "X" --post clerk

# The administrator.
ok "an administrator adds people" \
	saraban --as admin person add arun "อรุณ" --post clerk
ok "... posts" saraban --as admin post add law "นิติกร" --after head
ok "... divisions" \
	saraban --as admin division add health "กองสาธารณสุข" --head-name "ผอ."
ok "... and settles policies" saraban --as admin policy set correct-days 5
holds "... sees who works here" 'length > 8' as admin person list --json
holds "... proves the chain" '.ok' as admin check --json
for command in "list" "show 1" "history 1" "why 1" "search เรื่อง"; do
	# shellcheck disable=SC2086
	refused "an administrator does not ${command%% *}" 3 \
		"only these may: in the chain" as admin $command
done
refused "an administrator receives no letter" 3 "ธุรการ" \
	as admin receive --subject "x"
refused "a registrar of secrets is no administrator" 3 "only these may" \
	as registrar person add x "X" --post clerk

# One table says so everywhere.
has "help tells who may" "Who may: administrator, the account that owns" \
	"$(en help person add)"
has "... of letters, too" "Who may: in the chain, division head" \
	"$(en help endorse)"
has "the list of posts tells what they are for" "auditor .*registrar" \
	"$(en post list | sort | tr '\n' ' ')"
holds "why tells the same rule" \
	'.[0].may == false and (.[0].why | test("administrator"))' \
	as palad why 1 "person add" --json
ok "who is auditor and clerk has both" \
	saraban person hold auditor --post clerk
ok "... and receives" saraban --as auditor receive --subject "เรื่องที่สาม"
whole_at_last
