/* offices.h -- one office acts, others of the same register beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BENCH_OFFICES_H
#define TESTS_BENCH_OFFICES_H

#include "tests/bench/figures.h"
#include "tests/fixture.h"

/* In a register of big_make_offices(): the clerk of the i-th office receives a
   letter; a process acts for one office only. */
bool offices_receive(struct fixture *f, size_t i);
/* The first office acts without a pause, and is measured; processes - 1 others
   receive a letter a second each, which is what so many offices do on no
   day. */
void offices_run(struct fixture *f, size_t processes, int seconds,
		 struct figure *fig);

#endif
