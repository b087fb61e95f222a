/* workday-test.c -- working days, by a table that a person can check */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/workday.h"

#include "tests/test.h"

static struct arena arena;
static struct holidays shipped;

static int
load(void **state)
{
	(void)state;
	holidays_shipped(&arena, &shipped);
	return 0;
}

static int
unload(void **state)
{
	(void)state;
	arena_done(&arena);
	return 0;
}

static void
assert_day(struct date got, struct date want)
{
	struct text g = {0}, w = {0};

	text_add_iso_date(&g, got);
	text_add_iso_date(&w, want);
	assert_string_equal(text_str(&g), text_str(&w));
	text_done(&g);
	text_done(&w);
}

static struct date
day(const char *s)
{
	struct error err = {0};
	struct date d;

	if (!date_parse(s, &d, &err))
		fail_msg("%s: %s", s, err.detail);
	return d;
}

struct month {
	char name[8];
	int n;
	char first[11], last[11], by[3][11];
};

/* By walking, by counting and by going back: the three must agree with the
   line, and so with each other. */
static void
check_month(const struct month *m)
{
	static const int by[] = {5, 15, 20};
	char text[16];
	struct date begin, end;

	snprintf(text, sizeof(text), "%s-01", m->name);
	begin = day(text);
	end = begin;
	end.day = date_month_days(end.year, end.month);
	assert_day(workday_next(&shipped, date_after(begin, -1)),
		   day(m->first));
	assert_day(workday_last(&shipped, end), day(m->last));
	assert_int_equal(workdays_between(&shipped, date_after(begin, -1), end),
			 m->n);
	assert_day(workday_add(&shipped, date_after(begin, -1), m->n),
		   day(m->last));
	assert_day(workday_add(&shipped, date_after(end, 1), -m->n),
		   day(m->first));
	for (size_t i = 0; i < ARRAY_SIZE(by); i++) {
		begin.day = by[i];
		assert_day(workday_last(&shipped, begin), day(m->by[i]));
	}
}

static void
six_years_are_as_the_table_has_them(void **state)
{
	char *path =
	    xasprintf("%s/tests/fixtures/workdays.txt", getenv("top_srcdir"));
	FILE *f = fopen(path, "r");
	char line[200];
	int n = 0;

	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof(line), f)) {
		struct month m;

		if (line[0] == '#' || line[0] == '\n')
			continue;
		assert_int_equal(sscanf(line, "%7s %d %10s %10s %10s %10s %10s",
					m.name, &m.n, m.first, m.last, m.by[0],
					m.by[1], m.by[2]),
				 7);
		check_month(&m);
		n++;
	}
	fclose(f);
	free(path);
	assert_int_equal(n, 6 * 12);
}

static void
days_added_are_days_between(void **state)
{
	struct date d = workday_next(&shipped, day("2564-01-01"));

	(void)state;
	for (int n = -40; n <= 900; n += 7)
		assert_int_equal(
		    workdays_between(&shipped, d, workday_add(&shipped, d, n)),
		    n);
	assert_day(workday_add(&shipped, day("2569-04-11"), 0),
		   day("2569-04-11"));
}

/* What is a holiday for banks and not for offices, and the other way round. */
static void
offices_are_no_banks(void **state)
{
	(void)state;
	assert_true(workday_is(&shipped, day("2566-05-01")));
	assert_true(workday_is(&shipped, day("2565-05-02")));
	assert_false(workday_is(&shipped, day("2566-05-17")));
	assert_string_equal(holidays_find(&shipped, day("2566-05-17"))->name_en,
			    "Royal Ploughing Ceremony Day");
	/* moved by the cabinet: the Friday before, not the Tuesday after */
	assert_false(workday_is(&shipped, day("2566-12-29")));
	assert_true(workday_is(&shipped, day("2567-01-02")));
}

static void
a_table_says_where_it_ends(void **state)
{
	(void)state;
	assert_true(holidays_know(&shipped, day("2564-01-01")));
	assert_true(holidays_know(&shipped, day("2569-12-31")));
	assert_false(holidays_know(&shipped, day("2570-01-01")));
	assert_false(holidays_know(&shipped, day("2563-12-31")));
	/* beyond it weekends alone are left out */
	assert_true(workday_is(&shipped, day("2571-04-13")));
	assert_false(workday_is(&shipped, day("2571-04-15")));
}

/* A day in lieu stands for a holiday on a weekend, and none lies on one. */
static void
the_shipped_table_is_in_itself_right(void **state)
{
	int weekends = 0, lieus = 0;

	(void)state;
	for (size_t i = 0; i < shipped.n; i++) {
		const struct holiday *h = &shipped.at[i];
		int weekday = date_weekday(h->day);
		bool is_weekend = weekday == 0 || weekday == 6;

		weekends += is_weekend;
		lieus += strcmp(h->kind, "lieu") == 0;
		assert_non_null(h->name_en);
		assert_true(holidays_know(&shipped, h->day));
		if (strcmp(h->kind, "lieu") == 0 ||
		    strcmp(h->kind, "extra") == 0)
			assert_false(is_weekend);
	}
	assert_true(shipped.n > 6 * 20);
	assert_in_range(lieus, 6 * 3, weekends);
}

/* clang-format off */
static const struct {
	const char *text;
	const char *said; /* NULL: it can be read */
} tables[] = {
	{ "", NULL },
	{ "# only a comment\n\n", NULL },
	{ "2570-01-01 fixed New Year", NULL },
	{ "\t2570-01-01  lunar?  ก | A\r\n", NULL },
	{ "known 2570-01-01 2570-12-31\nedition 2569-11-01\n", NULL },
	{ "x", "line 1: \"x\"" },
	{ "\n\n2570-02-30 fixed x", "line 3: " },
	{ "2570-01-01", "line 1: there is no such kind" },
	{ "2570-01-01 bank x", "line 1: there is no such kind" },
	{ "2570-01-01 fixed", "line 1: the holiday has no" },
	{ "2570-01-01 fixed | x", "line 1: the holiday has no" },
	{ "2570-01-02 fixed x\n2570-01-01 fixed x",
	  "line 2: days do not follow" },
	{ "2570-01-01 fixed x\n2570-01-01 extra x",
	  "line 2: days do not follow" },
	{ "known 2571-01-01 2570-12-31", "line 1: it ends before" },
	{ "known", "line 1: " },
	{ "2570-01-01 fixed \xA1", "it is not UTF-8" },
};
/* clang-format on */

static void
what_is_wrong_in_a_table_is_told_by_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(tables); i++) {
		struct arena a = {NULL};
		struct error err = {0};
		struct holidays h;
		bool ok = holidays_parse(tables[i].text, &a, &h, &err);

		if (ok != !tables[i].said ||
		    (!ok && !strstr(err.detail, tables[i].said)))
			fail_msg("%s: %s", tables[i].text, err.detail);
		arena_done(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(six_years_are_as_the_table_has_them),
	    cmocka_unit_test(days_added_are_days_between),
	    cmocka_unit_test(offices_are_no_banks),
	    cmocka_unit_test(a_table_says_where_it_ends),
	    cmocka_unit_test(the_shipped_table_is_in_itself_right),
	    cmocka_unit_test(what_is_wrong_in_a_table_is_told_by_line),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
