# read-bench.sh -- how well sheets are read, field by field
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
. "${top_srcdir:?make bench runs it}/tests/lib.sh"

new_home
pairs()
{
	for sheet in "$top_srcdir"/data/letters/*.txt \
		"$top_srcdir"/tests/fixtures/sheets/*.txt; do
		name=$(basename "$sheet" .txt)
		cat "$top_srcdir"/tests/fixtures/*/"$name.json"
		saraban --json read "$sheet"
	done
}
pairs | jq -sr -f "$top_srcdir/tests/bench/fields.jq" |
	awk -F '\t' '{ printf "%-12s %6s %6s %6s %10s %7s\n",
		$1, $2, $3, $4, $5, $6 }'
