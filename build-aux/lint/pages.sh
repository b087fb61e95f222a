# pages.sh -- each manual page is there in Thai, with the same items and lines
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Items are the names behind .It and the words of .Li, lines what somebody
# types behind "$" or "#".
# saraban(1) is manual.sh's, and saraban(7) is told more shortly in Thai.
what_is_told()
{
	awk '/^\.It (Li|Cm|Ic|Fl|Pa|Ev) / { print $2, $3 }
	/^\.(Li|Pq Li|It Li) / {
		for (i = 2; i <= NF && $i != "No"; i++)
			if ($i ~ /^[a-z_.-][a-z_.-]+$/)
				print "Li", $i
	}
	/^[$#] / { gsub(/"[^"]*"/, "\"...\""); print }' "$1" |
		sort -u
}

told=$(mktemp -d)
trap 'rm -rf "$told"' EXIT
grep -E '^man/saraban[^/]*\.[1-8]$' "$FILES" | while read -r page; do
	thai=man/th/${page#man/}
	test -f "$thai" || {
		echo "$page:1: is not there in Thai"
		continue
	}
	case $page in
	man/saraban.[17]) continue ;;
	esac
	what_is_told "$page" >"$told/en"
	what_is_told "$thai" >"$told/th"
	comm -23 "$told/en" "$told/th" | sed "s|^|$thai:1: lacks |"
	comm -13 "$told/en" "$told/th" | sed "s|^|$page:1: lacks |"
done
