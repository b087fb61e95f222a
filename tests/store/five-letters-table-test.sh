# five-letters-table-test.sh -- the table of the five letters follows from words
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"

# What the program does is compared with the table by five-letters-test.c; here
# the table is compared with what a person reads in the letters, without the
# program.
fixtures=$top_srcdir/tests/fixtures

derived()
{
	$AWK -f "$top_srcdir/tests/store/five-letters.awk" \
		"$top_srcdir/data/holidays" \
		"$fixtures/five-letters-story.txt" | LC_ALL=C sort
}

same "each line of the table follows from the story and the holidays" \
	"$(derived)" "$(grep -v '^#' "$fixtures/five-letters-duties.txt")"

# The words that the story quotes stand in the letters.
quoted()
{
	awk '/^# [0-9][0-9][0-9],/ { letter = substr($2, 1, 3) }
		/^# / { sub(/^# /, ""); print letter, $0 }' \
		"$fixtures/five-letters-story.txt"
}

for words in \
	"001 ให้แล้วเสร็จภายในเดือนเมษายน ๒๕๖๔" \
	"001 ภายในวันที่ ๒๖ มกราคม ๒๕๖๔" \
	"001 ทุกวันที่ ๒๐ ของเดือน จำนวน ๔ ครั้ง โดยรายงานครั้งที่ ๑" \
	"001 ภายในวันที่ ๒๐ เมษายน ๒๕๖๔" \
	"003 โดยเริ่มรายงานครั้งแรกในวันที่ ๑ กรกฎาคม ๒๕๖๕" \
	"003 รายงานภายในวันที่ ๕ ของเดือนถัดไป" \
	"002 ภายในวันที่ ๑๕ ของทุกเดือน" \
	"004 ภายในสัปดาห์ที่ ๓ ของเดือนมีนาคม พ.ศ. ๒๕๖๙"
do
	letter=${words%% *} words=${words#* }
	has "letter $letter says so: $words" "$words" \
		"$(cat "$top_srcdir/data/letters/$letter.txt")"
	has "... and the story quotes it" "$words" "$(quoted)"
done
