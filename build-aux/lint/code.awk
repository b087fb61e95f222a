# code.awk -- C without comments, for the checks that look for a word
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: awk -v strings=keep|drop -f code.awk FILE...
#
# Prints FILE:LINE:CODE for each line with code.  Text in strings becomes ""
# unless it is kept.

function code_of(line,    i, two, c, out)
{
	out = ""
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		two = substr(line, i, 2)
		if (comment) {
			if (two == "*/") {
				comment = 0
				i++
			}
		} else if (quote != "") {
			if (strings == "keep" || c == quote)
				out = out c
			if (c == quote)
				quote = ""
			else if (c == "\\" && ++i && strings == "keep")
				out = out substr(line, i, 1)
		} else if (two == "/*") {
			comment = 1
			i++
		} else if (two == "//") {
			break
		} else {
			if (c == "\"" || c == "'")
				quote = c
			out = out c
		}
	}
	quote = ""
	return out
}

FNR == 1 {
	comment = 0
}

/[^ \t]/ {
	code = code_of($0)
	if (code ~ /[^ \t]/)
		printf "%s:%d:%s\n", FILENAME, FNR, code
}
