/* sample.c -- numbers gathered one by one, and the one in the middle */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/sample.h"

#include <stdlib.h>

#include "base/mem.h"

void
sample_add(struct sample *s, int64_t value)
{
	if (s->n == s->room) {
		s->room = s->room > 0 ? 2 * s->room : 64;
		s->at = xreallocarray(s->at, s->room, sizeof(*s->at));
	}
	s->at[s->n++] = value;
}

void
sample_done(struct sample *s)
{
	free(s->at);
	*s = (struct sample){0};
}

static int
compare(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static void
put_in_order(struct sample *s)
{
	if (s->n > 0)
		qsort(s->at, s->n, sizeof(*s->at), compare);
}

int64_t
sample_median(struct sample *s)
{
	int64_t low, high;

	if (s->n == 0)
		return 0;
	put_in_order(s);
	low = s->at[(s->n - 1) / 2];
	high = s->at[s->n / 2];
	return low + (high - low) / 2;
}

int64_t
sample_percentile(struct sample *s, int percent)
{
	if (s->n == 0)
		return 0;
	put_in_order(s);
	return s->at[(s->n * (size_t)percent + 99) / 100 - 1];
}
