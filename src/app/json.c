/* json.c -- values of answers: into JSON, and out of it again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/json.h"

#include <stdlib.h>
#include <string.h>

#include "base/escape.h"

json_t *
text_json(const char *s)
{
	return s != NULL ? json_string(s) : json_null();
}

json_t *
moment_json(moment m)
{
	struct text t = {0};
	json_t *j;

	if (m == 0)
		return json_null();
	text_add_iso_moment(&t, m);
	j = json_string(t.s);
	text_done(&t);
	return j;
}

json_t *
date_json(struct date d)
{
	struct text t = {0};
	json_t *j;

	if (d.year == 0)
		return json_null();
	text_add_iso_date(&t, d);
	j = json_string(t.s);
	text_done(&t);
	return j;
}

json_t *
number_json(int64_t n)
{
	return n != 0 ? json_integer(n) : json_null();
}

const char *
answer_word(const json_t *from, const char *key)
{
	const char *s = json_string_value(json_object_get(from, key));

	return s != NULL ? s : "";
}

int64_t
answer_whole(const json_t *from, const char *key)
{
	return json_integer_value(json_object_get(from, key));
}

void
text_add_json_line(struct text *t, const json_t *value)
{
	char *all = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);

	text_add_json(t, all, strlen(all), false);
	text_add(t, "\n");
	free(all);
}
