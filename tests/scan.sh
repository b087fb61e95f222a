# scan.sh -- letters on paper: set, printed, and scanned again
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# After tests/lib.sh.  pango-view sets the text in a Thai font, pdftoppm is
# printer and scanner, tesseract is what will recognise it.
#
#	can_scan || skip_all "$lacking"
#	print_letter sheet.txt page	makes page.pdf, with its text
#	scan_picture page 		makes page.png from it, at 300 dpi
#	scan_pdf page			makes page-scan.pdf, a picture only

lacking=
can_scan()
{
	for program in pango-view pdftotext pdftoppm tesseract fc-list; do
		command -v $program >/dev/null ||
			lacking="$lacking $program is missing;"
	done
	test -z "$lacking" || return
	tesseract --list-langs 2>/dev/null | grep -qx tha ||
		lacking="tesseract knows no Thai"
	fc-list :lang=th family | grep -q "$font" ||
		lacking="the font $font is missing"
	test -z "$lacking"
}

# As letters are: 16 points, on the width of a page of A4.
font=Laksaman
print_letter()
{
	pango-view --no-display -q --font="$font 16" --width=453 \
		--wrap=word-char --margin=70 --output="$2.pdf" "$1" \
		2>/dev/null
}

scan_picture()
{
	pdftoppm -r 300 -gray -png -singlefile "$1.pdf" "$1"
}

# object NUMBER: begins one, and remembers where.
object()
{
	offsets="$offsets $(wc -c <"$pdf")"
	printf '%s 0 obj\n' "$1" >>"$pdf"
}

# A page that is nothing but a picture of one bit a point.
scan_pdf()
{
	pdf=$1-scan.pdf
	offsets=
	pdftoppm -r 300 -mono -singlefile "$1.pdf" "$1-bits"
	mv "$1-bits.pbm" "$1.pbm" 2>/dev/null
	set -- "$1" $(sed -n 2p "$1.pbm" | tr -d '\0')
	tail -n +3 "$1.pbm" >"$1.bits"
	printf '%%PDF-1.4\n' >"$pdf"
	object 1
	printf '<< /Type /Catalog /Pages 2 0 R >>\nendobj\n' >>"$pdf"
	object 2
	printf '<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n' >>"$pdf"
	object 3
	printf '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s %s]
/Resources << /XObject << /Scan 4 0 R >> >> /Contents 5 0 R >>\nendobj\n' \
		$(($2 * 72 / 300)) $(($3 * 72 / 300)) >>"$pdf"
	object 4
	printf '<< /Type /XObject /Subtype /Image /Width %s /Height %s
/ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Length %s >>
stream\n' "$2" "$3" "$(wc -c <"$1.bits")" >>"$pdf"
	cat "$1.bits" >>"$pdf"
	printf '\nendstream\nendobj\n' >>"$pdf"
	object 5
	page="$(($2 * 72 / 300)) 0 0 $(($3 * 72 / 300)) 0 0 cm /Scan Do"
	printf '<< /Length %s >>\nstream\n%s\nendstream\nendobj\n' \
		${#page} "$page" >>"$pdf"
	start=$(wc -c <"$pdf")
	printf 'xref\n0 6\n0000000000 65535 f \n' >>"$pdf"
	# shellcheck disable=SC2086 # one line for each
	printf '%010d 00000 n \n' $offsets >>"$pdf"
	printf 'trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%s\n%%%%EOF\n' \
		"$start" >>"$pdf"
	rm -f "$1.pbm" "$1.bits"
}
