# look-test.sh -- list, show, history: what is seen, and by whom
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office

# numbers FILTER-OPTION...: the numbers that list answers, in its order.
numbers()
{
	saraban --json "$@" | jq -r '[.[].number] | join(" ")'
}

same "an empty register says so" "no letters" "$(en list)"
status "... and nothing was found" 1 saraban list
run saraban --json list
same "... as JSON too" "[]" "$(out)"

# Six letters: 1 closed, 2 with two divisions, 3 with the palad, 4 most urgent
# with the head, 5 secret with the head, 6 with the clerk.
take()
{
	as clerk receive --subject "เรื่องที่ $1" --from "จังหวัดที่ $1" \
		--ref "มท $1" --urgency "$2" --secrecy "$3" >said
}
take 1 "" ""
take 2 "" ""
take 3 "" ""
take 4 ด่วนที่สุด ""
take 5 "" ลับ
take 6 "" ""
for number in 1 2; do
	for login in clerk head deputy palad; do
		as $login endorse $number --note "โปรดพิจารณา" >said
	done
done
as nayok order 1 --note "ทราบ" >said
as nayok order 2 --note "มอบ" --assign works --assign finance >said
as clerk endorse 3 --note "ก" --to palad --reason "เหตุลับ" >said
as clerk endorse 4 --note "ก" >said
as clerk endorse 5 --note "ข้อความลับ" >said

# The register.
same "the register is newest first" "6 5 4 3 2 1" "$(numbers list)"
same "--limit takes the newest" "6 5" "$(numbers list --limit 2)"
same "--limit in Thai digits" "6 5 4" "$(numbers list --limit ๓)"
same "--state narrows" "6" "$(numbers list --state received)"
same "... to what is presented" "5 4 3" "$(numbers list --state presented)"
same "... to what is with divisions" "2" "$(numbers list --state ordered)"
same "... to what is closed" "1" "$(numbers list --state closed)"
same "--state may be said in Thai" "1" "$(numbers list --state ยุติ)"
same "--state and --limit" "5" \
	"$(numbers list --state presented --limit 1)"
year=$(($(TZ=Asia/Bangkok date +%Y) + 543))
same "--year is this year's" "6 5 4 3 2 1" "$(numbers list --year $year)"
same "... in two digits as on paper" "6 5 4 3 2 1" \
	"$(numbers list --year $((year - 2500)))"
status "there is nothing in a year without letters" 1 \
	saraban list --year 2500
refused "a state is one of four" 2 "received, presented, ordered, closed" \
	en list --state gone
refused "a year is a number" 2 "year" en list --year ปีนี้
refused "a limit is a number from 1" 2 "at most" en list --limit 0
refused "list takes no number" 2 "144" en list 144

# The desk: most urgent first, then longest lying.
same "what waits for the head" "4 5" "$(numbers --as head list --mine)"
same "... for the clerk" "6" "$(numbers --as clerk list --mine)"
same "... for the palad" "3" "$(numbers --as palad list --mine)"
same "... for a division" "2" "$(numbers --as works list --mine)"
status "nothing waits for the deputy" 1 saraban --as deputy list --mine
status "... nor for the owner of the register" 1 saraban list --mine
same "--mine and --state" "4 5" \
	"$(numbers --as head list --mine --state presented)"
same "--mine and --limit" "4" "$(numbers --as head list --mine --limit 1)"
as works acknowledge 2 >said
as works "done" 2 >said
status "what is done waits no longer" 1 saraban --as works list --mine

# JSON.
holds "each row has what scripts count on" '
	all(.[]; has("number") and has("year") and has("state") and
	has("at_post") and has("ref_no") and has("dated") and has("from") and
	has("to") and has("subject") and has("urgency") and has("secrecy") and
	has("received_at")) and
	all(.[]; .received_at | test("^20..-..-..T..:..:..[+]07:00$"))' \
	saraban --json list
holds "a letter has what scripts count on" '
	has("stamps") and has("references") and has("enclosures") and
	has("notes") and has("steps") and has("duties") and
	has("attachments") and all(.notes[]; has("person") and has("post") and
	has("capacity") and has("text") and has("at"))' \
	as clerk --json show 2
holds "history is oldest first" '
	([.[].seq] == ([.[].seq] | sort)) and
	[.[].kind] == ["letter.receive", "letter.endorse", "letter.endorse",
	"letter.endorse", "letter.endorse", "letter.order",
	"letter.acknowledge", "letter.done"] and
	all(.[]; has("at") and has("actor") and has("post") and
	has("capacity") and (.payload | type == "object") and
	(.hash | test("^[0-9a-f]{64}$")))' as clerk --json history 2
holds "... and its payload is what was said" '
	.[0].payload.subject == "เรื่องที่ 2" and
	.[5].payload.divisions == ["works", "finance"]' \
	as clerk --json history 2

# Words.
history=$(as clerk history 2 | paste -d" " - -)
has "history tells who received it" \
	"คุณ clerk .*ธุรการ .*received as number 2/$year, from จังหวัดที่ 2" \
	"$history"
has "... who endorsed it to whom" \
	'คุณ head .*endorsed up to รองปลัด อบต.: “โปรดพิจารณา”' "$history"
has "... what the nayok ordered" \
	'ordered: “มอบ”, given to กองช่าง, กองคลัง' "$history"
has "... and who took it" \
	"acknowledged by กองช่าง, the division's number 1/$year" "$history"
has "... and did it" 'done by กองช่าง' "$history"
has "history tells of a skipped step" 'steps skipped: “เหตุลับ”' \
	"$(as clerk history 3)"
letter=$(as clerk show 2)
has "a letter is told by its fields" '^from  *จังหวัดที่ 2$' "$letter"
has "... its notes" '“โปรดพิจารณา”' "$letter"
has "... its road" '^  ธุรการ .*endorsed' "$letter"
has "... its divisions" '^  กองคลัง .*not yet acknowledged' "$letter"
has "the register is told in columns" \
	"^4/$year .*จังหวัดที่ 4 .*\\[most urgent\\] เรื่องที่ 4\$" "$(en list)"
for command in "show 99" "history 99" "show ๙๙/๒๕๖๙"; do
	# shellcheck disable=SC2086 # words
	refused "there is no letter for $command" 1 "no letter" \
		as clerk $command
done

# Looking changes nothing, but that the one it lies with has seen it.
before=$(whole)
for login in clerk works nayok; do
	as $login show 4 >said
	as $login history 4 >said
	as $login list --mine >said
done
same "passers-by leave no trace" "$before" "$(whole)"
as head --read-only show 4 >said
same "... nor does who looks with --read-only" "$before" "$(whole)"
as head show 4 >said
holds "whom it lies with has opened it" '.steps[-1].opened_by == "คุณ head"' \
	as clerk --json show 4
before=$(whole)
as head show 4 >said
same "... once" "$before" "$(whole)"

# A secret letter keeps its words from who is not cleared, or not on its road.
hasnt "a post of the chain is not enough" 'เรื่องที่ 5' "$(as head show 5)"
cleared clerk head palad works >said
has "where it lies a secret letter is read" 'เรื่องที่ 5' "$(as head show 5)"
has "... and where it lay" 'เรื่องที่ 5' "$(as clerk show 5)"
hasnt "... not where it has not come yet" 'เรื่องที่ 5' "$(as palad show 5)"
for command in "list" "show 5" "history 5" "list --year $year"; do
	# shellcheck disable=SC2086 # words
	hasnt "a division that was not given it does not, by $command" \
		'เรื่องที่ 5\|ข้อความลับ\|มท 5\|จังหวัดที่ 5' \
		"$(as works $command; as works --json $command)"
done
has "... is told so" "kept from you" "$(as works show 5)"
has "... and what happened, without words" 'endorsed$' "$(as works history 5)"
hasnt "nor does the owner of the register" 'เรื่องที่ 5' "$(en show 5)"
as head endorse 5 --note "ก" --to nayok --reason "เหตุผลลับ" >said
hasnt "nor why a step was skipped" 'เหตุผลลับ' \
	"$(as works --json show 5; as works show 5; as works --json history 5)"
as nayok order 5 --note "มอบ" --assign works >said
has "the division that is given it reads it" 'เรื่องที่ 5' "$(as works show 5)"
hasnt "... another still does not" 'เรื่องที่ 5' "$(as finance show 5)"
whole_at_last
