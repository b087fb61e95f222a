/* thai.c -- Thai text by clusters and columns: measure, cut, pad */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/thai.h"

#include <string.h>

enum {
	SARA_AM = 0x0E33,
	DOTTED_CIRCLE = 0x25CC,
	MARKS_MAX = 4, /* CCHARW_MAX of ncurses less the base */
};

/* A control, a wrong byte or the like carries no marks. */
static bool
can_carry_marks(uint32_t code)
{
	return code != SARA_AM && !code_is_mark(code) && !code_is_unsafe(code);
}

struct cluster
cluster_next(const char *s, size_t n)
{
	struct cluster c = {.s = s};
	uint32_t code;
	size_t len;

	if (n == 0)
		return c;
	c.n = utf8_next(s, n, &code);
	c.loose_mark = code_is_mark(code);
	c.columns = c.loose_mark ? 1 : code_columns(code);
	if (!can_carry_marks(code))
		return c;
	for (int i = 0; c.n < n; i++) {
		len = utf8_next(s + c.n, n - c.n, &code);
		if (code == SARA_AM)
			c.columns++;
		else if (!code_is_mark(code) || i == MARKS_MAX)
			break;
		c.n += len;
		if (code == SARA_AM)
			break;
	}
	return c;
}

/* Where the code point (or wrong byte) before byte offset `at` begins. */
static size_t
code_before(const char *s, size_t at)
{
	uint32_t code;

	for (size_t len = 1; len <= 4 && len <= at; len++)
		if (utf8_next(s + at - len, len, &code) == len &&
		    code != UTF8_BAD)
			return at - len;
	return at - 1;
}

size_t
cluster_before(const char *s, size_t at)
{
	size_t begin = at, next;
	uint32_t code = 0;

	/* Back over marks to what carries them, then forward again: the
	   fifth mark of a base does not belong to it. */
	do {
		if (begin == 0)
			break;
		begin = code_before(s, begin);
		utf8_next(s + begin, at - begin, &code);
	} while (code_is_mark(code) || code == SARA_AM);
	for (next = begin; next < at;) {
		begin = next;
		next += cluster_next(s + begin, at - begin).n;
	}
	return begin;
}

int
thai_columns(const char *s)
{
	int columns;

	thai_fit(s, INT32_MAX, &columns);
	return columns;
}

int
thai_columns_n(const char *s, size_t n)
{
	int columns = 0;

	for (size_t at = 0; at < n;) {
		struct cluster c = cluster_next(s + at, n - at);

		columns += c.columns;
		at += c.n;
	}
	return columns;
}

size_t
thai_fit(const char *s, int columns, int *used)
{
	size_t n = strlen(s), at = 0;
	int sum = 0;

	while (at < n) {
		struct cluster c = cluster_next(s + at, n - at);

		if (c.columns > columns - sum)
			break;
		sum += c.columns;
		at += c.n;
	}
	if (used)
		*used = sum;
	return at;
}

static void
add_spaces(struct text *t, int n)
{
	while (n-- > 0)
		text_add_n(t, " ", 1);
}

/* Adds n bytes of s so that a loose mark does not join what stands before. */
static void
add_clusters(struct text *t, const char *s, size_t n)
{
	for (size_t at = 0; at < n;) {
		struct cluster c = cluster_next(s + at, n - at);

		if (c.loose_mark)
			text_add_code(t, DOTTED_CIRCLE);
		text_add_n(t, c.s, c.n);
		at += c.n;
	}
}

void
thai_add_padded(struct text *t, const char *s, int columns, bool right_align)
{
	size_t n = strlen(s), fit;
	int used;

	if (columns <= 0)
		return;
	fit = thai_fit(s, columns, &used);
	if (fit < n) {
		fit = thai_fit(s, columns - 1, &used);
		add_clusters(t, s, fit);
		add_spaces(t, columns - 1 - used);
		text_add(t, "…");
		return;
	}
	if (right_align)
		add_spaces(t, columns - used);
	add_clusters(t, s, n);
	if (!right_align)
		add_spaces(t, columns - used);
}
