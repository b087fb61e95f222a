/* hostile-test.c -- no cell of the screen holds what a terminal obeys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/test.h"
#include "tests/unit/seat.h"

/* Escapes, C1, bidirectional and zero-width controls, a tag, private use. */
#define HOSTILE                                                                \
	"ก\033[31m"                                                          \
	"\033]0;x\007\302\233m\342\200\256ข\342\200\213\357\273\277"         \
	"\363\240\201\201\356\200\200\177"

static struct fixture f;
static struct seat seat;

static const char *const screens[] = {
    "list",        "show 1",        "history 1",
    "search ก",    "duties",        "drafts",
    "inbox",       "forwarded",     "reserved",
    "acting list", "absent list",   "office list",
    "person list", "division list", "page",
    "stats",       "calendar",      "calendar 2030-01",
    "why 1",       "circulating",   "holiday list",
    "collected 1", "check",         "doctor",
    "endorse 1",   "receive",       "order 1",
    "cancel 1",    "lock",          "pin set",
    "key list",    "search list",   "correct 1 from",
    "copy",        "help",          "settings",
};

static void
fill_register(void)
{
	fixture_start(&f);
	fixture_must(&f, NULL, "init", "อบต. " HOSTILE, NULL);
	fixture_people(&f);
	fixture_must(&f, NULL, "division add", "x", HOSTILE, "--head-name",
		     HOSTILE, NULL);
	fixture_must(&f, NULL, "post add", "y", HOSTILE, NULL);
	fixture_must(&f, NULL, "person add", "z", HOSTILE, "--post", "y", NULL);
	fixture_must(&f, "clerk", "receive", "--subject", HOSTILE, "--from",
		     HOSTILE, "--to", HOSTILE, "--ref", HOSTILE, "--enclosure",
		     HOSTILE, "--reference", HOSTILE, "--text", HOSTILE,
		     "--link", HOSTILE, NULL);
	fixture_must(&f, "clerk", "endorse", "1", "--note", HOSTILE, NULL);
	fixture_must(&f, "head", "return", "1", "--reason", HOSTILE, NULL);
	fixture_must(&f, "clerk", "holiday add", "2030-01-02", HOSTILE, NULL);
	fixture_must(&f, "clerk", "reserve", "--purpose", HOSTILE, "--until",
		     "2026-01-30", NULL);
	fixture_must(&f, "clerk", "search save", HOSTILE, "ก", NULL);
	fixture_must(&f, "clerk", "absent", "clerk", "--reason", HOSTILE, NULL);
}

static void
assert_cells_are_safe(const char *where)
{
	const struct grid *g = term_test_grid(seat.tui.term);

	for (int row = 0; row < g->rows; row++)
		for (int col = 0; col < g->cols; col++) {
			const struct cell *c = grid_cell(g, row, col);

			for (size_t i = 0; i < ARRAY_SIZE(c->code); i++)
				if (c->code[i] != 0 &&
				    code_is_unsafe(c->code[i]))
					fail_msg("%s: U+%04X in row %d", where,
						 c->code[i], row + 1);
		}
}

static void
no_screen_has_an_unsafe_cell(void **state)
{
	(void)state;
	fill_register();
	for (size_t i = 0; i < ARRAY_SIZE(screens); i++) {
		seat_take(&seat, &f, "clerk");
		seat_press(&seat, K_DOWN);
		seat_say(&seat, screens[i]);
		assert_cells_are_safe(screens[i]);
		seat_press(&seat, K_DOWN);
		assert_cells_are_safe(screens[i]);
		seat_leave(&seat);
	}
	fixture_done(&f);
}

/* What is pasted or said in a line comes back in a field or a sentence. */
static void
what_is_pasted_is_safe_in_its_field(void **state)
{
	(void)state;
	fill_register();
	seat_take(&seat, &f, "clerk");
	seat_say(&seat, "receive");
	term_test_paste(seat.tui.term, HOSTILE);
	tui_loop(&seat.tui);
	assert_cells_are_safe("receive");
	seat_leave(&seat);
	seat_take(&seat, &f, "clerk");
	seat_say(&seat, "show " HOSTILE);
	assert_cells_are_safe("an error");
	seat_leave(&seat);
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_screen_has_an_unsafe_cell),
	    cmocka_unit_test(what_is_pasted_is_safe_in_its_field),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
