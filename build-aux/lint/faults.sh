# faults.sh -- each fault of tests/fault/table.txt has its test
# SPDX-License-Identifier: GPL-3.0-or-later
table=tests/fault/table.txt
grep -qx "$table" "$FILES" || exit 0

# Each row from 1 to 28 has a line.
awk -F ' *[|] *' -v table="$table" '
/^ *[0-9]/ {
	if (NF != 6)
		printf "%s:%d: a line has six columns\n", table, FNR
	seen[$1 + 0] = 1
}
END {
	for (i = 1; i <= 28; i++)
		if (!(i in seen))
			printf "%s:1: row %d has no test\n", table, i
}' "$table"

# What is named is there, and what make soak runs is in its list.
grep -n '^ *[0-9]' "$table" | while IFS='|' read -r at _ file test _ soak
do
	at=$table:${at%%:*}
	file=$(echo "$file" | tr -d ' ')
	test=$(echo "$test" | sed 's/^ *//; s/ *$//')
	grep -qxF "$file" "$FILES" || {
		echo "$at: there is no $file"
		continue
	}
	grep -qF -e "$test" "$file" ||
		echo "$at: $file has no test \"$test\""
	case $soak in
	*'the same'* | *none*)
		continue
		;;
	esac
	name=${file##*/}
	name=${name%.*}
	name=${name%-test}
	grep -q -e "%D%/${name%-soak}-soak" "${file%/*}/local.mk" ||
		echo "$at: make soak does not run $file"
done
