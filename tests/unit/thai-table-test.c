/* thai-table-test.c -- the Thai text engine against tests/fixtures/thai.txt */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "base/thai-collate.h"
#include "base/thai-fold.h"
#include "base/thai.h"

#include "tui/editor.h"

#include "tests/fixture.h"
#include "tests/test.h"

enum { TABLE_MAX = 1 << 20, WORDS_MAX = 32 };

/* "\u0E48" and "\s" as what they stand for. */
static char *
unescape(char *s)
{
	struct text t = {0};

	for (const char *p = s; *p != '\0';) {
		if (p[0] == '\\' && p[1] == 's') {
			text_add(&t, " ");
			p += 2;
		} else if (p[0] == '\\' && p[1] == 'u') {
			char hex[5] = {p[2], p[3], p[4], p[5], '\0'};

			text_add_code(&t, (uint32_t)strtoul(hex, NULL, 16));
			p += 6;
		} else {
			text_add_n(&t, p++, 1);
		}
	}
	return text_take(&t);
}

/* "text, 7": the number behind the last comma, which is taken away. */
static int
columns_of(char *s)
{
	char *comma = strrchr(s, ',');
	int columns;

	assert_non_null(comma);
	columns = atoi(comma + 1);
	*comma = '\0';
	return columns;
}

static void
do_width(char *s, struct text *t)
{
	text_printf(t, "%d", thai_columns(s));
}

static void
do_clusters(char *s, struct text *t)
{
	struct cluster c;

	for (; (c = cluster_next(s, strlen(s))).n > 0; s += c.n) {
		text_add(t, t->n > 0 ? "·" : "");
		text_add_n(t, s, c.n);
	}
}

static void
do_cut(char *s, struct text *t)
{
	int columns = columns_of(s);

	text_add_n(t, s, thai_fit(s, columns, NULL));
}

static void
do_pad(char *s, struct text *t)
{
	int columns = columns_of(s);

	thai_add_padded(t, s, columns, false);
}

static void
add_line(void *ctx, const char *s, size_t n)
{
	struct text *t = ctx;

	text_add(t, t->n > 0 ? " / " : "");
	text_add_n(t, s, n);
}

static void
do_wrap(char *s, struct text *t)
{
	int columns = columns_of(s);

	thai_wrap(s, columns, add_line, t);
}

static void
edit(const char *s, const char *first, const char *move, struct text *t)
{
	struct editor e = {0};

	editor_set(&e, s);
	if (first != NULL)
		editor_move(&e, move_find(first));
	editor_move(&e, move_find(move));
	text_add(t, editor_text(&e));
	editor_done(&e);
}

static void
do_backspace(char *s, struct text *t)
{
	edit(s, NULL, "erase", t);
}

static void
do_delete(char *s, struct text *t)
{
	edit(s, "line-start", "erase-right", t);
}

static void
take(char *made, struct text *t)
{
	text_add(t, made);
	free(made);
}

static void
do_store(char *s, struct text *t)
{
	take(thai_normalise(s), t);
}

static void
do_fold(char *s, struct text *t)
{
	take(thai_fold(s), t);
}

static void
do_arabic(char *s, struct text *t)
{
	take(thai_digits_to_arabic(s), t);
}

static int
by_dictionary(const void *a, const void *b)
{
	char *one = thai_sort_key(*(char *const *)a);
	char *other = thai_sort_key(*(char *const *)b);
	int order = strcmp(one, other);

	free(one);
	free(other);
	return order;
}

static void
do_collate(char *s, struct text *t)
{
	char *words[WORDS_MAX], *rest;
	size_t n = 0;

	for (char *w = strtok_r(s, " ", &rest); w != NULL && n < WORDS_MAX;
	     w = strtok_r(NULL, " ", &rest))
		words[n++] = w;
	qsort(words, n, sizeof(*words), by_dictionary);
	for (size_t i = 0; i < n; i++)
		text_printf(t, "%s%s", i > 0 ? " " : "", words[i]);
}

static const struct {
	const char *name;
	void (*run)(char *s, struct text *t);
} works[] = {
    {"width", do_width},   {"clusters", do_clusters},
    {"cut", do_cut},       {"pad", do_pad},
    {"wrap", do_wrap},     {"backspace", do_backspace},
    {"delete", do_delete}, {"store", do_store},
    {"fold", do_fold},     {"collate", do_collate},
    {"arabic", do_arabic},
};

static size_t done[ARRAY_SIZE(works)];

static size_t
work_of(const char *name)
{
	size_t i = 0;

	while (i < ARRAY_SIZE(works) && strcmp(works[i].name, name) != 0)
		i++;
	if (i == ARRAY_SIZE(works))
		fail_msg("thai.txt: %s is not known", name);
	return i;
}

static void
check_row(int line, const char *name, char *given, char *wanted)
{
	char *in = unescape(text_trim(given)), *out = unescape(wanted);
	size_t work = work_of(name);
	struct text t = {0};

	works[work].run(in, &t);
	done[work]++;
	if (strcmp(text_str(&t), out) != 0)
		fail_msg("thai.txt:%d: %s gives \"%s\", not \"%s\"", line, name,
			 text_str(&t), out);
	text_done(&t);
	free(in);
	free(out);
}

static void
check_line(int line, char *s)
{
	char *bars[2], *at = s;

	if (s[0] == '#' || text_is_blank(s))
		return;
	for (size_t i = 0; i < ARRAY_SIZE(bars); i++) {
		bars[i] = strchr(at, '|');
		if (bars[i] == NULL)
			fail_msg("thai.txt:%d: a row has three fields", line);
		*bars[i] = '\0';
		at = bars[i] + 1;
	}
	check_row(line, text_trim(s), bars[0] + 1, text_trim(at));
}

static void
every_row_of_the_table_holds(void **state)
{
	struct text all = {0};
	struct error err = {0};
	char *path =
		 xasprintf("%s/tests/fixtures/thai.txt", getenv("top_srcdir")),
	     *rest;
	int line = 0;

	(void)state;
	assert_true(file_read(path, TABLE_MAX, &all, &err));
	free(path);
	for (char *s = all.s; s != NULL; s = rest) {
		rest = strchr(s, '\n');
		if (rest != NULL)
			*rest++ = '\0';
		check_line(++line, s);
	}
	text_done(&all);
}

static void
the_table_asks_for_everything(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(works); i++)
		if (done[i] < 3)
			fail_msg("thai.txt: few rows of %s", works[i].name);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_row_of_the_table_holds),
	    cmocka_unit_test(the_table_asks_for_everything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
