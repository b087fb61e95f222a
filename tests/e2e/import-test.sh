# import-test.sh -- a workbook of several sheets comes in from the screen
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/e2e/terminal.sh"

new_home
new_register register.db
saraban init อบต.บ้านไร่ --practice >/dev/null
saraban person add clerk "สมหญิง ใจดี" --post clerk >/dev/null

# A program in the place of LibreOffice: it has both sheets ready.
mkdir -p .config/saraban
printf 'PK\003\004 a workbook' >old.xlsx
cat >received.csv <<'END'
เลขรับ,วันที่รับ,เรื่อง
1,3 ก.พ. 68,ปั๊มน้ำชำรุด
5,4 ก.พ. 68,ขอใช้เต็นท์
END
echo 'ยอดรวม,5' >total.csv
cat >convert <<'END'
cp received.csv "$1/sheet-รับ ๒๕๖๘.csv"
cp total.csv "$1/sheet-สรุป.csv"
END
printf 'convert-sheet = sh %s/convert %%o %%s\n' "$HOME" \
	>.config/saraban/saraban.conf

begin 80 24 "$SARABAN" --lang en --as clerk
sees "the desk is there" 'Nothing waits for you'
keys C-o
sees "a file is asked for" '│ file  '
types 'old.xlsx'
keys Enter
sees "which sheet is meant stands behind the line" \
	'import .*old.xlsx.* --sheet'
sees "... and below which there are" 'is one of “รับ ๒๕๖๘”'
types '"สรุป"'
keys Enter
sees "one that is no register is refused" 'names the columns'
keys Escape
sees "the desk again" 'F2  receive a letter'
types ':import old.xlsx --sheet "รับ ๒๕๖๘"'
keys Enter
sees "the other is looked at" 'sheet “รับ ๒๕๖๘”'
sees "of missing numbers both sides are shown" 'row 2  *1 | 3 ก.พ. 68'
sees "... row by row" 'row 3  *5 | 4 ก.พ. 68'
keys F2
sees "nothing is entered by one key" 'Once more'
keys F2
sees "... but by two" '2 letters entered'
keys F10
ended "the clerk leaves" 0
