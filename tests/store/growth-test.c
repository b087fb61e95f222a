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

/* Statements at most: more, and something is read twice, or what nobody sees.
 */
static const struct thing {
	const char *what;
	void (*cost)(struct cost *c);
	int64_t most; /* 0: hangs on what is found */
} things[] = {
    {"the desk", desk, 34},
    {"the desk of the nayok", desk_of_the_nayok, 33},
    {"a letter", open_letter, 68},
    {"the register of a year", open_register, 27},
    {"page down", page_down, 17},
    {"to the end", jump_to_the_end, 27},
    {"a search", search, 0},
    {"receive", receive, 50},
    {"endorse", endorse, 68},
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
		if (things[i].most > 0 &&
		    large[i].statements > things[i].most) {
			print_error("%s asks too much\n", things[i].what);
			faults++;
		}
	}
	fixture_done(&f);
	assert_int_equal(faults, 0);
}

/* The second receipt, as measure() has it. */
static void
receipt_beside(int64_t offices, struct cost *c)
{
	fixture_start(&f);
	big_make_offices(&f, offices, 3, 1);
	fixture_close(&f);
	shim_watch();
	receive(c);
	receive(c);
	fixture_done(&f);
}

static void
no_act_costs_more_where_there_are_other_offices(void **state)
{
	struct cost alone, beside;

	(void)state;
	receipt_beside(1, &alone);
	receipt_beside(40, &beside);
	print_message("# alone %lld statements, %lld steps; %lld, %lld\n",
		      (long long)alone.statements, (long long)alone.steps,
		      (long long)beside.statements, (long long)beside.steps);
	assert_int_equal(beside.statements, alone.statements);
	assert_true(beside.steps * 10 <= alone.steps * 11);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		no_key_costs_more_in_a_register_twenty_times_as_long),
	    cmocka_unit_test(no_act_costs_more_where_there_are_other_offices),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
