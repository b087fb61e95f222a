#!/bin/sh
# apart-test.sh -- the same pictures when another process keeps the register
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"

here=$top_srcdir/tests/tui
: "${top_builddir:?}"
test -d "$top_builddir/locale/th" ||
	skip_all "the pictures are Thai, and translations were not built"

new_home

# alike SCRIPT DIRECTORY: played to its end, and no picture is another
alike()
{
	mkdir "$2"
	"$top_builddir/tests/tui/play" --apart "$1" "$2" || return
	for picture in "$2"/*.screen; do
		diff -u "$here/$(basename "$picture")" "$picture" || return
	done
}

# What reads a file starts programs, and is refused over SSH.
for script in "$here"/*.keys; do
	name=$(basename "$script" .keys)
	ok "$name.keys, by two processes that start no program" \
		alike "$script" "$name"
done
