# mandoc.sh -- manual pages without a warning
# SPDX-License-Identifier: GPL-3.0-or-later
command -v mandoc >/dev/null || {
	echo "mandoc is missing"
	exit 1
}
grep -E '^man/.*\.[1-8]$' "$FILES" | xargs -r mandoc -Tlint -Wwarning |
	sed 's/^mandoc: //'
# A pager takes bold and underlined letters for themselves and the marks above
# them for others: Thai stands in plain text.
grep -E '^man/.*\.[1-8]$' "$FILES" | LC_ALL=C xargs -r awk '
/^\.(Sh|Ss|Em|Sy|Ar|Ic|Cm|Fl|Pa|Nm) .*\340[\270\271]/ {
	printf "%s:%d: Thai in bold or underlined\n", FILENAME, FNR
}'
