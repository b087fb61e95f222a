#!/bin/sh
# picture-test.sh -- scripts of keys draw the pictures that are kept here
# SPDX-License-Identifier: GPL-3.0-or-later
#
# GOLDEN=1 (make golden) writes the pictures anew.
. "${top_srcdir:?make check runs it}/tests/lib.sh"

here=$top_srcdir/tests/tui
: "${top_builddir:?}"
test -d "$top_builddir/locale/th" ||
	skip_all "the pictures are Thai, and translations were not built"

new_home
for script in "$here"/*.keys; do
	name=$(basename "$script" .keys)
	mkdir "$name"
	ok "$name.keys is played to its end" \
		"$top_builddir/tests/tui/play" "$script" "$name"
	for picture in "$name"/*.screen; do
		kept=$here/$(basename "$picture")
		test -n "${GOLDEN-}" && cp "$picture" "$kept"
		ok "$(basename "$picture" .screen) is as it was" \
			diff -u "$kept" "$picture"
	done
done

pictures_in()
{
	find "$1" -name '*.screen' | sed 's,.*/,,' | sort
}
drawn=$(pictures_in .)
kept=$(pictures_in "$here")
same "each picture that is kept is drawn once" "$kept" "$drawn"
