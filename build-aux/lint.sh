#!/bin/sh
# lint.sh -- every check of build-aux/lint/, one line per fault
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: lint.sh [BUILD-DIRECTORY [CHECK...]]	make lint; make lint LINT=floors
#
# A check is a script that stands in the top of the sources, reads the names
# of the files from $FILES, and prints FILE:LINE: WHAT for each fault.  It
# fails by printing or by its exit status.
set -eu

BUILD=$(cd "${1:-.}" && pwd)
test $# = 0 || shift
cd "$(dirname "$0")/.."

FILES=$(mktemp)
said=$(mktemp)
trap 'rm -f "$FILES" "$said"' EXIT
export BUILD FILES

# What is tracked or new, and really there; whoever owns the clone.
git -c safe.directory='*' ls-files --cached --others --exclude-standard | sort |
	while read -r file; do
		test ! -f "$file" || echo "$file"
	done >"$FILES"
test -s "$FILES" || { echo "lint: a git clone is needed"; exit 1; }

failed=
test $# != 0 || set -- build-aux/lint/*.sh
for check; do
	check=$(basename "$check" .sh)
	status=0
	sh "build-aux/lint/$check.sh" >"$said" 2>&1 || status=$?
	cat "$said"
	if test -s "$said" || test "$status" != 0; then
		failed="$failed $check($(wc -l <"$said" | tr -d ' '))"
	fi
done

test -z "$failed" || { echo "lint: faults in$failed"; exit 1; }
echo "lint: no fault"
