/* sample.h -- numbers gathered one by one, and the one in the middle */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SAMPLE_H
#define BASE_SAMPLE_H

#include <stddef.h>
#include <stdint.h>

/* Starts as { 0 }. */
struct sample {
	int64_t *at;
	size_t n;
	size_t room;
};

void sample_add(struct sample *s, int64_t value);
void sample_done(struct sample *s);

/* All numbers are kept, so these are exact; they put them in order.  0 where
   there is none. */

/* The one in the middle; between two, halfway, rounded down. */
int64_t sample_median(struct sample *s);
/* The lowest that `percent` of them, 1 to 100, do not exceed: nearest rank. */
int64_t sample_percentile(struct sample *s, int percent);

#endif
