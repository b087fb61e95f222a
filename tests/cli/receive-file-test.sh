# receive-file-test.sh -- a receipt begins with what is read in a file
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

command -v jq >/dev/null || skip_all "jq is missing"

new_office
sheets=$top_srcdir/tests/fixtures/sheets

holds "what was read is registered" '.number == 1' \
	as clerk --json receive "$sheets/police.txt"
holds "every field that is clear, the stamp and the file with it" \
	'.ref_no == "ตช 0018 (พบ).12/987" and .dated == "2026-03-24" and
	 .from == "สถานีตำรวจภูธรบ้านลาด" and .kind == "external" and
	 .to == "นายกองค์การบริหารส่วนตำบลหนองกะปุ" and
	 .subject == "ขอความอนุเคราะห์ข้อมูลกล้องวงจรปิด" and
	 (.stamps | length) == 1 and .stamps[0].number == "812" and
	 (.attachments | map(.name)) == ["police.txt"]' \
	as clerk --json show 1

run as clerk receive "$top_srcdir/data/letters/004.txt" \
	--subject "สั้น ๆ" --urgency ด่วนมาก --kind memo
same "warnings do not stand in the way" 0 "$run_status"
has "they are told on standard error" "a stamp cannot be read" "$(err)"
holds "options override what was read, and only that" \
	'.subject == "สั้น ๆ" and .urgency == "ด่วนมาก" and .kind == "memo" and
	 .ref_no == "พบ 0618/665" and (.references | length) == 2 and
	 (.references[0] | test("ด่วนที่สุด ที่ พบ 0017.2/ว 16407 ลงวันที่"))' \
	as clerk --json show 2

refused "a sheet with several numbers is not guessed at" 3 \
	"ขย 0023.3/555, มท 0816.5/ว 2565, ขย 0023.14/1522" \
	as clerk receive "$top_srcdir/data/letters/003.txt"
run as clerk --json receive "$top_srcdir/data/letters/003.txt" \
	--ref "ขย ๐๐๒๓.๑๔/๑๕๒๒"
same "... but --ref says which is ours" 0 "$run_status"
holds "number, sender and date are then those of the office that passed it on" \
	'.ref_no == "ขย ๐๐๒๓.๑๔/๑๕๒๒" and .dated == "2022-08-29" and
	 .from == "ที่ว่าการอำเภอทพสจิต" and (.stamps | length) == 3' \
	as clerk --json show 3

run as clerk receive "$sheets/damaged.txt"
same "a damaged sheet is received" 0 "$run_status"
has "what is doubtful is told" "doubtful: ขออนุมัติจัดทำแผนพัฒนาท้องถิ่น" "$(err)"
holds "... and left out" \
	'.subject == null and .ref_no == "ชย 73105/30" and .kind == "memo"' \
	as clerk --json show 4

refused "a sheet that is no letter says nothing to register" 2 \
	"number, its sender or its subject" \
	as clerk receive "$sheets/shopping.txt"
holds "... unless the clerk does" '.number == 5' \
	as clerk --json receive "$sheets/shopping.txt" --subject "รายการซื้อของ"
refused "a file that is not there is told" 2 "nothing.txt" \
	as clerk receive nothing.txt
cp "$sheets/memo.txt" second.txt
refused "two files are too many" 2 "second.txt" \
	as clerk receive "$sheets/police.txt" second.txt

cp "$sheets/police.txt" gone.txt
act=0123456789abcdef0123456789abcdef
holds "a receipt under an act id" '.number == 6' \
	as clerk --act $act --json receive gone.txt
rm gone.txt
holds "... is answered again when its file is gone" '.number == 6' \
	as clerk --act $act --json receive gone.txt

# The text is kept with the letter.
run as clerk receive "$sheets/police.txt" --ref "ตช ๑"
same "a letter is received from its text" 0 "$run_status"
number=$(saraban --as clerk --json list --limit 1 | jq '.[0].number')
holds "its text is kept" '.text | contains("กล้องวงจรปิด")' \
	as clerk --json show "$number"
has "and told to be there" "text .*[0-9][0-9] lines were read" \
	"$(as clerk show "$number")"
run as clerk receive --subject "ไม่มีไฟล์"
number=$((number + 1))
holds "a letter without a file has none" '.text == null' \
	as clerk --json show "$number"
cleared clerk >said
run as clerk receive "$sheets/police.txt" --ref "ตช ๒" --secrecy ลับ
number=$((number + 1))
holds "the text of a secret letter is kept from who may not read it" \
	'.veiled and .text == null' as finance --json show "$number"
holds "and shown to who may" '.text | length > 100' \
	as clerk --json show "$number"
iconv -f UTF-8 -t CP874 "$sheets/police.txt" >old.txt
run as clerk receive old.txt --ref "ตช ๓"
number=$((number + 1))
holds "whatever its encoding, it is kept as UTF-8" \
	'.text | contains("กล้องวงจรปิด")' as clerk --json show "$number"
{ cat "$sheets/police.txt"; yes 'กขคง จฉชซ' | head -n 9000; } >long.txt
run as clerk receive long.txt --ref "ตช ๔"
number=$((number + 1))
has "a long text is cut, and told" "first 655[0-9][0-9] bytes are kept" "$(err)"
holds "at a letter, not inside one" \
	'.text | (utf8bytelength > 65500) and (utf8bytelength <= 65536) and
	 (contains("\ufffd") | not)' as clerk --json show "$number"

number=$(as clerk --json receive --subject "วาง" --text "ที่ พบ ๑/๑
ประชุมประจำเดือน" | jq .number)
holds "a text is kept to search in without a file too" \
	'.text | contains("ประชุมประจำเดือน")' as clerk --json show "$number"
number=$(as clerk --json receive "$sheets/police.txt" --from "ผู้อ่านเอง" \
	--text "อ่านแล้ว" | jq .number)
holds "a file whose text was read before is only attached" \
	'.from == "ผู้อ่านเอง" and .ref_no == null and .text == "อ่านแล้ว" and
	 (.attachments | map(.name)) == ["police.txt"]' \
	as clerk --json show "$number"

{
	cat "$sheets/police.txt"
	echo "แบบสำรวจ https://shorturl.asia/03yA7"
} >link.txt
number=$(as clerk --json receive link.txt | jq .number)
holds "the addresses of the web that stand in a letter stay with it" \
	'.links == ["https://shorturl.asia/03yA7"]' \
	as clerk --json show "$number"

whole_at_last
