# picture.sh -- README shows the screen as the tests draw it
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Below a line that ends with "(tests/tui/NAME.screen):", down to the line of
# keys; empty rows may be left out.
drawn=$(sed -n 's/.*(\(tests\/tui\/.*\.screen\)):$/\1/p' README)
test -f "$drawn" || {
	echo "README:1: no picture of tests/tui: ${drawn:-none is named}"
	exit 1
}
rows=$(awk '/^\+-/ { n++; next } n == 1' "$drawn" |
	sed 's/^|//; s/ *|$//' | grep .)
shown=$(awk -v after="($drawn):" '
	on && NF { print }
	on && /^F1/ { exit }
	index($0, after) { on = 1 }' README)
test "$shown" = "$rows" ||
	echo "README:1: does not show what $drawn does"
