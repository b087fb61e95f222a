# heads.sh -- a file says in its first lines what it holds and its licence
# SPDX-License-Identifier: GPL-3.0-or-later
grep -E '\.([ch]|ac|am|awk|mk|sh)$|^(bootstrap|.ci/run)$' "$FILES" |
while read -r file; do
	head=$(sed '/^#!/d; 4q' "$file")
	base=$(basename "$file")
	case $head in
	*SPDX-License-Identifier:\ GPL-3.0-or-later*) ;;
	*)	echo "$file:2: no SPDX line" ;;
	esac
	case $head in
	"/* $base -- "*|"# $base -- "*|"# $file -- "*|"dnl $base -- "*) ;;
	*)	echo "$file:1: does not begin with \"$base -- purpose\"" ;;
	esac
done
