/* collected.c -- what was collected of letter 1, for tests in C */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/store/collected.h"

const json_t *
collected(struct fixture *at, const char *login, const char *period)
{
	fixture_must(at, login, "collected", "1", "--period", period, NULL);
	return at->answer;
}

const json_t *
line_of(const json_t *answer, int i)
{
	return json_array_get(json_object_get(answer, "from"), (size_t)i);
}

const json_t *
sum_of(const json_t *answer)
{
	return json_object_get(json_object_get(answer, "period"), "sum");
}

int64_t
whole(const json_t *j, const char *key)
{
	return json_integer_value(json_object_get(j, key));
}
