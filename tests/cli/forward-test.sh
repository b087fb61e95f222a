# forward-test.sh -- a letter goes on to other offices, and the answers back
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

new_office
ok "the district has letters before its numbers" \
	en office set --prefix "ชย 0023.14"
for office in banrai nayang pong; do
	en office add $office "อบต. $office" --under main >said || cat said
	en --office $office person add $office "คุณ $office" \
		--post clerk >said || cat said
done
as clerk receive --subject "ชุดข้อมูล" --from "จังหวัดชัยภูมิ" \
	--ref "ชย 0023.3/555" --dated 2026-01-10 --attach \
	"$top_srcdir/data/letters/003.txt" \
	--stamp "สถจ.; 9597; 9/1/2569; 9.00 น." >said
as clerk receive --subject "ลับ" --secrecy confidential >said 2>&1

refused "a letter that is not decided is not sent on" 3 "it is received" \
	as clerk forward 1 --to banrai --endorse x
as clerk endorse 1 --to nayok --reason x --note "เพื่อโปรดพิจารณา" >said
as nayok order 1 --note "แจ้ง อปท." >said
refused "only the clerk sends it on" 3 "not yours" \
	as palad forward 1 --to banrai --endorse x
refused "an office that is not there" 2 "nowhere" \
	as clerk forward 1 --to nowhere --endorse x
refused "to nobody" 2 "no office is left" as clerk forward 1 --endorse x
refused "without a word on it" 2 "endorse" as clerk forward 1 --to-all
holds "it is sent on in one act under one number" \
	'.sent_as == "ชย 0023.14/1" and .sent_to == 3' \
	as clerk forward 1 --to-all --endorse "เพื่อโปรดทราบ" --json
refused "who has it does not get it again" 3 "has it already" \
	as clerk forward 1 --to banrai --endorse x
holds "it stands in the outgoing register" '[.[].number] == [1]' \
	as clerk list --book send --json

holds "it waits in each office to be received" \
	'length == 1 and .[0].ref_no == "ชย 0023.14/1" and
	 .[0].state == "waiting" and .[0].attachments == 1' \
	as banrai inbox --json
refused "a number that is not in the list" 1 "nothing of that number" \
	as banrai accept 7
holds "it is received with everything filled in" \
	'.number == 1 and .kind == "letter.receive"' as banrai accept 1 --json
holds "... stamps, references, files, and the words of the district" \
	'.ref_no == "ชย 0023.14/1" and .subject == "ชุดข้อมูล" and
	 [.stamps[].number] == ["9597", "1/2569"] and
	 (.references[0] | contains("ชย 0023.3/555")) and
	 (.attachments | length) == 1 and
	 [.earlier_notes[].text] ==
	   ["เพื่อโปรดพิจารณา", "แจ้ง อปท.", "เพื่อโปรดทราบ"]' \
	as banrai show 1 --json
holds "... which are found by a search" 'length == 1' \
	as banrai search "แจ้ง อปท" --json
refused "once" 3 "received as number 1" as banrai accept 1
holds "the district sees the number" \
	'[.[] | select(.office == "banrai")][0] |
	 .state == "accepted" and .accept_id == "1/2569"' \
	as clerk forwarded 1 --json
ok "it is told to be wrongly addressed" \
	as nayang refuse 1 --reason "ไม่ใช่ของเรา" --wrong-office
holds "... which the district sees, with the reason" \
	'[.[] | select(.office == "nayang")][0] |
	 .state == "wrong" and .reason == "ไม่ใช่ของเรา"' \
	as clerk forwarded 1 --json
refused "what was received is not taken back" 3 "has received it" \
	as clerk withdraw 1 --from banrai --reason x
ok "what waits is" as clerk withdraw 1 --reason "ส่งซ้ำ"
refused "... and cannot be received any more" 3 "withdrawn" as pong accept 1
refused "nothing is left to be taken back" 3 "waits nowhere" \
	as clerk withdraw 1 --reason x
holds "it may be sent again where it was taken back or refused" \
	'.sent_to == 2' as clerk forward 1 --to-all \
	--covering "ส่งชุดข้อมูล" --json
has "... which the outgoing register says of its letter" \
	'numbered ส [0-9]*/25[0-9]*, to .* และอีก 1 แห่ง' \
	"$(en --as clerk log --about letter --limit 3)"
holds "a covering letter has its own subject, the sheet is enclosed" \
	'.subject == "ส่งชุดข้อมูล" and
	 (.enclosures[0].title | contains("ชย 0023.3/555"))' \
	sh -c "'$SARABAN' --as pong accept 2 >/dev/null &&
		'$SARABAN' --as pong show 1 --json"
holds "what the clerk says stands in place of what came" \
	'.subject == "เรื่องที่แก้" and .ref_no == "ชย 0023.14/2"' \
	sh -c "'$SARABAN' --as nayang accept 2 --subject เรื่องที่แก้ >/dev/null &&
		'$SARABAN' --as nayang show 1 --json"
ok "every chain is whole" en check
