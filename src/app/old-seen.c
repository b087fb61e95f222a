/* old-seen.c -- which numbers a file has, on which row, and which it lacks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/old-seen.h"

#include <stdlib.h>

enum { NUMBER_BITS = 30, YEAR_BITS = 13, LEAST = 1024 };

/* Never 0: books are counted from 1. */
static uint64_t
key_of(const struct book *b, int year, int number)
{
	uint64_t book = (uint64_t)(b - books) + 1;

	return ((book << YEAR_BITS) | (unsigned)year) << NUMBER_BITS |
	       (unsigned)number;
}

static struct seen_gap
of_key(uint64_t key)
{
	const uint64_t numbers = (1u << NUMBER_BITS) - 1;
	const uint64_t years = (1u << YEAR_BITS) - 1;

	return (struct seen_gap){
	    .book = &books[(key >> (NUMBER_BITS + YEAR_BITS)) - 1],
	    .year = (int)(key >> NUMBER_BITS & years),
	    .to = (int)(key & numbers),
	};
}

/* The place of a key, or the free one where it belongs.  A multiplication
   scatters what lies side by side (Knuth, TAOCP 3, 6.4). */
static struct seen_number *
place_of(const struct seen *s, uint64_t key)
{
	uint64_t i = (key * UINT64_C(0x9E3779B97F4A7C15)) >> 20;

	while (s->at[i & (s->max - 1)].key != 0 &&
	       s->at[i & (s->max - 1)].key != key)
		i++;
	return &s->at[i & (s->max - 1)];
}

static void
grow(struct seen *s)
{
	struct seen old = *s;

	s->max = old.max ? 2 * old.max : LEAST;
	s->at = xcalloc(s->max, sizeof(*s->at));
	for (size_t i = 0; i < old.max; i++)
		if (old.at[i].key != 0)
			*place_of(s, old.at[i].key) = old.at[i];
	free(old.at);
}

void
old_seen_done(struct seen *s)
{
	free(s->at);
	*s = (struct seen){0};
}

long
old_seen_add(struct seen *s, const struct book *b, int year, int number,
	     long row)
{
	uint64_t key = key_of(b, year, number);
	struct seen_number *place;

	if (s->n >= s->max / 4 * 3)
		grow(s);
	place = place_of(s, key);
	if (place->key != 0)
		return (long)place->row;
	*place = (struct seen_number){key, (uint32_t)row};
	s->n++;
	return 0;
}

static int
by_key(const void *a, const void *b)
{
	uint64_t x = ((const struct seen_number *)a)->key;
	uint64_t y = ((const struct seen_number *)b)->key;

	return (x > y) - (x < y);
}

void
old_seen_gaps(struct seen *s, seen_gap_fn gap, void *ctx)
{
	size_t n = 0;

	for (size_t i = 0; i < s->max; i++)
		if (s->at[i].key != 0)
			s->at[n++] = s->at[i];
	if (n > 0)
		qsort(s->at, n, sizeof(*s->at), by_key);
	for (size_t i = 1; i < n; i++) {
		uint64_t before = s->at[i - 1].key, key = s->at[i].key;
		struct seen_gap g = of_key(key);

		if (key == before + 1 ||
		    key >> NUMBER_BITS != before >> NUMBER_BITS)
			continue;
		g.from = of_key(before).to + 1;
		g.to--;
		g.before = s->at[i - 1].row;
		g.row = s->at[i].row;
		gap(ctx, &g);
	}
}
