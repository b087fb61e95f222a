#!/bin/sh
# forms-test.sh -- every form looks as it was once seen to be right
# SPDX-License-Identifier: GPL-3.0-or-later
#
# GOLDEN=1 writes the pictures and the texts anew: look at each before it is
# kept (convert of ImageMagick makes them small).  Pictures are of the first
# page, in Laksaman.
. "${top_srcdir:?make check runs it}/tests/lib.sh"

here=$top_srcdir/tests/paper
: "${top_builddir:?}"
test -d "$top_builddir/locale/th" ||
	skip_all "the forms are Thai, and translations were not built"

has_pdf=yes
"$SARABAN" --version >/dev/null
test -x "$top_builddir/tests/paper/alike" || has_pdf=no
new_home
script=$here/forms.keys
test "$has_pdf" = yes || {
	grep -v -e --pdf "$script" >forms.keys
	script=forms.keys
}
ok "all forms are printed" "$top_builddir/tests/tui/play" "$script" .

# What is another in each register: its codes, and their QR.
without_codes()
{
	sed 's/\([2-9A-HJ-NP-Z]\{4\} \)\{6\}[2-9A-HJ-NP-Z]*/CODE/
		s/[0-9A-F]\{16\}/KEY/; /[█▀▄]/s/.*/QR/'
}

for text in *.txt; do
	form=${text%.txt}
	without_codes <"$text" >known
	test -n "${GOLDEN-}" && cp known "$here/$form.txt"
	ok "$form fits into 80 columns" test "$(wc -L <"$text")" -le 80
	ok "$form is on a line printer as it was" diff -u "$here/$text" known
done

pages_look()
{
	test "$has_pdf" = yes || {
		echo "this saraban was built without pango and cairo"
		return 1
	}
	command -v pdftoppm >/dev/null || {
		echo "there is no pdftoppm"
		return 1
	}
	pdffonts register.pdf | grep -q Laksaman || {
		echo "the font is another than Laksaman"
		return 1
	}
}
if ! why=$(pages_look); then
	skip "every form looks as it did" "$why"
	exit
fi
for pdf in *.pdf; do
	form=${pdf%.pdf}
	pdftoppm -r 60 -gray -png -singlefile "$pdf" "$form"
	test -n "${GOLDEN-}" && convert "$form.png" +dither \
		-posterize 16 -depth 4 -strip "$here/$form.png"
	ok "$form looks as it did" "$top_builddir/tests/paper/alike" \
		"$here/$form.png" "$form.png" 0.5
done

# What was registered is read out of each: marks whole, in the order of the
# form.
while read -r form first second; do
	pdftotext -raw "$form.pdf" - | tr -d ' \n\f' >out.txt
	has "$form.pdf has what was registered" "$first.*$second" \
		"$(cat out.txt)"
done <<'END'
borrow ปั๊มน้ำบาดาลเพื่อแก้ไขปัญหา มท๐๘๑๖.๕/ว๕๕๓
circulation ตามกฎหมายว่าด้วยน้ำเงินทำงาน นางปุ้ยกฎหมาย
day น.ส.ฐิติมาน้ำเงิน รหัสของหน้านี้
day นางสาวฐิติมาปั๊มทอง หน้า๑จาก
delivery องค์การบริหารส่วนตำบลปากน้ำ นางปุ้ยฝ้ายป่า
destruction ขอเชิญประชุมหัวหน้าส่วนราชการ ประธาน
duties รายงานผลน้ำเงิน ส่งแบบสำรวจระบบประปา
emergency ใบรับหนังสือฉุกเฉิน ๔/๒๕๖๙
month วันขึ้นปีใหม่ รายงานผลน้ำเงิน
receipt ปั๊มน้ำบาดาลเพื่อแก้ไขปัญหา ได้รับหนังสือ
register ปั๊มน้ำบาดาลเพื่อแก้ไขปัญหา นางสาวฐิติมาปั๊มทอง
slip เห็นควรมอบกองช่างสำรวจ น.ส.ฐิติมาน้ำเงิน
slip นายวิชัยทำดี นายประเสริฐฟื้นฟู
way ปลัดอบต. ลงชื่อ
stamp องค์การบริหารส่วนตำบลปากน้ำ ๒๐มกราคม๒๕๖๙
END
