/* main.c -- the program's door */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"

int
main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--version") == 0) {
		puts(PACKAGE_STRING);
		return EXIT_DONE;
	}
	fprintf(stderr, "usage: %s --version\n", PACKAGE);
	return EXIT_USAGE;
}
