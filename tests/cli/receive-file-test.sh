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

whole_at_last
