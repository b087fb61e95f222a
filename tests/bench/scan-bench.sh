# scan-bench.sh -- how well printed sheets are read when they are scanned
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
. "${top_srcdir:?make bench runs it}/tests/lib.sh"
. "$top_srcdir/tests/scan.sh"

can_scan || skip_all "$lacking"
OMP_THREAD_LIMIT=1
export OMP_THREAD_LIMIT
new_home

# One of each shape: recognising one takes seconds.
sheets="letters/001 sheets/memo sheets/police sheets/province sheets/school
sheets/stamped"

text_of()
{
	case $1 in
	letters/*) echo "$top_srcdir/data/$1.txt" ;;
	*) echo "$top_srcdir/tests/fixtures/$1.txt" ;;
	esac
}

# pairs WAY: what should be read, and what is, for each sheet.
pairs()
{
	for sheet in $sheets; do
		name=${sheet#*/}
		cat "$top_srcdir/tests/fixtures/$sheet.json"
		case $1 in
		text) saraban --json read "$(text_of "$sheet")" ;;
		layer) saraban --json read "$name.pdf" ;;
		picture) saraban --json read "$name.png" ;;
		scan) saraban --json read "$name-scan.pdf" ;;
		esac
	done
}

for sheet in $sheets; do
	print_letter "$(text_of "$sheet")" "${sheet#*/}"
	scan_picture "${sheet#*/}"
	scan_pdf "${sheet#*/}"
done
for way in text layer picture scan; do
	pairs $way | jq -sr -f "$top_srcdir/tests/bench/fields.jq" |
		cut -f 1,2,5,6 | tail -n +2 | sort >"$way.table"
done
echo "# precision and recall of the same letters in four forms"
tab=$(printf '\t')
join -t "$tab" text.table layer.table | join -t "$tab" - picture.table |
	join -t "$tab" - scan.table |
	awk -F '\t' '
	BEGIN {
		form = "%-12s %6s %7s %6s %8s %6s %8s %6s %8s %6s\n"
		printf form, "field", "there", "text", "", "layer", "",
		    "picture", "", "scan", ""
	}
	{ printf form, $1, $2, $3, $4, $6, $7, $9, $10, $12, $13 }'
