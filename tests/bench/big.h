/* big.h -- registers of any size, for measuring */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BENCH_BIG_H
#define TESTS_BENCH_BIG_H

#include "tests/fixture.h"

/*
 * A new register at f->path with n letters of the six years before 20 January
 * 2569, about six events each; most are closed, the newest wait on every step
 * of the road.  The words are the grammar's (words.h): the same for the same
 * seed.  Each event goes through the ledger as an act of the program does, so
 * that `check` finds nothing; but many are one transaction, the disk is not
 * waited for, and the search index is made at the end.
 */
void big_make(struct fixture *f, int64_t n, uint64_t seed);

/* A register of so many offices with n letters each, received on 20 January
   2569.  The clerk of the first is "clerk", of another its code. */
void big_make_offices(struct fixture *f, int64_t offices, int64_t n,
		      uint64_t seed);
/* The caller frees. */
char *big_office_code(int64_t office);

#endif
