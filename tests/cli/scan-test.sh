# scan-test.sh -- letters that come as PDF or picture, and programs that fail
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

command -v jq >/dev/null || skip_all "jq is missing"

new_office
sheet=$top_srcdir/tests/fixtures/sheets/police.txt
TMPDIR=$HOME/tmp
export TMPDIR
mkdir "$TMPDIR"

# Programs of our own stand in for the real ones: tool NAME <SCRIPT
mkdir tools
tool()
{
	{
		echo '#!/bin/sh'
		cat
	} >"tools/$1"
	chmod +x "tools/$1"
}
tools()
{
	PATH=$HOME/tools:$PATH en "$@"
}
cp "$sheet" sheet.txt
echo '%PDF-1.4' >scan.pdf
printf '\211PNG\r\n\032\n' >scan.png
printf '\377\330\377\340' >scan.jpg
printf 'II*\000' >scan.tif

# nothing_left SENTENCE: no temporary file, no child of a test.
nothing_left()
{
	same "$1" "" "$(ls -A "$TMPDIR")"
}

tool pdftotext <<TOOL
test -f "\$4" && printf '%s\n' "\$@" >'$HOME/words' && cat '$HOME/sheet.txt'
TOOL
holds "the text layer of a PDF is read" \
	'.letters[0].ref_no == "ตช 0018 (พบ).12/987" and
	 (.warnings | index("recognised") | not)' \
	tools read scan.pdf --json
same "... by the command of the settings, word by word" \
	"-raw -enc UTF-8 sheet -" \
	"$(sed 's/.*\///' words | tr '\n' ' ' | sed 's/ $//')"
nothing_left "... and nothing is left behind"

tool tesseract <<TOOL
case \$(head -c 4 "\$1" | od -An -tx1) in
*' 89 50'*|*'ff d8'*|*'49 49'*) cat '$HOME/sheet.txt' ;;
*'70 61 67 65'*) cat "\$1" ;;
*) exit 3 ;;
esac
TOOL
for kind in png jpg tif; do
	cp scan.$kind "no ending"
	holds "a picture ($kind) is recognised, whatever it is called" \
		'.letters[0].ref_no == "ตช 0018 (พบ).12/987" and
		 .letters[0].certainty.ref_no == "doubtful" and
		 .letters[0].certainty.dated == "doubtful" and
		 .letters[0].certainty.subject == "read" and
		 .warnings[0] == "recognised"' \
		tools read "no ending" --json
done

tool pdftotext <<'TOOL'
printf ' Scanned by a scanner \n\f \n\f'
TOOL
tool pdftoppm <<TOOL
for word; do prefix=\$word; done
for page in 10 9 2 1; do printf 'page %s\n' \$page >"\$prefix-\$page.png"; done
{ printf 'page\n'; cat '$HOME/sheet.txt'; } >"\$prefix-3.png"
TOOL
run tools receive scan.pdf --as clerk
same "a PDF without text is recognised page by page" 0 "$run_status"
has "... which is told" "compare it with the paper" "$(err)"
has "... and that its number is in doubt" \
	"doubtful: ตช 0018 (พบ).12/987" "$(err)"
holds "... in the order of the pages, and kept with its file" \
	'.ref_no == null and .dated == null and .stamps == [] and
	 .from == "สถานีตำรวจภูธรบ้านลาด" and
	 (.text | test("page 1\n+page 2\n+page\n(.|\n)*page 9\n+page 10")) and
	 (.attachments | map([.name, .type])) ==
		[["scan.pdf","application/pdf"]]' \
	as clerk show 1 --json
nothing_left "... and nothing is left behind"

tool pdftoppm <<'TOOL'
for word; do prefix=$word; done
i=0
while test $i -lt 45; do i=$((i + 1)); echo page >"$prefix-$i.png"; done
TOOL
holds "more pages than a letter has are not all read, which is told" \
	'.warnings | index("sheet-cut")' tools read scan.pdf --json

# Files whose names are no ordinary words.
cp scan.png -- '-rf'
cp scan.png '
$(touch harm) ;"%s'
for name in -rf '
$(touch harm) ;"%s'; do
	run tools --json read -- "$name"
	same "a file name does no harm: $(echo "$name" | tr '\n' ' ')" 0 \
		"$run_status"
done
status "... none at all" 1 test -e harm

# Standard input is a file like any other.
from_pipe()
{
	head -c 100 scan.png | tools --as clerk receive -
}
run from_pipe
same "a scan is received from a pipe" 0 "$run_status"
holds "... and kept" \
	'.attachments | map([.name, .type]) == [["stdin", "image/png"]]' \
	as clerk show 2 --json

# A person at a terminal: recognising takes seconds, so it is done once.
cat >"$HOME/recognise" <<TOOL
echo once >>'$HOME/runs' && cat '$HOME/sheet.txt'
TOOL
cp tools/tesseract "$HOME/kept"
tool tesseract <"$HOME/recognise"
if command -v script >/dev/null; then
	said=$(printf '%s\n' "" "ตช 0018 (พบ).12/987" "" "" "" y |
		PATH=$HOME/tools:$PATH TERM=dumb script -qec \
		"'$SARABAN' --lang en --as clerk receive scan.png" /dev/null)
	has "a scan is asked about at a terminal" "Register this letter" "$said"
	same "... and recognised once" once "$(cat runs)"
	has "... a number read on a picture is offered, not taken" \
		'their number \[ตช 0018' "$said"
	holds "... and its text is kept with it" \
		'.text | test("ตำรวจ")' as clerk --json show 3
fi
mv "$HOME/kept" tools/tesseract

# What goes wrong leaves the register as it was.
for program in pdftotext pdftoppm tesseract; do
	mv tools/$program away
	with_nothing_else()
	{
		PATH=$HOME/tools "$SARABAN" --lang en --as clerk receive "$@"
	}
	file=scan.pdf
	test $program = tesseract && file=scan.png
	refused "without $program it is said what to install" 2 \
		"$program; install " with_nothing_else $file
	mv away tools/$program
done
nothing_left "... and nothing is left behind"

tool tesseract <<'TOOL'
echo 'Error opening data file' >&2
echo 'more' >&2
exit 1
TOOL
refused "a program that fails is told in its own words" 2 \
	"tesseract ended with status 1: Error opening data file" \
	tools --as clerk receive scan.png

mkdir -p .config/saraban
echo 'extract-seconds = 1' >.config/saraban/saraban.conf
tool tesseract <<'TOOL'
sleep 1000 &
sleep 1000
TOOL
refused "a program that hangs is ended" 2 "longer than 1 seconds" \
	tools --as clerk receive scan.png
echo 'extract-seconds = 60' >.config/saraban/saraban.conf

tool tesseract <<'TOOL'
yes
TOOL
refused "a program that prints without end is ended" 2 \
	"prints more than 10485760 bytes" tools --as clerk receive scan.png
nothing_left "... and nothing is left behind"

echo "extract-image = tools/nothing-there %s" >.config/saraban/saraban.conf
refused "a program that the settings name is missed by its name" 2 \
	"tools/nothing-there" tools --as clerk receive scan.png
rm .config/saraban/saraban.conf

tool tesseract <<TOOL
kill -TERM \$PPID
sleep 1000
TOOL
run tools read scan.png
same "to be ended while it is read ends it" 143 "$run_status"
nothing_left "... and nothing is left behind"

printf 'PK\003\004' >letter.docx
refused "a kind of file that nobody reads is told" 2 "save it as PDF" \
	tools --as clerk receive letter.docx

# Whatever a file holds, there is an answer.
head -c 10000000 /dev/urandom >garbage
{ cat "$sheet"; printf 'ก\0ข\n'; cat "$sheet"; } >nul
head -c 3000000 /dev/zero | tr '\0' x >line
: >empty
for file in garbage nul line empty; do
	run en --json read $file
	if test "$run_status" -le 1 && jq -e '.letters' "$tap_files/out" \
		>/dev/null; then
		tap_pass "a file of $file is answered"
	else
		tell "exit status $run_status"
		tap_fail "a file of $file is answered"
	fi
done

TMPDIR=$HOME/nowhere
refused "no place for temporary files is told" 2 "nowhere" \
	tools --as clerk receive scan.png

whole_at_last
