/* stats-test.c -- the statistics against a count of the events, one by one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/sample.h"

#include "model/hours.h"
#include "model/workday.h"

#include "app/stats.h"
#include "app/tell.h"

#include "tests/store/by-hand.h"
#include "tests/store/months.h"
#include "tests/test.h"

/* Medians are found without sorting: half of the others are no longer. */

enum { LETTERS = 160 };

static struct fixture f;
static json_t *answer;

static int
make(void **state)
{
	(void)state;
	fixture_start(&f);
	months_make(&f, LETTERS, 2569);
	seen_read(&f, LETTERS);
	return 0;
}

static int
drop(void **state)
{
	(void)state;
	seen_done();
	fixture_done(&f);
	return 0;
}

/* ------------------------------------------------------------ by hand */

static int
day_number(moment m)
{
	return date_days_between((struct date){2025, 11, 1}, moment_date(m));
}

static const json_t *
ask(const char *from, const char *to)
{
	fixture_must(&f, "clerk", "stats", "--from", from, "--to", to, NULL);
	answer = f.answer;
	return answer;
}

static int64_t
whole(const json_t *j, const char *key)
{
	return json_integer_value(json_object_get(j, key));
}

static bool
is_counted(const struct seen *l, int first, int last)
{
	return !l->is_out && !l->is_cancelled &&
	       day_number(l->came_at) >= first &&
	       day_number(l->came_at) <= last;
}

/* ----------------------------------------------------------------- the days */

static void
day_is_right(const json_t *j, int day)
{
	int came = 0, sent = 0, ended = 0, open = 0;

	for (size_t i = 0; i < n_seen; i++) {
		const struct seen *l = &seen[i];

		sent += l->is_out && day_number(l->came_at) == day;
		if (!is_counted(l, INT_MIN, INT_MAX))
			continue;
		came += day_number(l->came_at) == day;
		ended += l->ended_at > 0 && day_number(l->ended_at) == day;
		open += day_number(l->came_at) <= day &&
			(l->ended_at == 0 || day_number(l->ended_at) > day);
	}
	assert_int_equal(whole(j, "came"), came);
	assert_int_equal(whole(j, "sent"), sent);
	assert_int_equal(whole(j, "ended"), ended);
	assert_int_equal(whole(j, "open"), open);
}

static void
every_day_is_as_counted_by_hand(void **state)
{
	const json_t *days =
	    json_object_get(ask("2025-11-01", "2026-12-31"), "days");
	size_t i;
	json_t *j;

	(void)state;
	assert_int_equal(json_array_size(days), day_number(f.now) + 1);
	json_array_foreach(days, i, j) day_is_right(j, (int)i);
}

static void
a_period_begins_with_what_was_open(void **state)
{
	const json_t *days =
	    json_object_get(ask("2025-11-20", "2025-12-10"), "days");
	size_t i;
	json_t *j;

	(void)state;
	assert_int_equal(json_array_size(days), 21);
	json_array_foreach(days, i, j) day_is_right(j, 19 + (int)i);
	assert_true(whole(answer, "open_before") > 0);
	assert_int_equal(whole(answer, "open"), whole(answer, "open_before") +
						    whole(answer, "came") -
						    whole(answer, "ended"));
}

/* ---------------------------------------------------------------- the names */

static void
names_are_right(const char *list, size_t member)
{
	const json_t *names = json_object_get(answer, list);
	size_t i;
	json_t *j;

	assert_true(json_array_size(names) > 2);
	json_array_foreach(names, i, j)
	{
		const char *code =
		    json_string_value(json_object_get(j, "code"));
		int n = 0;

		for (size_t k = 0; k < n_seen; k++) {
			const char *has = *(char **)((char *)&seen[k] + member);

			n += is_counted(&seen[k], INT_MIN, INT_MAX) &&
			     text_is_same(has, code) &&
			     !(strcmp(list, "senders") == 0 &&
			       seen[k].is_secret);
		}
		assert_int_equal(whole(j, "letters"), n);
	}
}

static void
senders_urgencies_and_kinds_are_as_counted(void **state)
{
	int secret = 0;

	(void)state;
	ask("2025-11-01", "2026-12-31");
	names_are_right("senders", offsetof(struct seen, sender));
	names_are_right("urgencies", offsetof(struct seen, urgency));
	names_are_right("kinds", offsetof(struct seen, kind));
	for (size_t i = 0; i < n_seen; i++)
		secret +=
		    seen[i].is_secret && is_counted(&seen[i], INT_MIN, INT_MAX);
	assert_true(secret > 0);
	assert_int_equal(whole(answer, "secret"), secret);
}

/* ---------------------------------------------------------------- the times */

/* The k-th smallest, found by asking of each how many are smaller. */
static int64_t
kth(const struct sample *s, size_t k)
{
	for (size_t i = 0; i < s->n; i++) {
		size_t below = 0, same = 0;

		for (size_t j = 0; j < s->n; j++) {
			below += s->at[j] < s->at[i];
			same += s->at[j] == s->at[i];
		}
		if (below <= k && k < below + same)
			return s->at[i];
	}
	return 0;
}

#define MINUTE ((int64_t)60 * 1000000)

static void
times_are_right(const json_t *j, const struct sample *s, int64_t longest)
{
	int64_t low, high;

	assert_true(s->n > 5);
	low = kth(s, (s->n - 1) / 2);
	high = kth(s, s->n / 2);
	assert_int_equal(whole(j, "median"), (low + high) / 2 / MINUTE);
	assert_int_equal(whole(j, "ninetieth"),
			 kth(s, (s->n * 9 + 9) / 10 - 1) / MINUTE);
	assert_int_equal(whole(j, "longest"), longest / MINUTE);
}

static struct hours hours;

static bool
is_working(const void *ctx, struct date d)
{
	return workday_is(ctx, d);
}

static void
hours_begin(void)
{
	struct session *s = fixture_session(&f, "clerk");
	struct holidays *days = arena_alloc(&f.arena, sizeof(*days));
	struct hours_table table;

	assert_true(
	    hours_table_read(s->store, s->office, &f.arena, &table, &f.err));
	assert_true(holidays_read(s->store, s->office, &f.arena, days, &f.err));
	hours_make(&table, is_working, days, (struct date){2025, 11, 1},
		   moment_date(f.now), &f.arena, &hours);
}

static void
keep_longest(int64_t *longest, int64_t took)
{
	*longest = took > *longest ? took : *longest;
}

static void
place_is_right(const json_t *j)
{
	int place = place_of(json_string_value(json_object_get(j, "code")));
	struct sample calendar = {0}, office = {0};
	int64_t longest[2] = {0};
	int open = 0;

	for (size_t i = 0; i < n_seen; i++)
		for (size_t k = 0; k < seen[i].n; k++) {
			const struct stay *s = &seen[i].stays[k];
			moment until = s->until ? s->until : f.now;

			if (!is_counted(&seen[i], INT_MIN, INT_MAX) ||
			    s->place != place ||
			    (place > NAYOK && seen[i].is_secret))
				continue;
			open += s->until == 0;
			keep_longest(&longest[0], until - s->since);
			keep_longest(&longest[1],
				     hours_between(&hours, s->since, until));
			if (s->until == 0)
				continue;
			sample_add(&calendar, s->until - s->since);
			sample_add(&office,
				   hours_between(&hours, s->since, s->until));
		}
	assert_int_equal(whole(j, "stays"), calendar.n);
	assert_int_equal(whole(j, "open"), open);
	times_are_right(json_object_get(j, "calendar"), &calendar, longest[0]);
	times_are_right(json_object_get(j, "office"), &office, longest[1]);
	sample_done(&calendar);
	sample_done(&office);
}

static void
times_at_posts_and_divisions_are_as_counted(void **state)
{
	size_t i;
	json_t *j;

	(void)state;
	ask("2025-11-01", "2026-12-31");
	hours_begin();
	assert_int_equal(json_array_size(json_object_get(answer, "posts")), 5);
	json_array_foreach(json_object_get(answer, "posts"), i, j)
	    place_is_right(j);
	assert_int_equal(json_array_size(json_object_get(answer, "divisions")),
			 3);
	json_array_foreach(json_object_get(answer, "divisions"), i, j)
	    place_is_right(j);
}

static int64_t
took(const struct seen *l)
{
	return (l->ended_at ? l->ended_at : f.now) - l->came_at;
}

static void
the_slowest_are_the_slowest(void **state)
{
	const json_t *list;
	int64_t last = INT64_MAX;
	size_t i, slower = 0;
	json_t *j;

	(void)state;
	list = json_object_get(ask("2025-11-01", "2026-12-31"), "slowest");
	assert_int_equal(json_array_size(list), STATS_SLOWEST);
	json_array_foreach(list, i, j)
	{
		assert_true(whole(j, "calendar") <= last);
		last = whole(j, "calendar");
	}
	for (i = 0; i < n_seen; i++)
		slower += is_counted(&seen[i], INT_MIN, INT_MAX) &&
			  !seen[i].is_secret && took(&seen[i]) / MINUTE >= last;
	assert_int_equal(slower, STATS_SLOWEST);
}

/* --------------------------------------------------------------- the numbers
 */

static void
numbers_are_those_of_the_register(void **state)
{
	const json_t *list;
	size_t i;
	json_t *j;

	(void)state;
	list = json_object_get(ask("2025-11-01", "2026-12-31"), "numbers");
	assert_true(json_array_size(list) >= 3);
	json_array_foreach(list, i, j)
	{
		char *sql =
		    xasprintf("SELECT count(*) * 10000 + sum(iif(state = "
			      "'reserved', 1, 0)) "
			      "* 1000 + sum(iif(state = 'void', 1, 0)) * 100 + "
			      "sum(iif(state = 'cancelled', 1, 0)) "
			      "FROM letter WHERE book = '%s' AND year = %d",
			      json_string_value(json_object_get(j, "book")),
			      (int)whole(j, "year"));

		assert_int_equal(
		    whole(j, "given") * 10000 + whole(j, "reserved") * 1000 +
			whole(j, "void") * 100 + whole(j, "cancelled"),
		    fixture_count(&f, sql));
		free(sql);
	}
}

static void
months_are_the_sum_of_their_days(void **state)
{
	const json_t *days, *months;
	size_t i, k;
	json_t *m, *d;

	(void)state;
	ask("2025-11-01", "2026-12-31");
	days = json_object_get(answer, "days");
	months = json_object_get(answer, "months");
	assert_true(json_array_size(months) > 1);
	json_array_foreach(months, i, m)
	{
		const char *name =
		    json_string_value(json_object_get(m, "month"));
		int64_t came = 0, open = 0;

		json_array_foreach(
		    days, k,
		    d) if (strncmp(name,
				   json_string_value(json_object_get(d, "day")),
				   7) == 0)
		{
			came += whole(d, "came");
			open = whole(d, "open");
		}
		assert_int_equal(whole(m, "came"), came);
		assert_int_equal(whole(m, "open"), open);
	}
}

/* ------------------------------------------------------------- a division */

static void
a_division_sees_its_letters_alone(void **state)
{
	size_t given = 0;

	(void)state;
	for (size_t i = 0; i < n_seen; i++)
		for (size_t k = 0; k < seen[i].n; k++)
			given += is_counted(&seen[i], INT_MIN, INT_MAX) &&
				 seen[i].stays[k].place == place_of("works");
	fixture_must(&f, "works", "stats", "--from", "2025-11-01", "--division",
		     "works", NULL);
	assert_int_equal(whole(f.answer, "came"), given);
	assert_int_equal(whole(f.answer, "secret"), 0);
	assert_int_equal(
	    json_array_size(json_object_get(f.answer, "divisions")), 1);
}

static void
what_cannot_be_asked_is_refused(void **state)
{
	(void)state;
	assert_true(fixture_refuses(&f, &REQUEST_WRONG, "clerk", "stats",
				    "--from", "2026-01-02", "--to",
				    "2026-01-01", NULL));
	assert_true(fixture_refuses(&f, &REQUEST_WRONG, "clerk", "stats",
				    "--year", "2568", "--to", "2026-01-01",
				    NULL));
	assert_true(fixture_refuses(&f, &REQUEST_WRONG, "clerk", "stats",
				    "--from", "1990-01-01", NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_day_is_as_counted_by_hand),
	    cmocka_unit_test(a_period_begins_with_what_was_open),
	    cmocka_unit_test(senders_urgencies_and_kinds_are_as_counted),
	    cmocka_unit_test(times_at_posts_and_divisions_are_as_counted),
	    cmocka_unit_test(the_slowest_are_the_slowest),
	    cmocka_unit_test(numbers_are_those_of_the_register),
	    cmocka_unit_test(months_are_the_sum_of_their_days),
	    cmocka_unit_test(a_division_sees_its_letters_alone),
	    cmocka_unit_test(what_cannot_be_asked_is_refused),
	};

	return cmocka_run_group_tests(tests, make, drop);
}
