# workbook-test.sh -- old registers come in as .xlsx and .ods, letters go out
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office_with --next-number 614
TMPDIR=$HOME/tmp
export TMPDIR
mkdir -p "$TMPDIR" .config/saraban

conf()
{
	cat >.config/saraban/saraban.conf
}

# ------------------------------------------------------- what converts, and how
# A program in the place of LibreOffice: it has the sheets ready.
printf 'PK\003\004 a workbook' >old.xlsx
cat >a.csv <<'END'
เลขรับ,วันที่รับ,ที่,เรื่อง,จาก
0001,3 ก.พ. 68,0412/2568,ปั๊มน้ำ,อำเภอ
0002,32/1/2568,1/2,ผิดวัน,อำเภอ
END
echo 'no register' >b.csv
printf ',,\r\n\r\n' >empty.csv
# converts CSV NAME...: what the program leaves behind.
converts()
{
	{
		printf '#!/bin/sh\ntest "$LC_ALL" = C.UTF-8 &&\n'
		printf 'test "$(head -c 2 "$1")" = PK || exit 3\n'
		while test $# -gt 1; do
			printf 'cp "%s" "$2/%s"\n' "$HOME/$1" "$2"
			shift 2
		done
	} >convert
	chmod +x convert
}
# shows SENTENCE FILTER FILE OPTION...: what a look at it answers; that rows are
# left out is status 1.
shows()
{
	shows_name=$1 shows_filter=$2
	shift 2
	as clerk --json import "$@" --dry-run >answer 2>&1 || :
	ok "$shows_name" jq -e "$shows_filter" answer
}
conf <<END
convert-sheet = $HOME/convert %s %o
END
converts a.csv "sheet-รับ ๒๕๖๘.csv" empty.csv sheet-Sheet2.csv
shows "the only sheet that is not empty is taken" \
	'.sheet == "รับ ๒๕๖๘" and .letters == 1 and .left_out == 1 and
	 .doubts[0].row == 3 and .doubts[0].column == "B"' \
	old.xlsx
has "people are told which" 'old.xlsx: sheet “รับ ๒๕๖๘”' \
	"$(as clerk import old.xlsx --dry-run)"
same "... and nothing is left lying about" "" "$(ls "$TMPDIR")"
shows "a doubtful row is there to be looked at" \
	'.doubts[0].cells == ["0002","32/1/2568","1/2","ผิดวัน","อำเภอ"]' \
	old.xlsx
status "what is to be mended can be written alone" 1 \
	as clerk import old.xlsx --mend
has "... as CSV, with the reason" "January has 31 days" \
	"$(cat old.xlsx.mend.csv)"
same "... and nothing is entered" 0 "$(sql "SELECT count(*) FROM letter")"
status "the rest goes in" 1 as clerk import old.xlsx --yes
holds "... as it was" \
	'.old_register.number == "0001" and .ref_no == "0412/2568" and
	 .received_at == "2025-02-03T00:00:00+07:00" and
	 .old_register.file == "old.xlsx"' as clerk --json show 1/2568
shows "the same again changes nothing" '.letters == 0 and .there == 1' \
	old.xlsx
converts a.csv "sheet-รับ ๒๕๖๘.csv" b.csv sheet-สรุป.csv
refused "of several the sheet must be named" 2 '“รับ ๒๕๖๘”, “สรุป”' \
	as clerk import old.xlsx --dry-run
shows "... and is then taken" '.sheet == "รับ ๒๕๖๘" and .there == 1' \
	old.xlsx --sheet "รับ ๒๕๖๘"
refused "... one that there is" 2 'no sheet “ส่ง”, but “รับ' \
	as clerk import old.xlsx --dry-run --sheet ส่ง
refused "one without a register is refused as a file is" 2 \
	"names the columns" as clerk import old.xlsx --dry-run --sheet สรุป
refused "CSV has no sheets" 2 "is for workbooks" \
	as clerk import a.csv --dry-run --sheet x
converts empty.csv sheet-Sheet1.csv
refused "an empty workbook is told" 2 "nothing on its sheets" \
	as clerk import old.xlsx --dry-run

conf <<END
convert-sheet = $HOME/nowhere %s %o
convert-sheet-else = $HOME/convert %s %o
END
converts a.csv sheet-A.csv
shows "where the first program is missing there is another" \
	'.sheet == "A"' old.xlsx
conf <<END
convert-sheet = nowhere %s %o
convert-sheet-else = nowhere-else %s %o
END
refused "without either, what to install is told" 2 \
	"nowhere, or nowhere-else; install libreoffice-calc or gnumeric" \
	as clerk import old.xlsx --dry-run
conf <<END
convert-sheet = sh -c "sleep 9; true %s %o"
extract-seconds = 1
END
refused "a program that hangs is ended" 2 "longer than 1 second" \
	as clerk import old.xlsx --dry-run
same "... and nothing is left lying about" "" "$(ls "$TMPDIR")"

# --------------------------------------------------------------- LibreOffice
rm .config/saraban/saraban.conf
# lo FORMAT FILE: another file of it, in the folder lo.
lo()
{
	command -v soffice >/dev/null &&
		timeout 120 soffice --headless --convert-to "$1" \
			"-env:UserInstallation=file://$HOME/profile" \
			--outdir lo "$2" >lo.said 2>&1
}
cp "$top_srcdir/tests/fixtures/workbook.fods" workbook.fods
fields='[.received_at[:10], .dated, .ref_no, .from, .subject,
	.old_register.number, .old_register.received, .old_register.dated]'
first='["2025-02-03","2025-01-02","0412/2568","อำเภอ, \"ภูเขียว\"",'
first=$first'"ปั๊มน้ำเงิน","0001","3 ก.พ. 68","2/1/2025"]'
for format in xlsx ods; do
	if ! lo $format workbook.fods; then
		skip "$format: what is shown comes in" "soffice is missing"
		continue
	fi
	new_register "$format.db"
	make_office --next-number 614 >said 2>&1
	as clerk --json import lo/workbook.$format --sheet "รับ ๒๕๖๘" --yes \
		>said || :
	same "$format: the row that is wrong is left out, by its line" \
		'[2,1,6,"date"]' "$(jq -c '[.letters, .left_out,
			(.doubts[] | select(.left_out) | .row, .code)]' said)"
	same "$format: days, zeros and Thai are as the sheet shows them" \
		"$first" "$(as clerk --json show 1/2568 | jq -c "$fields")"
	same "$format: what looks like a day or a formula is text" \
		'["1/2","2025-01-30","=1+1"]' \
		"$(as clerk --json show 2/2568 |
			jq -c '[.ref_no, .dated, .subject]')"
done

# -------------------------------------------------------------------- gnumeric
if command -v ssconvert >/dev/null && test -s lo/workbook.ods; then
	REGISTER=$HOME/gnumeric.db
	SARABAN_REGISTER=$REGISTER
	make_office --next-number 614 >said 2>&1
	echo 'convert-sheet = nowhere %s %o' | conf
	for format in xlsx ods; do
		refused "gnumeric, $format: it names the sheets" 2 \
			'“รับ ๒๕๖๘”' \
			as clerk import lo/workbook.$format --dry-run
		as clerk --json import lo/workbook.$format \
			--sheet "รับ ๒๕๖๘" --yes >said 2>&1 || :
		same "... its rows are in, and the wrong one is left out" \
			'[2,1,6,"date"]' "$(jq -c '[.letters + .there,
			.left_out, (.doubts[] | select(.left_out) |
			.row, .code)]' said)"
	done
	first='["2025-02-03","2025-01-02","0412/2568","อำเภอ, \"ภูเขียว\"",'
	first=$first'"ปั๊มน้ำเงิน","1","2025/02/03","2025/01/02"]'
	same "... days are the same days, of whatever calendar" \
		"$first" "$(as clerk --json show 1/2568 | jq -c "$fields")"
	rm .config/saraban/saraban.conf
else
	skip "gnumeric in the place of LibreOffice" \
		"ssconvert or soffice is missing"
fi

# ----------------------------------------------------------------- going out
new_register out.db
make_office >said 2>&1
as clerk receive --subject "=cmd|' /C calc'!A0" --ref "0412/2569" \
	--from "+66 @SUM(1)" --dated 2026-01-15 >said
as clerk receive --subject "-ปั๊มน้ำ \"ทำ\", 1/2" --ref "1/2" >said
as clerk receive --secrecy ลับ --subject "ฆฌฎ" >said 2>&1
same "each letter is a line of JSON, as list answers it" \
	"$(as clerk --json list | jq -cS '.[]' | sort)" \
	"$(as clerk export --jsonl 2>said | jq -cS . | sort)"
has "... and it is told up to which event" 'after it: --since [0-9]' \
	"$(cat said)"
as clerk export --jsonl >out.jsonl 2>said
same "... one on each line" 3 "$(wc -l <out.jsonl)"
holds "after --json they are an array" \
	'length == 3 and .[0].number == 1 and .[2].veiled' \
	as clerk --json export --jsonl
holds "the answer tells the event to programs" \
	'.seq == 12 and .letters == 3' \
	as clerk --json export --jsonl --output file.jsonl
same "... and the file is the same" "$(cat out.jsonl)" "$(cat file.jsonl)"
hasnt "no word of what is secret" ฆฌฎ "$(cat out.jsonl)"

numbers()
{
	as clerk --json export --jsonl --since "$1" | jq -c '[.[].number]'
}
same "since an event: what came behind it" '[3]' "$(numbers 11)"
same "... all of it from 0" '[1,2,3]' "$(numbers 0)"
same "... nothing where nothing is new" '[]' "$(numbers 12)"
as clerk correct 1/2569 to "นายก" --reason "ตกหล่น" >said
same "what was corrected is new again" '[1]' "$(numbers 12)"
same "since a day" '[1,2,3]' "$(numbers 2020-01-01)"
same "... in CSV" 2 "$(as clerk export --csv --since 12 2>said | wc -l)"
same "... as text, of this office" 3 \
	"$(saraban export --text --since 12 2>said | wc -l)"
as clerk duty add 2/2569 --what "รายงาน" --due "$(date -d '+30 days' +%F)" >said
same "... as a calendar" 1 "$(as clerk export --ics --office --since 13 \
	2>said | grep -c BEGIN:VEVENT)"
as clerk cancel 3/2569 --reason "ลงผิด" >said
same "... without what did not change" 0 "$(as clerk export --ics --office \
	--since 15 2>said | grep -c BEGIN:VEVENT)"
refused "an event to come means that an older backup lies here" 2 \
	"stands at event 15" as clerk export --csv --since 900
refused "one format at a time" 2 "either --csv or --jsonl" \
	as clerk export --csv --jsonl

refused "a workbook is for a file" 2 "goes to a file" as clerk export --xlsx
if as clerk export --xlsx --output out.xlsx >said 2>&1; then
	has "a workbook is written" '3 letters are written: out.xlsx' \
		"$(cat said)"
	same "... and nothing is left lying about" "" "$(ls "$TMPDIR")"
	status "what is there stays" 4 \
		as clerk export --xlsx --output out.xlsx
else
	has "without libxlsxwriter that is said" "built without" "$(cat said)"
fi
# part NAME: a file of the workbook, one tag on a line.
part()
{
	unzip -p out.xlsx "$1" | sed 's/></>\
</g'
}
if test -s out.xlsx && command -v unzip >/dev/null; then
	part xl/worksheets/sheet1.xml >sheet.xml
	has "its head stays in sight" \
		'<pane ySplit="1" topLeftCell="A2".* state="frozen"' \
		"$(cat sheet.xml)"
	has "... and is printed on each page" "Print_Titles.*!.1:.1<" \
		"$(part xl/workbook.xml)"
	same "each column is as wide as what stands in it" \
		"7 9 9 12 7 22 12 30 24 60 9 9 24 20 12 12" \
		"$(sed -n 's/^<col .* width="\([0-9]*\).*/\1/p' sheet.xml |
			tr '\n' ' ' | sed 's/ $//')"
else
	skip "head and columns" "unzip or libxlsxwriter missing"
fi
as clerk export --csv >out.csv 2>said
shown='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true'
if ! test -s out.xlsx || ! lo "$shown" out.xlsx; then
	skip "LibreOffice opens the workbook" "soffice or libxlsxwriter missing"
	exit
fi
same "LibreOffice shows each cell as it was written" \
	"2569,1,0412/2569,15/01/2569,+66 @SUM(1),=cmd|' /C calc'!A0" \
	"$(sed -n 2p lo/out.csv | cut -d, -f1,3,6,7,8,10)"
same "... and a day beside the written one, as a day" "15/1/2569" \
	"$(sed -n 2p lo/out.csv | cut -d, -f16)"
hasnt "nothing of a secret letter" ฆฌฎ "$(cat lo/out.csv)"
lo fods out.xlsx
has "a day is a day" 'office:date-value="2026-01-15' "$(cat lo/out.fods)"
hasnt "and nothing is a formula" 'table:formula' "$(cat lo/out.fods)"
new_register again.db
make_office --next-number 99 >said 2>&1
as clerk import out.csv --yes >said 2>&1 || :
n=$(sql "SELECT count(*) FROM letter")
holds "what comes in from the workbook is what comes in from CSV" \
	".letters == 0 and .there == $n and .there > 1" \
	as clerk --json import out.xlsx --dry-run
