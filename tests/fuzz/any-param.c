/* any-param.c -- any values for the parameters of a statement */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fuzz/any-param.h"

#include <ctype.h>
#include <string.h>

static struct param
any_param(struct input *in, const char *name, struct arena *a)
{
	const char *s;

	switch (input_byte(in) % 4) {
	case 0:
		return P_INT(name, (int64_t)input_number(in));
	case 1:
		return P_INT(name, input_byte(in));
	case 2:
		s = input_text(in, a);
		return P_BLOB(name, s, strlen(s));
	default:
		return P_TEXT(name, input_text(in, a));
	}
}

size_t
any_params(struct input *in, const char *sql, struct arena *a,
	   struct param params[ANY_PARAMS_MAX + 1])
{
	size_t n = 0;

	for (const char *p = strchr(sql, ':'); p != NULL && n < ANY_PARAMS_MAX;
	     p = strchr(p + 1, ':')) {
		size_t length = 0;

		while (isalnum((unsigned char)p[1 + length]) ||
		       p[1 + length] == '_')
			length++;
		if (length > 0) {
			const char *name = arena_strndup(a, p + 1, length);

			params[n++] = any_param(in, name, a);
		}
	}
	params[n] = (struct param){0};
	return n;
}
