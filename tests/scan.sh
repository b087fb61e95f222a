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

# object NUMBER LINE...: adds it to $pdf, and remembers where.
object()
{
	offsets="$offsets $(wc -c <"$pdf")"
	printf '%s 0 obj\n' "$1" >>"$pdf"
	shift
	printf '%s\n' "$@" >>"$pdf"
}

# A page that is nothing but a picture of one bit a point.
scan_pdf()
{
	pdf=$1-scan.pdf
	offsets=
	pdftoppm -r 300 -mono -singlefile "$1.pdf" "$1-bits"
	bits=$1-bits.pbm
	size=$(sed -n 2p "$bits" | tr -d '\0')
	wide=${size% *} high=${size#* }
	page="$((wide * 72 / 300)) 0 0 $((high * 72 / 300)) 0 0 cm /Scan Do"
	echo '%PDF-1.4' >"$pdf"
	object 1 '<< /Type /Catalog /Pages 2 0 R >>' endobj
	object 2 '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' endobj
	object 3 "<< /Type /Page /Parent 2 0 R /Contents 5 0 R" \
		"/MediaBox [0 0 $((wide * 72 / 300)) $((high * 72 / 300))]" \
		"/Resources << /XObject << /Scan 4 0 R >> >> >>" endobj
	object 4 "<< /Type /XObject /Subtype /Image /Width $wide" \
		"/Height $high /ColorSpace /DeviceGray /BitsPerComponent 1" \
		"/Decode [1 0] /Length $(tail -n +3 "$bits" | wc -c) >>" stream
	tail -n +3 "$bits" >>"$pdf"
	printf '\nendstream\nendobj\n' >>"$pdf"
	object 5 "<< /Length ${#page} >>" stream "$page" endstream endobj
	end_pdf
	rm -f "$bits"
}

# Where its objects lie, and where that is told.
end_pdf()
{
	start=$(wc -c <"$pdf")
	{
		printf 'xref\n0 6\n0000000000 65535 f \n'
		# shellcheck disable=SC2086 # a line for each
		printf '%010d 00000 n \n' $offsets
		echo 'trailer << /Size 6 /Root 1 0 R >>'
		printf 'startxref\n%s\n%%%%EOF\n' "$start"
	} >>"$pdf"
}
