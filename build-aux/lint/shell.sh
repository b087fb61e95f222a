# shell.sh -- what shellcheck finds
# SPDX-License-Identifier: GPL-3.0-or-later
command -v shellcheck >/dev/null || {
	echo "shellcheck is missing"
	exit 1
}
# Sourced files are checked by themselves; awk stands in single quotes.
grep -E '\.sh$|^bootstrap$' "$FILES" |
	xargs shellcheck -s sh -f gcc -e SC1090,SC1091,SC2016
shellcheck -f gcc .ci/run
