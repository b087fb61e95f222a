# soak.awk -- the table of faults, with what make soak came to
# SPDX-License-Identifier: GPL-3.0-or-later
#
# awk -v build=FOLDER -f soak.awk tests/fault/table.txt

# The log of a file's test: of tests/fault/kill-test.c, fault-kill-soak.log.
function soak_log(file)
{
	sub(/^tests\//, "", file)
	gsub(/\//, "-", file)
	sub(/-(test|soak)\.(c|sh)$/, "", file)
	return build "/soak/" file "-soak.log"
}

# What make check kept.
function check_log(file)
{
	sub(/\.(c|sh)$/, "", file)
	return build "/" file ".log"
}

# Finds the test's line in a log: result, seconds, and the figures before it.
# A script counts as a whole.
function look(file, test,   line, at, last, told)
{
	result = seconds = figures = told = ""
	last = 0
	while ((getline line <file) > 0) {
		at = line + 0
		sub(/^[0-9]+ /, "", line)
		if (line ~ /^(not )?ok /) {
			if (index(line, test) ||
			    ($3 ~ /sh$/ && line ~ /^not/)) {
				if (result != "not ok")
					result = line ~ /^not/ ? "not ok" : "ok"
				seconds = at - last
				figures = told
			}
			if ($3 !~ /sh$/)
				last = at
			told = ""
		} else if (line !~ /^(1\.\.|status |#)/)
			told = line
	}
	close(file)
}

BEGIN {
	FS = " *[|] *"
	line = "%3s  %-33s  %-13s  %7s  %s\n"
	printf line, "row", "make soak tries", "came to", "seconds", "fault"
}
/^ *#/ || NF < 6 {
	next
}
{
	sub(/^ */, "", $1)
	look(soak_log($3), $4)
	if (result == "") {
		look(check_log($3), $4)
		result = "check: " (result == "" ? "not run" : result)
		seconds = ""
	}
	printf line, $1, $6, result, seconds, $2
	if (figures != "")
		printf "     %s\n", figures
}
