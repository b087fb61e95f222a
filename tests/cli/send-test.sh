# send-test.sh -- letters that go out: numbered, sent, received, answered
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

command -v jq >/dev/null || skip_all "jq is missing"
year=$(($(TZ=Asia/Bangkok date +%Y) + 543))

# did SENTENCE COMMAND...: it is done.
did()
{
	did_name=$1
	shift
	run "$@"
	same "$did_name" "0 " "$run_status $(err)"
}

# Numbers, with the office's prefix before them.
new_office
did "without a prefix a letter has its number in the book alone" \
	as clerk send --to "นายอำเภอ" --subject "เรื่องแรก"
holds "... and none on it" '.ref_no == null' as clerk --json show "ส 1"
did "the office has a prefix" en office set --prefix "ชย ๗๓๕๐๑"
did "a letter is numbered" as clerk send --to "นายอำเภอเทพสถิต" \
	--subject "ส่งข้อมูล" --from works --dated 2026-01-15 \
	--urgency ด่วน --enclosure "บัญชี จำนวน ๒ ฉบับ"
has "the answer tells what to write on it" "write ชย ๗๓๕๐๑/๒ on it" "$(out)"
holds "it says from whom, to whom and when" \
	'.book == "send" and .number == 2 and .from == "กองช่าง" and
	 .to == "นายอำเภอเทพสถิต" and .dated == "2026-01-15" and
	 .urgency == "ด่วน" and .ref_no == "ชย ๗๓๕๐๑/๒" and
	 .state == "numbered" and .channel == null and .at_post == null and
	 .enclosures[0].count == 2' as clerk --json show "ส 2"
holds "a circular has ว, and numbers of its own" \
	'.book == "send-circular" and .number == 1 and
	 .ref_no == "ชย ๗๓๕๐๑/ว ๑"' \
	as clerk --json send --to "ผู้ใหญ่บ้าน" --subject "เชิญประชุม" --circular
did "a prefix may have Arabic digits" en office set --prefix "CP 73501"
holds "... then the number has" '.ref_no == "CP 73501/3"' \
	as clerk --json send --to "ก" --subject "ข"
refused "somebody must get it" 2 "to (--to)" as clerk send --subject x
refused "the head numbers nothing" 3 "ธุรการ" \
	as head send --to x --subject x

# The way it went, and who has it.
refused "how it went must be known once" 2 "how it went out" \
	as clerk sent "ส 2" --receiver "น.ส.ก"
did "it goes by post" as clerk sent "ส 2" --how post
holds "the way is recorded" \
	'.state == "sent" and .channel == "post" and
	 (.dispatches | length == 1 and .[0].receiver == null)' \
	as clerk --json show "ส 2"
did "who received it is known later" as clerk sent "ส 2" --receiver "น.ส.ก"
holds "only then it is complete" \
	'.state == "delivered" and
	 (.dispatches | length == 2 and .[1].how == "post" and
	  .[1].receiver == "น.ส.ก")' as clerk --json show "ส 2"
holds "what is not sent is found" '[.[].number] | sort == [1, 1, 3]' \
	as clerk --json search --state numbered
did "another goes out, too" as clerk sent "ส 3" --how email
holds "whose receiver is not known is found" \
	'length == 1 and .[0].number == 3' \
	as clerk --json list --book send --state sent
refused "nothing goes out before it has its number" 3 "when it has its" \
	as clerk sent "ส 3" --how post --on 2020-01-01T10:00
has "the history tells it all" "went out: by post, received by น.ส.ก" \
	"$(as clerk history "ส 2")"
has "the book of letters sent has columns of its own" \
	'^number .*our number .*to .*where .*subject' \
	"$(as clerk list --book send)"
has "a letter sent is found by its own number" "^ส 2/$year " \
	"$(as clerk search "ชย ๗๓๕๐๑/๒")"

# An answer is known from both sides.
did "a letter comes in" as clerk receive --ref "ชย 0023/5" \
	--from "อำเภอเทพสถิต" --subject "ขอข้อมูล"
did "... and goes up" as clerk endorse 1 --note x --to nayok --reason x
did "... and to the works" as nayok order 1 --note x --assign works \
	--assign finance
did "... who take it" as works acknowledge 1
did "... and the treasury, too" as finance acknowledge 1
did "the works' answer goes out" as clerk send --to "อำเภอเทพสถิต" \
	--subject "ส่งข้อมูล" --from works --reply-to 1
holds "it names what it answers" \
	'.reply_to == [{"book": "receive", "number": 1, "year": '"$year"',
	  "ref_no": "ชย 0023/5", "division": "works", "state": "ordered"}]' \
	as clerk --json show "ส 4"
holds "what came in names its answer" \
	'.replies | length == 1 and .[0].ref_no == "CP 73501/4"' \
	as clerk --json show 1
has "... for people, too" "answered by *ส 4/$year *CP 73501/4" \
	"$(as clerk show 1)"
did "the works are done" as works "done" 1
holds "... with the answer that went out for them" \
	'.assignments[] | select(.division == "works") |
	 .reply == "CP 73501/4"' as clerk --json show 1
did "the treasury is done" as finance "done" 1
holds "... and has no answer" \
	'.assignments[] | select(.division == "finance") | .reply == null' \
	as clerk --json show 1
refused "a letter that went out is not answered" 3 "came in" \
	as clerk send --to x --subject x --reply-to "ส 2"
status "nor one that is not there" 1 \
	saraban --as clerk send --to x --subject x --reply-to 99

# Cancelled and corrected like any entry.
did "a slip is mended" as clerk correct "ส 1" to "นายอำเภอเทพสถิต" \
	--reason "พิมพ์ผิด"
refused "its number is not" 3 "follows from its book" \
	as clerk correct "ส 1" ref "ชย 1/1" --reason x
refused "nor the way it went" 3 "from .sent" \
	as clerk correct "ส 2" channel post --reason x
did "an entry is cancelled" as clerk cancel "ส 1" --reason "ไม่ส่งแล้ว"
did "... and replaced" as clerk send --to "นายอำเภอ" --subject "ใหม่" \
	--replaces "ส 1"
holds "... both ways" '.replaced_by.number == 5 and
	.replaced_by.book == "send"' as clerk --json show "ส 1"
refused "what somebody has is not cancelled" 3 "delivered" \
	as clerk cancel "ส 2" --reason x
refused "a letter sent goes up to nobody" 3 "numbered" \
	as clerk endorse "ส 5" --note x
printf 'บันทึก' >report.txt
holds "a file is kept with it" \
	'.attachments | length == 1 and .[0].name == "report.txt"' \
	sh -c '"$1" --lang en --as clerk send --to x --subject x \
		--attach report.txt >/dev/null &&
		"$1" --as clerk --json show "ส 6"' sh "$SARABAN"

# A secret letter is numbered by its registrar, and tells others nothing.
did "there is a registrar" en post add registrar "นายทะเบียน" \
	--role registrar
did "... who is somebody" en person add registrar "คุณ registrar" \
	--post registrar
refused "the clerk numbers no secret letter" 3 "unopened" \
	as clerk send --to "ปกปิดหนึ่ง" --subject "ปกปิดสอง" --secrecy ลับ
did "the registrar does" as registrar send --to "ปกปิดหนึ่ง" \
	--subject "ปกปิดสอง" --from "ปกปิดสาม" --secrecy ลับ --reply-to 1 \
	--enclosure "ปกปิดสี่" --reference "ปกปิดห้า"
did "... and it goes out" as registrar sent "ส 7" --how paper \
	--receiver "ปกปิดหก"
for who in clerk works; do
	for act in "show ส7" "history ส7" "list --book send" "why ส7" \
		"search ปกปิด" "--json show ส7" "--json history ส7" "show 1"; do
		# shellcheck disable=SC2086 # words of a command
		run as "$who" $act
		hasnt "$who learns nothing of it by: $act" "ปกปิด" \
			"$(out)$(err)"
	done
done
holds "what it answers is not told either" \
	'.veiled and .reply_to == [] and .dispatches[0].receiver == null and
	 .ref_no == null' as clerk --json show "ส 7"
holds "that there is an answer is, by its number in the book alone" \
	'.replies[1] | .number == 7 and .ref_no == null' \
	as clerk --json show 1
whole_at_last
