/* big-register.c -- makes a register of so many letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/bench/big.h"

/* big-register FILE LETTERS [SEED [OFFICES]]: so many letters for each office,
   which are received only when there are several */
int
main(int argc, char **argv)
{
	struct fixture f = {0};
	int64_t n = argc > 2 ? atoll(argv[2]) : 0;
	uint64_t seed = argc > 3 ? strtoull(argv[3], NULL, 10) : 20260120;

	if (n <= 0) {
		fprintf(stderr, "usage: %s FILE LETTERS [SEED [OFFICES]]\n",
			argv[0]);
		return EXIT_FAILURE;
	}
	if (access(argv[1], F_OK) == 0) {
		fprintf(stderr, "%s is there\n", argv[1]);
		return EXIT_FAILURE;
	}
	if (!digest_init())
		return EXIT_FAILURE;
	f.path = argv[1];
	if (argc > 4)
		big_make_offices(&f, atoll(argv[4]), n, seed);
	else
		big_make(&f, n, seed);
	return EXIT_SUCCESS;
}
