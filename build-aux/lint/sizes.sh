# sizes.sh -- lines, functions and files stay small; tables do not count
# SPDX-License-Identifier: GPL-3.0-or-later
grep -E '\.([chm]|ac|am|awk|mk|sh|sql)$|^(bootstrap|HACKING|NEWS|README)$' \
	"$FILES" | LC_ALL=C xargs awk '
function fault(line, what)
{
	printf "%s:%d: %s\n", name, line, what
}

# Columns as a terminal shows them: tabs, UTF-8, Thai marks of width 0.
function columns(line,    n, out, i)
{
	gsub(/\340\270(\261|[\264-\272])|\340\271[\207-\216]/, "", line)
	gsub(/[\300-\377][\200-\277]+/, "x", line)
	n = split(line, part, "\t")
	out = length(part[1])
	for (i = 2; i <= n; i++)
		out += 8 - out % 8 + length(part[i])
	return out
}

function end_file()
{
	limit = name ~ /\.h$/ ? 250 : 500
	if (name ~ /\.([ch]|sh|awk)$/ && lines > limit)
		fault(lines, lines " lines in a file, more than " limit)
}

FNR == 1 {
	if (name != "")
		end_file()
	name = FILENAME
	is_c = name ~ /\.[ch]$/
	lines = head = table = 0
}

# A table begins and ends in column 0 and is constant.
is_c && /^[a-z].*= \{$/ && /(^| )const / {
	table = 1
}

!table {
	lines++
}

!table && length($0) > 40 && columns($0) > 80 {
	fault(FNR, columns($0) " columns")
}

/[ \t]$/ {
	fault(FNR, "space at the end of the line")
}

/^\};/ {
	table = 0
}

is_c && /^[a-z_][a-z0-9_]*\(/ {
	head = FNR
}

is_c && head && /^\}/ {
	if (FNR - head + 1 > 60)
		fault(head, FNR - head + 1 " lines in a function")
	head = 0
}

END {
	end_file()
}'
