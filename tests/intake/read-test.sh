# read-test.sh -- sheets are read as a careful clerk reads them
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
. "${top_srcdir:?make check runs it}/tests/lib.sh"

command -v jq >/dev/null || skip_all "jq is missing"

new_home
sheets=$top_srcdir/tests/fixtures/sheets
letters=$top_srcdir/tests/fixtures/letters

# reads SENTENCE SHEET EXPECTED: every value expected is read.
reads()
{
	saraban --json --lang en read "$2" >reading 2>said &&
		test ! -s said &&
		jq -c --slurpfile want "$3" \
			-f "$top_srcdir/tests/intake/holds.jq" reading \
			>faults 2>&1 || echo "saraban or jq failed" >>faults
	same "$1" "" "$(cat faults)"
}

# reads_all NAME SHEET EXPECTED: as it is, and in the encodings of old offices.
reads_all()
{
	reads "$1 is read" "$2" "$3"
	sed 's/$/\r/' "$2" >crlf.txt
	reads "$1 is read with CR LF" crlf.txt "$3"
	{ printf '\357\273\277' && cat "$2"; } >bom.txt
	reads "$1 is read with a byte order mark" bom.txt "$3"
	iconv -f UTF-8 -t UTF-16LE bom.txt >utf16.txt
	reads "$1 is read in UTF-16" utf16.txt "$3"
	if iconv -f UTF-8 -t CP874 "$2" >cp874.txt 2>/dev/null; then
		reads "$1 is read in CP874" cp874.txt "$3"
	else
		skip "$1 is read in CP874" "it has characters CP874 lacks"
	fi
}

for sheet in "$top_srcdir"/data/letters/*.txt; do
	name=$(basename "$sheet" .txt)
	reads_all "letter $name" "$sheet" "$letters/$name.json"
done
for sheet in "$sheets"/*.txt; do
	name=$(basename "$sheet" .txt)
	reads_all "$name" "$sheet" "$sheets/$name.json"
done

# An answer is told, not found: nothing on a sheet is no failure.
status "a sheet without a letter is no failure" 0 \
	saraban read "$sheets/shopping.txt"
same "several files give several answers, named" \
	"memo.txt order.txt" \
	"$(saraban --json read "$sheets/memo.txt" "$sheets/order.txt" |
		jq -r 'map(.file | sub(".*/"; "")) | join(" ")')"
status "without a file it is wrong usage" 2 saraban read
status "a file that is not there is told" 2 saraban read nothing.txt
same "standard input is read too" "พบ 73201/45" \
	"$(saraban --json read - <"$sheets/memo.txt" |
		jq -r '.letters[0].ref_no')"
has "people are shown what is doubtful" "doubtful" \
	"$(saraban --lang en read "$sheets/damaged.txt")"
has "people are shown why" "ref-prefix-unknown" \
	"$(saraban --lang en read "$sheets/prefix.txt")"
same "no register is made or wanted" "" "$(find "$HOME" -name '*.db')"
