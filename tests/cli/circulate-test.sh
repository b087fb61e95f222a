# circulate-test.sh -- many see a letter at once, each notes it, and it closes
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

command -v jq >/dev/null || skip_all "jq is missing"
new_office

# did SENTENCE COMMAND...: it is done.
did()
{
	did_name=$1
	shift
	run "$@"
	same "$did_name" "0 " "$run_status $(err)"
}

received()
{
	did "a letter is received" as clerk receive --from "จังหวัดน่าน" "$@"
}
waiting()
{
	as "$1" --json list --mine 2>/dev/null | jq -c 'map(.number)'
}

received --subject "ประกาศวันหยุด"
refused "the head does not circulate what lies with the clerk" 3 "ธุรการ" \
	as head circulate 1 --to works
refused "it goes to somebody" 2 "(--to)" as clerk circulate 1
refused "... who is there" 2 "nobody of the office" \
	as clerk circulate 1 --to nobody
refused "... and not to an empty word" 2 "missing" \
	as clerk circulate 1 --to ""
refused "the day to note it by is not past" 2 "is past" \
	as clerk circulate 1 --to works --until 2020-01-01
refused "what goes round nowhere has nobody to nudge" 3 "nobody has still" \
	as clerk nudge 1
did "it goes to a division and to people, each once" as clerk circulate 1 \
	--to works --to "คุณ palad" --to works --to palad --to head \
	--purpose "เพื่อดำเนินการ" --note "โปรดถือปฏิบัติ" \
	--until 2040-01-31
holds "who has not noted it is listed" '
	length == 1 and (.[0] | .number == 1 and .to == 3 and .noted == 0 and
	.purpose == "action" and .until == "2040-01-31" and
	.not_noted == "กองช่าง, คุณ head, คุณ palad")' \
	as clerk --json circulating
has "... in words, too" "0/3 .*กองช่าง" "$(as clerk circulating)"
same "it waits for whom it was circulated to" '[1]' "$(waiting palad)"
same "... for who heads the division" '[1]' "$(waiting works)"
same "... and for nobody else" '[]' "$(waiting nayok)"
holds "the letter stays where it lies" '.state == "received" and
	.at_post == "clerk" and (.notes[-1].text == "โปรดถือปฏิบัติ")' \
	as clerk --json show 1
holds "the words that went round are found" '.[0].number == 1' \
	as clerk --json search "ถือปฏิบัติ"

refused "who was not asked does not note it" 3 "not circulated to you" \
	as nayok acknowledge 1
did "the palad notes it" as palad acknowledge 1
refused "... once" 3 "already" as palad acknowledge 1
same "... and it waits for him no longer" '[]' "$(waiting palad)"
did "who heads the division notes it for the division" as works acknowledge 1
refused "a person does not nudge what he did not circulate" 3 "ธุรการ" \
	as works nudge 1
did "only who has not noted it is nudged" as clerk nudge 1
holds "... and that is kept" '.circulations[0].to |
	map([.name, .nudges, .noted_by]) == [
		["กองช่าง", 0, "คุณ works"], ["คุณ head", 1, null],
		["คุณ palad", 0, "คุณ palad"]]' as clerk --json show 1
has "the letter tells it in words" "คุณ head .*not noted yet, reminded" \
	"$(as clerk show 1)"
has "the history, too" "reminded คุณ head" "$(as clerk history 1)"
did "the last one notes it" as head acknowledge 1
holds "then it closes by itself" '.circulations[0] | .closed_at != null and
	.closed_why == null' as clerk --json show 1
same "... and nothing is listed" '[]' "$(as clerk --json circulating)"

received --subject "แจ้งเวียน"
did "every division at once" as clerk circulate 2 --to divisions
holds "... is asked" '.circulations[0] | .purpose == "information" and
	(.to | length) == 4' as clerk --json show 2
did "everybody at once" as clerk circulate 2 --to people
holds "... but not who sent it" '.circulations[1].to |
	map(.name) | length == 7 and (index("คุณ clerk") | not)' \
	as clerk --json show 2
did "one act notes it as a person and for the division" as head acknowledge 2
holds "... in each round" '[.circulations[].to[] | select(.noted_by ==
	"คุณ head") | .name] == ["สำนักปลัด", "คุณ head"]' \
	as clerk --json show 2
refused "to wait no longer needs a reason" 2 "reason" as clerk uncirculate 2
did "it is waited for no longer" as clerk uncirculate 2 --reason "ยกเลิกเวียน"
same "... by anybody" '[]' "$(waiting works)"
refused "... and it is not noted any more" 3 "not circulated to you" \
	as works acknowledge 2
holds "why it ended is kept" '.circulations[0].closed_why == "ยกเลิกเวียน"' \
	as clerk --json show 2

received --subject "เรื่องหนึ่ง"
did "what circulates" as clerk circulate 3 --to works
did "... may be cancelled" as clerk cancel 3 --reason "ลงซ้ำ"
same "... and waits for nobody then" '[]' "$(waiting works)"
saraban post add registrar "นายทะเบียน" --role registrar >said
saraban person add registrar "คุณ registrar" --post registrar >said
did "the registrar receives a secret letter" as registrar receive \
	--subject "เรื่องลับ" --secrecy ลับ
refused "a secret letter is not circulated" 3 "secret" \
	as clerk circulate 4 --to works

whole_at_last
