# mail-test.sh -- letters that come as messages of the office's mailbox
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

command -v jq >/dev/null || skip_all "jq is missing"

new_office
mails=$top_srcdir/tests/fixtures/mail
if en read "$mails/attached.eml" 2>&1 | grep -q "without GMime"; then
	refused "without GMime that is said" 2 "built without GMime" \
		as clerk receive "$mails/attached.eml"
	whole_at_last
	exit
fi

holds "a message is told by its header, Thai in any form" \
	'.mail.from == "สภ.บ้านลาด <banlat@police.example.go.th>" and
	 .mail.address == "banlat@police.example.go.th" and
	 .mail.subject == "ขอความอนุเคราะห์ข้อมูลกล้องวงจรปิด" and
	 .mail.sent_at == "2026-03-24T09:10:11+07:00" and
	 .mail.message_id == "20260324.0987@police.example.go.th"' \
	en read "$mails/attached.eml" --json
holds "its files have names and no paths" \
	'.mail.parts | map(.name) == ["หนังสือ 987.txt", "form.bin"]' \
	en read "$mails/attached.eml" --json
holds "the letter in a file of it is read" \
	'.letters[0].ref_no == "ตช 0018 (พบ).12/987"' \
	en read "$mails/attached.eml" --json
holds "... and what could be no letter is told" \
	'.warnings == ["part-unread"] and .remarks[0].detail == "form.bin"' \
	en read "$mails/attached.eml" --json
holds "without files its own words are read, TIS-620 and quoted" \
	'.mail.from == "อบต.ดงมะไฟ <dong@example.go.th>" and
	 .mail.subject == "บันทึกข้อความ" and
	 .letters[0].ref_no == "พบ 73201/45" and .letters[0].kind == "memo"' \
	en read "$mails/own-words.eml" --json
holds "a page of HTML is read, and its pictures are none of the letter's" \
	'.letters[0].ref_no == "ตช 0018 (พบ).12/987" and .warnings == []' \
	en read "$mails/page.eml" --json
holds "a message inside a message is opened, raw bytes in a header read" \
	'.mail.from == "ธุรการ <somchai@example.go.th>" and
	 .mail.subject == "ส่งต่อ" and
	 .letters[0].ref_no == "ตช 0018 (พบ).12/987"' \
	en read "$mails/forwarded.eml" --json
has "people see it in lines" "e-mail of *สภ.บ้านลาด <banlat@" \
	"$(en read "$mails/attached.eml")"

run as clerk --json receive "$mails/attached.eml"
same "a message is received" 0 "$run_status"
has "... with what was not read told" "form.bin" "$(err)"
holds "the message and its files are kept, and how it came" \
	'.channel == "email" and
	 .subject == "ขอความอนุเคราะห์ข้อมูลกล้องวงจรปิด" and
	 (.attachments | map([.name, .type])) == [
		["attached.eml", "message/rfc822"],
		["หนังสือ 987.txt", "text/plain"],
		["form.bin", "application/octet-stream"]] and
	 .attachments[2].sha256 ==
	"40aff2e9d2d8922e47afd4648e6967497158785fbd1da870e7110266bf944880" and
	 .mail.address == "banlat@police.example.go.th" and
	 (.text | contains("ส่งหนังสือตามแนบ"))' \
	as clerk show 1 --json
holds "the sender's address stands in the event" \
	'.[0].payload.mail.address == "banlat@police.example.go.th"' \
	as clerk history 1 --json
has "... and in lines" "e-mail of *สภ.บ้านลาด <banlat@.*24 Mar 2569" \
	"$(as clerk show 1)"

refused "the same message is told by its number" 3 \
	"this message is number 1/25.* already; --again" \
	as clerk receive "$mails/attached.eml"
run as clerk --json receive "$mails/attached.eml" --again --secrecy ลับ
same "... and registered once more when the clerk says so" 0 "$run_status"
holds "a secret letter's sender is kept from who may not read it" \
	'.veiled and .mail == null and .text == null' \
	as finance show 2 --json

{
	echo 'From: A <a@b>'
	echo 'Date: Tue, 24 Mar 2026 09:10:11 +0700'
	printf 'Subject: =?utf-8?B?%s?=\n\n' "$(printf ประชุม | base64)"
	echo "พบกันวันจันทร์"
} >note.eml
refused "a message without a letter is not guessed at" 2 \
	"number, its sender or its subject" as clerk receive note.eml
run as clerk receive note.eml --subject "นัดประชุม"
same "... but received when the clerk says what it is" 0 "$run_status"
has "... who is told what the message says of itself" \
	"doubtful: A <a@b>" "$(err)"

# What no mailbox sends does no harm.
head='From: a@b\nDate: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed;'
broken()
{
	printf '%b' "$head boundary=b$1" >broken.eml
	run en --json read broken.eml
	if test "$run_status" -gt 2 || ! is_clean "$tap_files/err"; then
		tell "exit status $run_status"
		tap_fail "a broken message does no harm: $2"
	else
		tap_pass "a broken message does no harm: $2"
	fi
}
broken '' "nothing behind the header"
broken '\n\n--b' "an open boundary"
broken '\n\n--b\nContent-Type: message/rfc822\n\n' "no message inside"
broken '\n\n--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n--b--' \
	"a boundary twice"
broken '\n\n--b\nContent-Transfer-Encoding: base64\n\n%%%%\0\0=\n--b--' \
	"base64 that is none"
broken '\n\n--b\nContent-Type: text/plain; charset=none\n\n\0377\0376x' \
	"an encoding that is none"
broken '\n\n--b\nContent-Type: text/plain; charset=iso-2022-kr\n\n\0377x' \
	"an encoding that is another"
broken '\n\n--b\nContent-Disposition: attachment; filename="../.."\n\nx' \
	"a name that is a path"
broken "\n\n--b\nContent-Disposition: x; filename*=utf-8''%ff%00\n\nx" \
	"a name that is no text"
broken "\nFrom: =?utf-8?B?4LiB\nSubject: =?x?Q?=00=1b[2J?=\n\n" \
	"a header that is cut"
{
	printf '%b\n\n' "$head boundary=b"
	yes -- --b | head -n 100000
} >broken.eml
refused "a message of too many parts is none" 2 "too many parts" \
	as clerk receive broken.eml
{
	printf '%b boundary=b0\n\n' "$head"
	i=0
	while test $i -lt 50; do
		printf -- '--b%s\nContent-Type: multipart/mixed; ' $i
		i=$((i + 1))
		printf 'boundary=b%s\n\n' $i
	done
} >broken.eml
refused "a message of parts too deep in each other is none" 2 "too deep" \
	as clerk receive broken.eml

# What a form sends that was filled from a message, as tui/form-sheet.c does.
number=$(as clerk --json receive "$mails/own-words.eml" --ref "พบ ๑/๑" \
	--text "อ่านแล้ว" | jq .number)
holds "a message that was read before is kept whole, and fills nothing" \
	'.ref_no == "พบ ๑/๑" and .from == null and .text == "อ่านแล้ว" and
	 .mail.address == "dong@example.go.th" and
	 (.attachments | length) > 0' as clerk --json show "$number"

whole_at_last
