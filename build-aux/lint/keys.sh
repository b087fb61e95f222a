# keys.sh -- no two lines of data/keys.conf bind a key of one screen
# SPDX-License-Identifier: GPL-3.0-or-later
grep -x 'data/keys\.conf' "$FILES" | while read -r file; do
	awk '/^[^#]/ && NF > 2 {
		if (($1, $2) in line)
			printf "%s:%d: %s %s is bound in line %d\n", FILENAME,
			    FNR, $1, $2, line[$1, $2]
		else
			line[$1, $2] = FNR
	}' "$file"
done
