/* join.c -- readings of several sheets become one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/reading.h"

/* The n rows at `at`, and the more rows at `with` behind them. */
static void *
joined(struct arena *a, const void *at, size_t n, const void *with, size_t more,
       size_t size)
{
	char *both = arena_array(a, n + more, size);

	if (n > 0)
		memcpy(both, at, n * size);
	if (more > 0)
		memcpy(both + n * size, with, more * size);
	return both;
}

#define JOIN(a, r, more, list, count)                                          \
	do {                                                                   \
		(r)->list = joined(a, (r)->list, (r)->count, (more)->list,     \
				   (more)->count, sizeof(*(r)->list));         \
		(r)->count += (more)->count;                                   \
	} while (0)

void
reading_add(struct reading *r, const struct reading *more, struct arena *a)
{
	size_t letters = r->n_letters, candidates = r->n_candidates;

	r->text = arena_printf(a, "%s%s%s", r->text ? r->text : "",
			       r->text ? "\n" : "", more->text);
	r->is_recognised = r->is_recognised || more->is_recognised;
	JOIN(a, r, more, letters, n_letters);
	JOIN(a, r, more, stamps, n_stamps);
	JOIN(a, r, more, notes, n_notes);
	JOIN(a, r, more, candidates, n_candidates);
	JOIN(a, r, more, warnings, n_warnings);
	for (size_t i = candidates; i < r->n_candidates; i++)
		r->candidates[i].letter += letters;
}

void
reading_warn(struct reading *r, struct arena *a, enum warning_code code,
	     const char *detail)
{
	struct warning one = {.code = code, .detail = detail};
	const struct reading more = {.warnings = &one, .n_warnings = 1};

	JOIN(a, r, &more, warnings, n_warnings);
}
