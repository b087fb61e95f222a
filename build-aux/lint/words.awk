# words.awk -- forbidden words in what code.awk prints
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: awk -v check=NAME -v why=TEXT -v words="a b" -v calls="c d" \
#		-f words.awk build-aux/lint/exceptions CODE
#
# A call is a word before "(".  The file exceptions says where one is allowed;
# one that nothing needs any more is a fault too.

BEGIN {
	n = split(words " " calls, list, " ")
	for (i = 1; i <= n; i++)
		pattern[list[i]] = "(^|[^A-Za-z0-9_])" list[i] \
		    (i > split(words, unused, " ") ? " *\\(" : \
		     "([^A-Za-z0-9_]|$)")
}

FILENAME ~ /exceptions$/ {
	if ($1 == check) {
		line_of[$2, $3] = FNR
		allowed[$2, $3] = 1
	}
	next
}

{
	split($0, part, ":")
	code = substr($0, length(part[1] ":" part[2] ":") + 1)
	for (word in pattern) {
		if (code !~ pattern[word])
			continue
		if ((part[1], word) in allowed)
			used[part[1], word] = 1
		else
			printf "%s:%s: %s: %s\n", part[1], part[2], word, why
	}
}

END {
	for (key in allowed) {
		split(key, part, SUBSEP)
		if (!(key in used))
			printf "build-aux/lint/exceptions:%d: %s\n", \
			    line_of[key], "no longer needed"
	}
}
