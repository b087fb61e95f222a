# machine.sh -- no file names a place of the machine it was written on
# SPDX-License-Identifier: GPL-3.0-or-later
grep -v '^build-aux/lint/machine\.sh$' "$FILES" |
	xargs grep -InE '/(work|farm|home|root|Users|tmp/(wt|b|plan))/' |
	sed 's/^\([^:]*:[0-9]*\):.*/\1: a path of one machine/'
