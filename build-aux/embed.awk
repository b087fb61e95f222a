# embed.awk -- text files into gen/embedded.c, byte by byte
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: awk -f embed.awk FILE...
#
# A file is named by its path after the last "data/".  The bytes are read
# through od, so that nothing about them (encoding, line ends, a missing last
# newline) is changed.  The C side is declared in src/base/embedded.h.

function quoted(path)
{
	gsub(/'/, "'\\''", path)
	return "'" path "'"
}

# The C spelling of each byte, by its three octal digits.
function spell_bytes(    i, octal, c)
{
	for (i = 0; i < 256; i++) {
		octal = sprintf("%03o", i)
		c = sprintf("%c", i)
		spelling[octal] = "\\" octal
		if (i >= 32 && i < 127 && c != "\"" && c != "\\")
			spelling[octal] = c
	}
	spelling["012"] = "\\n\"\n\t  \""
	spelling["011"] = "\\t"
	spelling["042"] = "\\\""
	spelling["134"] = "\\\\"
}

# Prints the file's text as C strings; returns its bytes.
function print_text(path,    command, line, byte, n, i, count)
{
	count = 0
	command = "od -An -v -to1 " quoted(path)
	printf "\t  \""
	while ((command | getline line) > 0) {
		n = split(line, byte, " ")
		for (i = 1; i <= n; i++)
			printf "%s", spelling[byte[i]]
		count += n
	}
	if (close(command) != 0)
		exit 1
	printf "\""
	return count
}

BEGIN {
	spell_bytes()
	print "/* embedded.c -- made by embed.awk from data */"
	print "#include \"config.h\"\n"
	print "#include \"base/embedded.h\"\n"
	print "const struct embedded embedded_files[] = {"
	for (f = 1; f < ARGC; f++) {
		name = ARGV[f]
		sub(/^.*data\//, "", name)
		printf "\t{ .name = \"%s\", .text =\n", name
		bytes = print_text(ARGV[f])
		printf ",\n\t  .n = %d },\n", bytes
	}
	print "\t{ .name = NULL }\n};"
	printf "const size_t embedded_count = %d;\n", ARGC - 1
	exit 0
}
