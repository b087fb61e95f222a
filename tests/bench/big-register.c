/* big-register.c -- makes a register of so many letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/bench/big.h"

/* big-register FILE LETTERS [SEED] */
int
main(int argc, char **argv)
{
	struct fixture f = {0};
	int64_t n = argc > 2 ? atoll(argv[2]) : 0;

	if (n <= 0) {
		fprintf(stderr, "usage: %s FILE LETTERS [SEED]\n", argv[0]);
		return EXIT_FAILURE;
	}
	if (access(argv[1], F_OK) == 0) {
		fprintf(stderr, "%s is there\n", argv[1]);
		return EXIT_FAILURE;
	}
	if (!digest_init())
		return EXIT_FAILURE;
	f.path = argv[1];
	big_make(&f, n, argc > 3 ? strtoull(argv[3], NULL, 10) : 20260120);
	return EXIT_SUCCESS;
}
