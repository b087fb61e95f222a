# late.awk -- functions of a library that is loaded when it is first needed
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: awk -v part=h|c -f late.awk NAME.late
#
# A list has a line "include HEADER" for each header of the library and a
# line for each function.  Made of it are gen/NAME-late.h, which gives each
# function's name to a pointer of its type, and gen/NAME-late.c, where
# late_load() finds the pointers (src/base/late.h).  The library's file is the
# constant NAME_SO that configure defines.

function fail(what)
{
	print FILENAME ":" FNR ": " what > "/dev/stderr"
	failed = 1
	exit 1
}

/^#/ || NF == 0 { next }

$1 == "include" {
	headers[++n_headers] = $2
	next
}

{
	if (NF != 1 || $1 !~ /^[A-Za-z_][A-Za-z_0-9]*$/)
		fail("one function stands on a line")
	functions[++n] = $1
}

function print_header(    i)
{
	guard = "GEN_" toupper(name) "_LATE_H"
	print "#ifndef " guard "\n#define " guard
	for (i = 1; i <= n_headers; i++)
		print "#include <" headers[i] ">"
	print "#include \"base/late.h\"\nstruct " name "_functions {"
	for (i = 1; i <= n; i++)
		print "\t__typeof__(" functions[i] ") *" functions[i] ";"
	print "};\nextern struct " name "_functions " name "_functions;"
	print "extern struct late " name "_late;"
	for (i = 1; i <= n; i++) {
		print "#undef " functions[i]
		print "#define " functions[i] " " \
			name "_functions." functions[i]
	}
	print "#endif"
}

function print_code(    i)
{
	print "#include \"config.h\"\n#include \"gen/" name "-late.h\""
	print "struct " name "_functions " name "_functions;"
	print "static const struct late_function functions[] = {"
	for (i = 1; i <= n; i++)
		print "\t{\"" functions[i] "\", &" functions[i] "},"
	print "\t{NULL, NULL},\n};"
	print "struct late " name "_late = {" toupper(name) "_SO, functions,"
	print "\tfalse};"
}

END {
	if (failed)
		exit 1
	name = FILENAME
	sub(/.*\//, "", name)
	sub(/\.late$/, "", name)
	print "/* made from " name ".late by build-aux/late.awk */"
	if (part == "h")
		print_header()
	else
		print_code()
}
