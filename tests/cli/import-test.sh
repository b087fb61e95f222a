# import-test.sh -- old registers, as offices have them, come in
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office_with --next-number 614

cat >old.csv <<'END'
ทะเบียนหนังสือรับ อบต.หนองกะปุ,,,,,,,,
ประจำปี พ.ศ. ๒๕๖๘,,,,,,,,
,,,,,,,,
เลขรับ,วันที่ลงรับ,เวลา,ที่,ลงวันที่,จาก,ถึง,เรื่อง,การปฏิบัติ
๑,๖ ม.ค. ๖๘,๙.๐๕ น.,มท ๐๘๐๘.๒/ว ๑,๓ ม.ค. ๖๘,กรม,นายก อบต.,แผนพัฒนา,มอบกองช่าง
2,,,"=""0412/2568""",6/1/2568,อำเภอ,"""",ปั๊มน้ำเงิน,
เลขรับ,วันที่ลงรับ,เวลา,ที่,ลงวันที่,จาก,ถึง,เรื่อง,การปฏิบัติ
ทะเบียนหนังสือรับ วันที่ ๘ เดือน มกราคม พ.ศ. ๒๕๖๘,,,,,,,,
3,,,ก,2025-01-07,อำเภอ,นายก,"เรื่อง ""ที่สาม""",
5,45666,,ข,32/1/2568,อำเภอ,นายก,ผิดวัน,
END

status "without a word it is not entered" 2 as clerk import old.csv
before=$(whole)
status "what is wrong is a fault that was found" 1 \
	as clerk import old.csv --dry-run
same "... and nothing is written" "$before" "$(whole)"
has "the row and the column are named" \
	'✗ row 10, column E “ลงวันที่”: “32/1/2568”: January has 31 days' \
	"$(said)"
has "a missing number is told, not invented" \
	'· row 10, column A “เลขรับ”: number 4/2568 before it is missing' \
	"$(said)"
has "... and counted" '3 letters, numbers 1 to 3, 1 number missing' "$(said)"
same "... with the rows on both sides of it" '[9,"3",10,"5"]' \
	"$(as clerk --json import old.csv --dry-run |
		jq -c '.doubts[] | select(.code == "gap") |
			[.before.row, .before.cells[0], .row, .cells[0]]')"
status "the rest goes in" 1 as clerk import old.csv --yes
has "... as is said" '3 letters entered, 1 row left out' "$(said)"
holds "numbers and dates are as they were" \
	'.state == "closed" and .imported and .number == 1 and
	 .received_at == "2025-01-06T09:05:00+07:00" and .dated == "2025-01-03"
	 and .ref_no == "มท ๐๘๐๘.๒/ว ๑" and .old_register.number == "๑" and
	 .old_register.done == "มอบกองช่าง" and .old_register.row == 5' \
	as clerk --json show 1/2568
holds "an empty day, and a mark for the same, are those above" \
	'.received_at == "2025-01-06T00:00:00+07:00" and
	 .to == "นายก อบต." and .ref_no == "0412/2568"' \
	as clerk --json show 2/2568
holds "the head of a day says it" \
	'.received_at == "2025-01-08T00:00:00+07:00" and
	 .subject == "เรื่อง \"ที่สาม\""' as clerk --json show 3/2568
has "its history says where it came from" 'old.csv, row 5' \
	"$(as clerk history 1/2568)"
holds "it is found" '[.[].number] == [2]' as clerk --json search ปัมนำเงิน
holds "... also by what was done" '[.[].number] == [1]' \
	as clerk --json search กองช่าง
ok "it is corrected" as clerk correct 1/2568 subject "แผนพัฒนาท้องถิ่น" \
	--reason "สะกด"
status "the same file again" 1 as clerk import old.csv --yes
has "... changes nothing, whatever was corrected" \
	'0 letters entered, 3 are there already, 1 row left out' "$(said)"
same "... and leaves the file to mend alone" 2 \
	"$(find . -name 'old.csv.mend*' | wc -l)"

has "the file to mend says why" '“32/1/2568”: January has 31 days' \
	"$(cat old.csv.mend.csv)"
sed 's,32/1/2568,7/1/2568,' old.csv.mend.csv >mended.csv
ok "what was mended comes in" as clerk import mended.csv --yes
holds "... as the others did" \
	'.subject == "ผิดวัน" and .dated == "2025-01-07" and
	 .received_at == "2025-01-09T00:00:00+07:00"' \
	as clerk --json show 5/2568

# One file in every form in which offices have it.
printf 'เลขรับ,วันที่รับ,เรื่อง,จาก\r\n7,9/1/2568,"ก;ข",อำเภอ\r\n' >utf8.csv
iconv -f UTF-8 -t CP874 utf8.csv >cp874.csv
{ printf '\357\273\277' && cat utf8.csv; } >bom.csv
{ printf '\377\376' && iconv -f UTF-8 -t UTF-16LE utf8.csv; } >utf16le.csv
{ printf '\376\377' && iconv -f UTF-8 -t UTF-16BE utf8.csv; } >utf16be.csv
tr ',' '\t' <utf8.csv >tab.csv
sed 's/,/;/g' utf8.csv >semicolon.csv
for form in utf8 cp874 bom utf16le utf16be tab semicolon; do
	holds "$form" '.letters == 1 and .left_out == 0 and .doubts[0].code ==
		null and [.columns[].field] ==
		["number", "day of registering", "subject", "from"]' \
		as clerk --json import $form.csv --dry-run
done
ok "one of them goes in" as clerk import cp874.csv --yes
for form in utf8 bom utf16le utf16be tab semicolon; do
	holds "... and $form is the same" '.letters == 0 and .there == 1' \
		as clerk --json import $form.csv --yes
done
holds "another encoding may be said" '.encoding == "TIS-620"' \
	as clerk --json import cp874.csv --dry-run --encoding tis620
status "... of those there are" 2 as clerk import utf8.csv --dry-run \
	--encoding EBCDIC

# By standard input, as files come over SSH.
printf 'เลขรับ,วันที่รับ,เรื่อง\n40,9/1/2568,ทางไกล\n41,32/1/2568,ผิด\n' >far.csv
same "standard input is read as a file is" '["standard input",1,1]' \
	"$(as clerk --json import - --dry-run <far.csv |
		jq -c '[.file, .letters, .left_out]')"
status "... and what is not wrong goes in" 1 as clerk import - --yes <far.csv
has "... where no file can be written, it is said how to have it" \
	"once more with --mend" "$(said)"
same "... and none is" "" "$(find . -name '-*')"
holds "... the letter is there" '.old_register.file == "stdin"' \
	as clerk --json show 40/2568
as clerk import - --mend <far.csv >mend.csv
has "the rows left out come by standard output" "January has 31 days" \
	"$(cat mend.csv)"
same "... and nothing else" 2 "$(wc -l <mend.csv)"
printf 'PK\003\004 a workbook' >book.xlsx
refused "no workbook comes so" 2 "by standard input is CSV" \
	as clerk import - --dry-run <book.xlsx

# Several books and years in one file.
cat >books.csv <<'END'
ทะเบียน;ปี พ.ศ.;วันที่รับ;เรื่อง;สมุด
1;2567;2/1/2567;ก;
ว 1;2567;2/1/2567;ข;
1;2567;2/1/2567;ค;send
1;2566;3/1/2566;ง;
700;2569;5/1/2569;จ;
7;2569;5/1/2569;ฉ;
x 9;2567;3/1/2567;ช;
9;2567;3/1/2567;ซ;ไม่มี
END
# What is told of a file: [row, code] of each doubt, but for missing numbers.
doubts()
{
	as clerk --json import "$@" --dry-run |
		jq -c '[.doubts[] | select(.code != "gap") | [.row, .code]]'
}
same "a book that is none" '[[8,"book"],[9,"book"]]' "$(doubts books.csv)"
same "books and years are told apart" \
	"$(jq -nc '[["receive", 2567, 1], ["circular", 2567, 1],
		["send", 2567, 1], ["receive", 2566, 1],
		["receive", 2569, 700]]')" \
	"$(as clerk --json import books.csv --dry-run |
		jq -c '[.books[] | select(.letters > 0) |
			[.book, .year, .last]]')"
ok "of a year that is given all numbers are" fails as clerk import books.csv \
	--dry-run --year 2567
has "... or it is told" 'it is of 2566, not of 2567' "$(said)"
as clerk import books.csv --yes >said || :
holds "the register's own numbers go on behind them" '.number == 701' \
	as clerk --json receive --subject ใหม่
refused "... and do not begin before them" 3 "have been given" \
	saraban --lang en book begin receive 650
printf 'เลขรับ,วันที่รับ,เรื่อง\n702,6/1/2569,ก\n613,6/1/2569,ข\n' >behind.csv
same "what the register gives itself is not imported" '[[2,"behind"]]' \
	"$(doubts behind.csv)"
printf 'เลขรับ,วันที่รับ,เรื่อง\n5,6/1/2569,ก\n' >sent.csv
ok "of a book without entries" as clerk import sent.csv --yes \
	--book send
refused "... none is given that was imported" 3 "up to number 5 of 2569" \
	saraban --lang en book begin send 4
holds "a letter that went out is delivered" '.state == "delivered"' \
	as clerk --json show send:1/2567

# What is hostile is text.
printf 'เลขรับ,วันที่รับ,เรื่อง\n20,9/1/2568,"a\033]0;x\007 \342\200\256b"\n' >bad.csv
printf '21,9/1/2568,ก\000ข\n22,9/1/2568,=cmd|x\n' >>bad.csv
printf '23,9/1/2568,"ไม่ปิด\n24,9/1/2568,ดี\n' >>bad.csv
same "marks, NUL, formulas and quotes are told" \
	'[[2,"control"],[3,"control"],[4,"formula"],[5,"quote"]]' \
	"$(doubts bad.csv)"
as clerk import bad.csv --yes >said || :
same "... and stand as they can be seen" 'a^[]0;x^G <U+202E>b' \
	"$(as clerk --json show 20/2568 | jq -r .subject)"
ok "what follows an open quote is there" as clerk show 24/2568
printf 'a,b\n1,2\n' >nohead.csv
refused "a file that names no columns" 2 "names the columns" \
	as clerk import nohead.csv --dry-run
refused "a file that is not there" 2 "no.csv" \
	as clerk import no.csv --dry-run

# Who may, and what is secret.
refused "the head may not" 3 "ธุรการ" as head import utf8.csv --yes
refused "... nor may a division" 3 "only these may" \
	as works import utf8.csv --dry-run
ok "who keeps people and posts may" saraban import utf8.csv --yes
printf 'เลขรับ,วันที่รับ,เรื่อง,ชั้นความลับ\n30,9/1/2568,ความลับสุดยอด,ลับ\n' >secret.csv
ok "a registrar is named" saraban post add registrar \
	"นายทะเบียนข้อมูลข่าวสารลับ" --role registrar
ok "... and held" saraban person add reg "คุณ ลับ" --post registrar
same "then the clerk enters no secret letters" '[[2,"secret"]]' \
	"$(doubts secret.csv)"
ok "the registrar does" as reg import secret.csv --yes
hasnt "who may not read it sees nothing of it" สุดยอด \
	"$(as clerk --json show 30/2568)"

# Cut off in the middle, it goes on.
awk 'BEGIN { print "เลขรับ,วันที่รับ,เรื่อง"
	for (i = 1; i <= 9000; i++) print i ",1/2/2565,เรื่อง " i }' >long.csv
"$SARABAN" --as clerk import long.csv --yes >said 2>&1 &
pid=$!
n=0
while test "$n" -lt 2000 && kill -0 "$pid" 2>/dev/null; do
	n=$(sql "SELECT count(*) FROM letter WHERE year = 2565")
done
kill -9 $pid
wait $pid 2>said || :
n=$(sql "SELECT count(*) FROM letter WHERE year = 2565")
same "whole chunks are in" 0 $((n % 2000 % 1000))
ok "... and the same command does the rest" as clerk import long.csv --yes
has "... all of it" "$((9000 - n)) letters entered" "$(said)"
whole_at_last

# What is exported comes back, cell by cell.
as clerk export --csv >said.csv
same "it begins with the mark by which Excel knows it" "efbbbf" \
	"$(head -c 3 said.csv | od -An -tx1 | tr -d ' \n')"
same "every line ends as Excel wants it" "$(wc -l <said.csv)" \
	"$(grep -c "$(printf '\r$')" said.csv)"
hasnt "no cell is a formula but a text" ',"\?=[^"]' "$(cat said.csv)"
has "a number that looks like another is guarded" '"=""0412/2568"""' \
	"$(cat said.csv)"
hasnt "nothing of a secret letter" สุดยอด "$(cat said.csv)"
letters='SELECT l.year, l.book, l.number, l.ref_no, l.dated, l.sender,
	l.recipient, l.subject, l.received_at, i.done, i.remark
	FROM letter l JOIN imported i USING (office, letter)
	WHERE l.year < 2569 AND l.secrecy IS NULL
	ORDER BY l.year, l.book, l.number'
before=$(sql "$letters")
old=$HOME
new_office_with --next-number 9999
cp "$old/said.csv" .
as clerk import said.csv --yes >said 2>&1 || :
same "all of it, in another register" "$before" \
	"$(sql "$letters")"
if command -v soffice >/dev/null; then
	timeout 120 soffice -env:UserInstallation="file://$HOME/lo" --headless \
		--infilter="Text - txt - csv (StarCalc):44,34,76,1" \
		--convert-to "csv:Text - txt - csv (StarCalc):44,34,76,1" \
		--outdir lo said.csv >said 2>&1 || :
	there=$(as clerk --json import said.csv --dry-run | jq .there)
	as clerk --json import lo/said.csv --dry-run >said 2>&1 || :
	same "LibreOffice gives back the same" "$there" "$(jq .there said)"
	same "... cell by cell" 0 "$(jq .letters said)"
else
	skip "LibreOffice gives back the same" "soffice is missing"
	skip "... cell by cell" "soffice is missing"
fi

# shellcheck disable=SC1111 # such quotes are what is tried
as clerk receive --subject "“ก” ☺ ข" >said
as clerk export --csv --year 2569 --encoding TIS-620 --output tis.csv >said
has "what TIS-620 lacks is told, letter by letter" \
	'9999/2569: not in TIS-620, and a ? in the file: “”☺' "$(cat said)"
has "... and stands as a question mark" '?ก? ? ข' \
	"$(iconv -f TIS-620 -t UTF-8 tis.csv)"
status "on a terminal it would be garbage" 2 \
	as clerk export --csv --encoding CP874
