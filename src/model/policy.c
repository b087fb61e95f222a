/* policy.c -- what an office has settled once, for every counter */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/policy.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

/* clang-format off */
const struct policy policy_table[] = {
	{ .name = "correct-days", .offset = offsetof(struct policies, correct_days),
	  .usual = 3, .lowest = 0, .highest = 366,
	  .help = N_("days after registering in which the clerk may correct an "
	      "entry; then only a higher post") },
	{ .name = "reserve-most", .offset = offsetof(struct policies, reserve_most),
	  .usual = 20, .lowest = 0, .highest = 1000,
	  .help = N_("numbers that may stand reserved at a time, emergency "
	      "sheets not counted") },
	{ .name = "reserve-days", .offset = offsetof(struct policies, reserve_days),
	  .usual = 30, .lowest = 1, .highest = 366,
	  .help = N_("days that a number may stay reserved; then it is void") },
	{ .name = "sheets-most", .offset = offsetof(struct policies, sheets_most),
	  .usual = 50, .lowest = 0, .highest = 1000,
	  .help = N_("emergency sheets that may lie ready at a time") },
	{ .name = "sheets-days", .offset = offsetof(struct policies, sheets_days),
	  .usual = 90, .lowest = 1, .highest = 366,
	  .help = N_("days that emergency sheets may lie ready; then what is "
	      "left of them is void") },
	{ .name = "secret-as", .offset = offsetof(struct policies, secret_as),
	  .usual = 0, .lowest = 0, .highest = 1,
	  .help = N_("1: who comes by --as may read secret letters, where a "
	      "list of keys says who he is") },
	{ .name = NULL }
};
/* clang-format on */

const struct policy *
policy_find(const char *name)
{
	for (const struct policy *p = policy_table; p->name != NULL; p++)
		if (strcmp(p->name, name) == 0)
			return p;
	return NULL;
}

static int *
place_of(struct policies *p, const struct policy *which)
{
	return (int *)(void *)((char *)p + which->offset);
}

int
policy_value(const struct policies *p, const struct policy *which)
{
	struct policies copy = *p;

	return *place_of(&copy, which);
}

/* A policy that this program does not know belongs to another. */
static bool
add_policy(void *ctx, const struct row *row, struct error *err)
{
	const struct policy *which;
	size_t n;
	const char *s = row_bytes(row, 0, &n);
	char *name = xstrndup(s, n);

	(void)err;
	which = policy_find(name);
	if (which != NULL)
		*place_of(ctx, which) = (int)row_int(row, 1);
	free(name);
	return true;
}

bool
policies_read(struct store *st, int64_t office, struct policies *p,
	      struct error *err)
{
	for (const struct policy *w = policy_table; w->name != NULL; w++)
		*place_of(p, w) = w->usual;
	return query_each(st, QUERY_POLICIES, PARAMS(P_INT("office", office)),
			  add_policy, p, err);
}
