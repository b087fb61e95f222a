# coverage.awk -- what gcov tells, as one line for each file, least first
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: gcov --no-output FILES | awk -v top=SOURCES/ -f coverage.awk

/^File '/ {
	file = substr($0, 7, length($0) - 7)
	if (index(file, top) == 1)
		file = substr(file, length(top) + 1)
}

# A file that stands in several reports (a header) counts once.
/^Lines executed:/ && file ~ /^src\// && !(file in seen) {
	split($0, part, /[:% ]+/)
	seen[file] = 1
	percent = part[3]
	lines = part[5]
	run += percent * lines / 100
	all += lines
	printf "%6.1f %% of %5d  %s\n", percent, lines, file | "sort -n"
}

END {
	close("sort -n")
	printf "%6.1f %% of %5d  in all\n", all ? 100 * run / all : 0, all
}
