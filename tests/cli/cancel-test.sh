# cancel-test.sh -- entries are struck through and mended, never rubbed out
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

did "a letter is received" as clerk receive --ref "กข 1/1" \
	--dated 2026-01-15 --from "จังหวัดน่าน" --subject "เรื่องหนึ่ง"

# Cancel.
refused "a cancelled entry has a reason" 2 "reason" as clerk cancel 1
refused "the head does not cancel what lies with the clerk" 3 "ธุรการ" \
	as head cancel 1 --reason x
did "the clerk cancels it" as clerk cancel 1 --reason "ลงซ้ำ"
holds "it keeps its number, with reason, who and when" '
	.number == 1 and .state == "cancelled" and .at_post == null and
	.subject == "เรื่องหนึ่ง" and (.notes[-1] | .act == "cancel" and
	.text == "ลงซ้ำ" and .person == "คุณ clerk" and .at != null)' \
	as clerk --json show 1
refused "it goes nowhere any more" 3 "cancelled" \
	as clerk endorse 1 --note x
refused "... nor is it cancelled twice" 3 "cancelled" \
	as clerk cancel 1 --reason x
refused "... nor corrected" 3 "cancelled" \
	as clerk correct 1 subject x --reason x
did "the next letter does not get its number" as clerk receive \
	--ref "กข 1/1" --dated 2026-01-15 --from "จังหวัดน่าน" --replaces 1
holds "the new entry names the old" \
	'.number == 2 and .replaces == {"book": "receive", "number": 1,
	 "year": .year}' \
	as clerk --json show 2
holds "... and the old the new" \
	'.replaced_by == {"book": "receive", "number": 2, "year": .year}' \
	as clerk --json show 1
refused "an entry is replaced once" 3 "replaced by 2/" \
	as clerk receive --subject x --replaces 1
refused "... and only when cancelled" 3 "not cancelled" \
	as clerk receive --subject x --replaces 2
has "the book shows it" 'cancelled' "$(as clerk list)"
hasnt "nobody is asked to do anything with it" 'เรื่องหนึ่ง' \
	"$(as clerk list --mine)"
did "it goes up" as clerk endorse 2 --note x
did "who has it above may cancel it, too" as head cancel 2 --reason "ผิด"
same "... and it lies with nobody from then on" 0 "$(sql "
	SELECT count(*) - count(left_at) FROM step WHERE how = 'cancel'")"

# Correct.
did "a third letter" as clerk receive --ref "กข 2/2" \
	--dated 2026-01-15 --from "จังหวัดแพร่" --subject "เรื่องสาม"
did "a slip is mended" as clerk correct 3 subject "เรื่องที่สาม" \
	--reason "พิมพ์ผิด"
did "... a date in any form" as clerk correct 3 dated "๑๖ ม.ค. ๖๙" \
	--reason "อ่านผิด"
did "... a choice" as clerk correct 3 urgency ด่วน --reason "ตกหล่น"
did "... a number" as clerk correct 3 ref "กข ๒/๓" --reason "พิมพ์ผิด"
did "a word is taken away" as clerk correct 3 from - --reason "ไม่ใช่"
holds "the new words stand" '
	.subject == "เรื่องที่สาม" and .dated == "2026-01-16" and
	.urgency == "ด่วน" and .ref_no == "กข ๒/๓" and .from == null' \
	as clerk --json show 3
holds "the old ones beside them, with name, time and reason" '
	.corrections | length == 5 and
	(.[0] | .field == "subject" and .old == "เรื่องสาม" and
	 .new == "เรื่องที่สาม" and .reason == "พิมพ์ผิด" and
	 .person == "คุณ clerk" and .at != null) and
	.[1].old == "2026-01-15" and .[2].old == null and .[4].new == null' \
	as clerk --json show 3
has "... for people, too" 'struck through: เรื่องสาม\] เรื่องที่สาม' \
	"$(as clerk show 3)"
has "... and in the history" 'struck through: 15 January' \
	"$(as clerk history 3)"
for field in number year at received_at; do
	refused "the $field is never corrected" 2 "field is one of" \
		as clerk correct 3 "$field" 5 --reason x
done
refused "a date must be one" 2 "not a date" \
	as clerk correct 3 dated "31 เมษายน 2569" --reason x
refused "a choice must be one" 2 "cannot be" \
	as clerk correct 3 urgency เร็ว --reason x
refused "a letter is of some kind" 2 "cannot be" \
	as clerk correct 3 kind - --reason x
refused "nothing is corrected into itself" 2 "already" \
	as clerk correct 3 subject "เรื่องที่สาม" --reason x
refused "a division does not correct" 3 "holder of the post" \
	as works correct 3 subject x --reason x

# Until when the clerk may is the office's policy.
refused "a clerk settles no policy" 3 "owns the register" \
	as clerk policy set correct-days 0
refused "a policy has bounds" 2 "from 0 to 366" \
	en policy set correct-days 999
refused "a policy has a name" 2 "one of correct-days" en policy set fly 1
did "the clerk's time is set to nothing" en policy set correct-days 0
holds "it is told" '.[] | select(.name == "correct-days") | .value == 0' \
	en --json policy list
refused "then the clerk corrects no more" 3 "for 0 days" \
	as clerk correct 3 subject x --reason x
did "... but a post above does" as palad correct 3 subject "เรื่อง" \
	--reason "ตรวจแล้ว"

# What is struck through in a secret letter is as secret as the rest.
cleared palad works >said
did "a letter turns out to be secret" as clerk receive --subject "เรื่องเปิด"
did "..." as palad correct 4 subject "เรื่องปิด" --reason "ตามต้นฉบับ"
did "..." as palad correct 4 secrecy ลับ --reason "ประทับลับ"
for words in เรื่องเปิด เรื่องปิด ตามต้นฉบับ ประทับลับ; do
	hasnt "a division reads nothing of it: $words" "$words" \
		"$(as works --json show 4; as works show 4
			as works history 4; as works --json history 4)"
done

whole_at_last
