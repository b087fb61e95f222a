# tests.sh -- no test is forgotten: each source and script is in a list
# SPDX-License-Identifier: GPL-3.0-or-later
grep -E '^tests/.*\.(c|sh)$' "$FILES" | while read -r file; do
	name=${file##*/}
	dir=${file%/*}
	until test -f "$dir/local.mk"; do
		dir=${dir%/*}
	done
	list=$dir/local.mk
	tr -s '[:blank:]' '\n' <"$list" | sed 's/^%D%.*\///' |
		grep -qxF -e "$name" -e "${name%.c}" ||
		echo "$file:1: not in $list"
done
