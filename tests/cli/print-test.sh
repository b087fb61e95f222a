# print-test.sh -- what was registered can be read on paper, letter by letter
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office

# Words whose marks are moved above tall letters, ำ behind a tone mark, signs
# below the line.
words='น้ำเงิน
ทำ
ปั๊ม
กฎหมาย
ฐิติมา
ฝั่งป่าฟื้นฟู
ปู่ย่าเปี่ยมปื้นป้องกัน
ก่ำป้ำค้ำ
ญาณวุฒิฤทธิ์ณัฏฐ์
กตัญญูสิ้นสุด
โป๊ะเก๊ะใหญ่'
printf '%s\n' "$words" | while read -r word; do
	as clerk receive --subject "เรื่อง $word" --from "ผู้ส่ง$word" \
		--ref "มท ๐๘๑๖.๕/ว ๕๕๓" --dated "15 ม.ค. 69"
done >said
long="การสำรวจข้อมูลระบบประปาหมู่บ้านและปั๊มน้ำบาดาลเพื่อแก้ไขปัญหาการขาดแคลน"
as clerk receive --subject "$long$long$long" >said

# Without the spaces and ends of line that paper put in.
bare()
{
	sed 's/[│─]//g' | tr -d ' \n\f'
}

# read_out WORDS FILE: each of the words, in their order.
read_out()
{
	printf '%s\n' "$1" | while read -r one; do
		grep -oF "เรื่อง$one" "$2" | head -n 1
	done | sed 's/^เรื่อง//'
}

# ---------------------------------------------------------------- as text
conf=$HOME/.config/saraban/saraban.conf
mkdir -p "$HOME/.config/saraban"
echo "print-columns = 300" >"$conf"
saraban print register >register.txt
bare <register.txt >bare.txt
same "the register's text has every word whole" "$words" \
	"$(read_out "$words" bare.txt)"
has "... in Thai digits" "หน้า ๑ จาก" "$(cat register.txt)"
has "... or in others" "หน้า 1 จาก" \
	"$(saraban print register --digits arabic)"
same "... and every page has 60 lines" 0 \
	"$(($(wc -l <register.txt) % 60))"
same "a part of it has its numbers alone" 2 \
	"$(saraban print register --since 2 --until 3 | grep -c '^[๒๓] ' )"
same "standard output has a name" "$(cat register.txt)" \
	"$(saraban print register --text -)"
rm "$conf"
same "the page of a day is printed as it is shown" "$(saraban page)" \
	"$(saraban print day)"

ok "a text goes into a file" saraban print register --text text.txt
same "... the same" "$(saraban print register)" "$(cat text.txt)"
refused "... that is not there yet" 4 "there already" \
	en print register --text text.txt
# One letter: who wrote what on it, and that it went round.
as clerk endorse 1 --note "เห็นควรมอบกองช่างทำ" >said
as head return 1 --reason "ขอให้ตรวจที่ปั๊มก่อน" >said
as clerk endorse 1 --note "ตรวจที่ปั๊มแล้ว" >said
as clerk circulate 2 --to works --to finance --purpose information >said
as works acknowledge 2 >said
slip=$(saraban print slip 1)
has "a routing slip has the endorsement" "เห็นควรมอบกองช่างทำ" "$slip"
has "... and why it came back" "ขอให้ตรวจที่ปั๊มก่อน" "$slip"
has "... and who wrote it" "(คุณ clerk)" "$slip"
same "... in the order in which it was written" "กองช่างทำปั๊มก่อนปั๊มแล้ว" \
	"$(printf '%s\n' "$slip" |
		grep -o 'กองช่างทำ\|ปั๊มก่อน\|ปั๊มแล้ว' | tr -d '\n')"
has "who has noted a letter is named" "กองช่าง.*คุณ works" \
	"$(saraban print circulation 2)"
refused "a letter that went nowhere has no such list" 2 "not sent round" \
	en print circulation 3
has "a stamp has the number" "เลขรับ  ๓" "$(saraban print stamp 3)"
has "... in the corner that is asked for" "^┌" \
	"$(saraban print stamp 3 --place bottom-left)"
has "a receipt names the letter" "เรื่อง .*ปั๊ม" "$(saraban print receipt 3)"
has "a card of a borrower has it too" "ปั๊ม" "$(saraban print borrow 3)"
as clerk send --to "อำเภอป่าฝ้าย" --subject "ตอบ" >said
as clerk sent "ส 1" --how post --receiver "นางปุ้ย" >said
has "the delivery book has what went out" "ส ๑/.*นางปุ้ย" \
	"$(saraban print delivery)"
refused "a letter that goes out has no receipt" 2 "came in" \
	en print receipt "ส 1"
has "so has the register of form 14" "เลขส่ง" \
	"$(saraban print register --book send)"
has "a list of destruction is empty as long as nothing is due" \
	"ไม่มีหนังสือ" "$(saraban print destruction)"
refused "a number without sheets has none to print" 3 "no block" \
	en print emergency 3
as clerk duty add 3 --what "ส่งแบบปั๊มน้ำ" --due "$(date +%Y)-12-31" >said
has "what is to be done is on a list" "ส่งแบบปั๊มน้ำ" \
	"$(saraban print duties)"
has "... and in its month" "แบบปั๊มน้ำ" \
	"$(saraban print month "$(date +%Y)-12-01")"

# A secret letter: who may read it reads it on paper, and that is an event.
saraban policy set secret-as 1 >said
saraban clear clerk ลับ --order "๑/๒๕๖๙" >said
as clerk receive --subject "ปั๊มลับ" --secrecy ลับ >said
secret=$(saraban --json list --limit 1 | jq '.[0].number')
hasnt "a secret letter is veiled on paper" "ปั๊มลับ" \
	"$(as finance print slip "$secret")"
hasnt "... also in the register" "ปั๊มลับ" "$(as finance print register)"
as clerk print slip "$secret" >slip.txt
has "who may read it has it" "ปั๊มลับ" "$(cat slip.txt)"
holds "... and has read it, which stands in the chain" \
	'[.[] | select(.kind == "letter.view")] | length == 1' \
	saraban --json history "$secret"

refused "two files are one too many" 2 "only one" \
	en print register --text a --pdf b
refused "there is no page of a day to come" 1 "no page" \
	en print day 2500-01-01

# ----------------------------------------------------------------- as PDF

# few COMMAND...: with 80 MB of memory at most.
few()
(
	# shellcheck disable=SC3045 # dash, bash and busybox have it
	ulimit -v 80000
	exec "$@"
)

if few "$SARABAN" --version >said 2>&1; then
	refused "without memory for a PDF that is told" 2 "no PDF can be made" \
		few "$SARABAN" --lang en print register --pdf few.pdf
else
	skip "without memory for a PDF that is told" "all of it is needed"
fi
saraban print register --pdf register.pdf >said 2>&1 || {
	has "why there is no PDF is told" "PDF" "$(cat said)"
	has "... and a file is written all the same" "register-.*txt" \
		"$(saraban print register --file)"
	whole_at_last
	exit
}
holds "a file is named after what it is" \
	'.output | test("register-[0-9]+[.]pdf$")' \
	saraban --json print register --file
holds "... and the next has another name" \
	'.output | test("register-[0-9]+-2[.]pdf$")' \
	saraban --json print register --file
if ! command -v pdftotext >/dev/null; then
	skip "the PDF has every word whole" "there is no pdftotext"
	whole_at_last
	exit
fi
pdftotext -raw register.pdf - | bare >bare.pdf.txt
same "the PDF has every word whole" "$words" \
	"$(read_out "$words" bare.pdf.txt)"
has "... a long one too" "$long$long$long" "$(cat bare.pdf.txt)"
has "... and the number of its pages" "หน้า๑จาก๑" "$(cat bare.pdf.txt)"
pdftotext register.pdf - | bare >bare.flow.txt
same "... in whatever order it is read" "$words" \
	"$(read_out "$words" bare.flow.txt)"

# Every installed Thai font.
fc-list :lang=th family 2>/dev/null | sed 's/,.*//' | sort -u >fonts
while read -r font; do
	echo "print-font = $font" >"$conf"
	rm -f font.pdf
	saraban print register --pdf font.pdf >said 2>&1 || cat said
	pdftotext -raw font.pdf - | bare >bare.font.txt
	same "words are whole in $font" "$words" \
		"$(read_out "$words" bare.font.txt)"
done <fonts
rm -f "$conf"

# The stamp over a file of the letter: the words of both, on page 1.
if command -v qpdf >/dev/null; then
	as clerk receive --subject "มีไฟล์" --attach register.pdf \
		--attach text.txt >said
	filed=$(saraban --json list --limit 1 | jq '.[0].number')
	saraban print stamp "$filed" --over 1 --pdf over.pdf >said
	pdftotext -raw -l 1 over.pdf - | bare >over.txt
	has "a stamp goes over page 1 of a file" "เรื่องน้ำเงิน.*เลขรับ" \
		"$(cat over.txt)"
	same "... and takes no page away" \
		"$(pdfinfo register.pdf | grep Pages)" \
		"$(pdfinfo over.pdf | grep Pages)"
	refused "... but not over what is no PDF" 2 "no PDF" \
		en print stamp "$filed" --over 2 --pdf other.pdf
	refused "... nor over a file that is not there" 2 "2 files" \
		en print stamp "$filed" --over 3 --pdf other.pdf
	echo "overlay-pdf = no-such-program %s %l %o" >"$conf"
	refused "a program that is missing is named" 2 "qpdf" \
		en print stamp "$filed" --over 1 --pdf other.pdf
else
	skip "a stamp goes over page 1 of a file" "there is no qpdf"
fi

# --------------------------------------------------------------- a printer
cat >"$HOME/printer" <<'END'
#!/bin/sh
echo "$1" >>"$HOME/was-printed"
END
chmod +x "$HOME/printer"
echo "print-command = $HOME/printer %s" >"$conf"
saraban print day --pdf day.pdf >said
same "a file that was asked for goes to no printer" no \
	"$(test -e "$HOME/was-printed" && echo yes || echo no)"
holds "what has no name goes to the program of print-command" '.sent' \
	saraban --json print day --file
has "... which gets the file" "day-.*pdf" "$(cat "$HOME/was-printed")"
whole_at_last
