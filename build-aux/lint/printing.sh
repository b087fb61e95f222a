# printing.sh -- below cli and tui nothing prints, ends the program, reads
# the environment or asks the time: it comes down in struct session
# SPDX-License-Identifier: GPL-3.0-or-later
grep -E '^src/(base|store|model|intake|paper|app)/.*\.[ch]$' "$FILES" |
	xargs awk -v strings=drop -f build-aux/lint/code.awk |
	awk -f build-aux/lint/words.awk \
		-v check=printing -v why="not below cli and tui" \
		-v words="stdout stderr environ" \
		-v calls="printf vprintf puts putchar fputs perror exit _exit \
			getenv secure_getenv setlocale time gettimeofday \
			clock_gettime localtime localtime_r" \
		build-aux/lint/exceptions -
