# memory.sh -- allocation goes through base/mem.h, which never fails
# SPDX-License-Identifier: GPL-3.0-or-later
grep '^src/.*\.[ch]$' "$FILES" |
	xargs awk -v strings=drop -f build-aux/lint/code.awk |
	awk -f build-aux/lint/words.awk \
		-v check=memory -v why="use the x-function of base/mem.h" \
		-v calls="malloc calloc realloc reallocarray strdup strndup \
			asprintf vasprintf" \
		build-aux/lint/exceptions -
