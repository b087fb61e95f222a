#!/bin/sh
# memcheck.sh -- the hot paths under valgrind: nothing read unwritten, none lost
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make memcheck; not built with a sanitizer.  What libraries keep until the
# program ends stands in tests/valgrind.supp, and nothing of saraban does.
. "${top_srcdir:?make memcheck runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

: "${top_builddir:?}"
command -v valgrind >/dev/null || skip_all "there is no valgrind"

# Whatever runs the program from here on runs it under valgrind, which ends
# it with 99 where there is something to tell.
under="valgrind --quiet --error-exitcode=99 --leak-check=full"
under="$under --errors-for-leak-kinds=definite,indirect,possible"
under="$under --show-leak-kinds=definite,indirect,possible"
under="$under --suppressions=$top_srcdir/tests/valgrind.supp"
printf '#!/bin/sh\nexec %s "%s" "$@"\n' "$under" "$SARABAN" >"$tap_files/under"
chmod +x "$tap_files/under"
SARABAN=$tap_files/under

new_office
ok "a letter is received" as clerk receive --subject "น้ำท่วมที่ทำการ" \
	--from "อำเภอเมือง" --dated "15 ม.ค. 69" \
	--attach "$top_srcdir/data/letters/001.txt"
ok "a sheet is read and received" as clerk receive \
	"$top_srcdir/data/letters/002.txt"
ok "it is endorsed" as clerk endorse 1 --note "เพื่อโปรดทราบ"
ok "a desk is looked at" as head list --mine
ok "it is searched" as clerk search "น้ำท่วม"
ok "it is shown" as clerk show 1
ok "what happened to it is told" as clerk history 1
ok "the register is printed" as clerk print register
ok "it is checked" en check
ok "it is written as text" en export --text --output whole.txt \
	--files files
ok "... from which another is made" saraban --register other.db \
	import --text whole.txt --files files
ok "it is backed up" en backup bk
ok "... and restored elsewhere" en --register restored.db restore bk
mkdir played
for script in search receive letter; do
	# shellcheck disable=SC2086 # words of a command
	ok "$script.keys is played" $under "$top_builddir/tests/tui/play" \
		"$top_srcdir/tests/tui/$script.keys" played
	rm -rf played/*
done
