# sql.sh -- SQL stands in data/sql/, never in C, but where it is spelt anew
# SPDX-License-Identifier: GPL-3.0-or-later
grep '^src/.*\.[ch]$' "$FILES" |
	grep -v '^src/store/postgresql-text\.c$' |
	xargs awk -v strings=keep -f build-aux/lint/code.awk |
	awk '
	BEGIN {
		verb = "(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|DROP"
		verb = verb "|ALTER|BEGIN|COMMIT|ROLLBACK|VACUUM|ATTACH)"
	}
	$0 ~ "\"[^\"]*" verb "[ ;\\\\\"]" {
		split($0, part, ":")
		printf "%s:%s: SQL in C: put it under data/sql\n", \
		    part[1], part[2]
	}'
