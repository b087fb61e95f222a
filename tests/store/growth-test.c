/* growth-test.c -- what a key costs does not grow with the register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/bench/big.h"
#include "tests/bench/cost.h"
#include "tests/bench/window.h"
#include "tests/fault/shim.h"
#include "tests/test.h"

/* Counted, not timed: statements, and steps of SQLite's machine. */
enum { LETTERS = 1000, TIMES = 20 };

static struct fixture f;

/* ------------------------------------------------------------ what is done */

static void
press(const char *before, const char *keys, struct cost *c)
{
	struct window w;

	window_open(&w, &f, "clerk");
	window_press(&w, before);
	cost_begin(c);
	window_press(&w, keys);
	cost_end();
	window_close(&w);
}

static void
desk_of(const char *login, struct cost *c)
{
	struct window w;

	fixture_session(&f, login);
	cost_begin(c);
	window_open(&w, &f, login);
	cost_end();
	window_close(&w);
}

static void
desk(struct cost *c)
{
	desk_of("clerk", c);
}

static void
desk_of_the_nayok(struct cost *c)
{
	desk_of("nayok", c);
}

static void
open_letter(struct cost *c)
{
	press("", "\n", c);
}

static void
open_register(struct cost *c)
{
	press("r", "[", c);
}

static void
page_down(struct cost *c)
{
	press("r[g5\n", "\f", c);
}

static void
jump_to_the_end(struct cost *c)
{
	press("r[g5\n", "G", c);
}

/* The first words that are found fill the screen. */
static void
search(struct cost *c)
{
	press("/", "ขอ", c);
}

static void
receive(struct cost *c)
{
	fixture_session(&f, "clerk");
	cost_begin(c);
	fixture_must(&f, "clerk", "receive", "--subject", "ก", "--from", "ข",
		     NULL);
	cost_end();
}

static void
endorse(struct cost *c)
{
	char number[24];

	fixture_must(&f, "clerk", "receive", "--subject", "ก", NULL);
	snprintf(number, sizeof(number), "%d", (int)fixture_int(&f, "number"));
	cost_begin(c);
	fixture_must(&f, "clerk", "endorse", number, "--note", "ก", NULL);
	cost_end();
}

static const struct thing {
	const char *what;
	void (*cost)(struct cost *c);
} things[] = {
    {"the desk", desk},        {"the desk of the nayok", desk_of_the_nayok},
    {"a letter", open_letter}, {"the register of a year", open_register},
    {"page down", page_down},  {"to the end", jump_to_the_end},
    {"a search", search},      {"receive", receive},
    {"endorse", endorse},
};
enum { THINGS = ARRAY_SIZE(things) };

static struct cost small[THINGS], large[THINGS];

/* What a session reads once for all is no part of it: the second time. */
static void
measure(struct cost out[THINGS])
{
	for (size_t i = 0; i < THINGS; i++) {
		fixture_close(&f);
		shim_watch();
		things[i].cost(&out[i]);
		things[i].cost(&out[i]);
	}
	fixture_close(&f);
}

/* -------------------------------------------------------------- it grows */

/* As many more letters of the same years, imported: copies of those that are
   closed. */
static void
grow(void)
{
	char *sql = xasprintf(
	    "CREATE TEMP TABLE more AS WITH RECURSIVE t (k) AS (SELECT 1 UNION "
	    "ALL SELECT k + 1 FROM t WHERE k < %d) SELECT k * 100000 AS k FROM "
	    "t;"
	    "INSERT INTO letter (office, letter, book, year, number, ref_no, "
	    "ref_key, dated, sender, recipient, subject, urgency, "
	    "urgency_rank, "
	    "kind, channel, received_at, registered_at, state, since, "
	    "imported) "
	    "SELECT "
	    "office, letter + k, book, year, number + k, ref_no, ref_key || k, "
	    "dated, sender, recipient, subject, urgency, urgency_rank, kind, "
	    "channel, received_at, registered_at, state, since, 1 FROM letter, "
	    "more WHERE state = 'closed' AND letter < 100000;"
	    "INSERT INTO step SELECT s.office, s.letter + k, step, post, "
	    "came_from, sent_by, arrived_at, s.opened_at, opened_by, left_at, "
	    "how, reason FROM step s JOIN letter l USING (office, letter), "
	    "more "
	    "WHERE l.state = 'closed' AND letter < 100000;"
	    "INSERT INTO note (office, seq, letter, act, person, person_name, "
	    "post, post_name, capacity, words, at) SELECT n.office, seq + k, "
	    "letter + k, act, person, person_name, post, post_name, capacity, "
	    "words, at FROM note n JOIN letter l USING (office, letter), more "
	    "WHERE l.state = 'closed' AND letter < 100000;",
	    TIMES - 1);

	if (!fixture_sql(&f, sql))
		abort();
	free(sql);
	fixture_must(&f, NULL, "search rebuild", NULL);
}

static void
no_key_costs_more_in_a_register_twenty_times_as_long(void **state)
{
	int faults = 0;

	(void)state;
	fixture_start(&f);
	big_make(&f, LETTERS, 1);
	measure(small);
	grow();
	assert_true(fixture_count(&f, "SELECT count(*) FROM letter") >
		    LETTERS * (TIMES - 2));
	measure(large);
	for (size_t i = 0; i < THINGS; i++) {
		print_message("# %s: %lld statements, %lld steps; %lld, %lld\n",
			      things[i].what, (long long)small[i].statements,
			      (long long)small[i].steps,
			      (long long)large[i].statements,
			      (long long)large[i].steps);
		if (large[i].statements * 10 > small[i].statements * 11 ||
		    large[i].steps * 10 > small[i].steps * 13) {
			print_error("%s grows\n", things[i].what);
			faults++;
		}
	}
	fixture_done(&f);
	assert_int_equal(faults, 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		no_key_costs_more_in_a_register_twenty_times_as_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
