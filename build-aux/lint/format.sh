# format.sh -- C as clang-format writes it
# SPDX-License-Identifier: GPL-3.0-or-later
command -v clang-format >/dev/null || {
	echo "clang-format is missing"
	exit 1
}
grep '\.[ch]$' "$FILES" | xargs clang-format --dry-run -Werror 2>&1 |
	sed -n 's/^\([^:]*:[0-9]*\):[0-9]*: error: .*/\1: not as clang-format/p'
