/* small.h -- a small register for fuzz targets, made once for each process */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FUZZ_SMALL_H
#define TESTS_FUZZ_SMALL_H

#include "tests/fixture.h"

/*
 * One office, three letters on their road, and their story; closed, so that
 * its file is all of it.  It goes when the process ends.
 */
struct fixture *small_register(void);

/* What else is in it: said before anything else is asked. */
void small_add(void (*add)(struct fixture *f));

/* The bytes of its file as they are when it is asked first; put back, with what
   lay beside it taken away. */
struct text;
const struct text *small_bytes(void);
void small_put(const char *bytes, size_t n);

#endif
