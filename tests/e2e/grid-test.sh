#!/bin/sh
# grid-test.sh -- the real terminal shows the cells that the pictures keep
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/e2e/terminal.sh"
: "${top_builddir:?}"
test -d "$top_builddir/locale/th" ||
	skip_all "the pictures are Thai, and translations were not built"

# The picture without its frame, and without the spaces at the ends of rows.
unframed()
{
	sed -n 's/^|\(.*\)|$/\1/p' "$1" | sed 's/ *$//'
}

wanted()
{
	unframed "$top_srcdir/tests/tui/$1.screen"
}
on_terminal()
{
	shown | sed 's/ *$//'
}
# tmux may still be reading what was written.
is_there()
{
	test "$(wanted "$1")" = "$(on_terminal)"
}

# is_shown SCRIPT PICTURE: the last picture of the script.
is_shown()
{
	new_home
	begin 80 24 "$top_builddir/tests/tui/play" --show \
		"$top_srcdir/tests/tui/$1.keys" "$HOME"
	soon test -f "$HOME/shown"
	soon is_there "$2"
	same "$2 is on the terminal as it is in the picture" \
		"$(wanted "$2")" "$(on_terminal)"
	keys x
	ended "$1 gives the terminal back" 0
}

is_shown receive receive-saved
is_shown endorse endorse-done
is_shown order order-done
is_shown history history
is_shown palette palette-divisions
is_shown help help-form
