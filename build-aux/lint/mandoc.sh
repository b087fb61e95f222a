# mandoc.sh -- manual pages without a warning
# SPDX-License-Identifier: GPL-3.0-or-later
command -v mandoc >/dev/null || {
	echo "mandoc is missing"
	exit 1
}
grep -E '^man/.*\.[1-8]$' "$FILES" | xargs -r mandoc -Tlint -Wwarning |
	sed 's/^mandoc: //'
