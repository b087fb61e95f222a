/* live-test.c -- two people at work: what one does, the other sees */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tui/form.h"

#include "tests/fixture.h"
#include "tests/server.h"
#include "tests/test.h"
#include "tests/unit/seat.h"

static struct fixture f;
static struct seat head, clerk;

static const moment SECOND = 1000000;

static int
start(void **state)
{
	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "น้ำท่วม", NULL);
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "ไฟดับ", NULL);
	seat_take(&head, &f, "head");
	return 0;
}

static int
end(void **state)
{
	(void)state;
	seat_leave(&head);
	fixture_done(&f);
	return 0;
}

/* The second passes in which nobody presses a key. */
static void
wait_a_second(struct seat *s)
{
	f.now += SECOND;
	seat_press(s, K_TICK);
}

/* Of the window of a seat, cell by cell: the rows in which any changed. */
static int
rows_changed(struct seat *s, void (*what)(void))
{
	struct grid before = {0};
	const struct grid *g = term_test_grid(s->tui.term);
	int n = 0;

	grid_resize(&before, g->rows, g->cols);
	memcpy(before.at, g->at, sizeof(*g->at) * (size_t)(g->rows * g->cols));
	what();
	for (int row = 0; row < g->rows; row++)
		for (int col = 0; col < g->cols; col++)
			if (!cell_equal(grid_cell(g, row, col),
					grid_cell(&before, row, col))) {
				n++;
				break;
			}
	grid_done(&before);
	return n;
}

static void
it_is_told_what_came_and_from_whom(void **state)
{
	(void)state;
	fixture_must(&f, "clerk", "endorse", "2", "--note", "x", NULL);
	wait_a_second(&head);
	assert_true(seat_sees(&head, "new: 2/2569 from clerk"));
	assert_true(seat_sees(&head, "ไฟดับ"));
}

static void
news_goes_away_by_itself(void **state)
{
	(void)state;
	fixture_must(&f, "clerk", "endorse", "2", "--note", "x", NULL);
	wait_a_second(&head);
	for (int i = 0; i < 9; i++)
		wait_a_second(&head);
	assert_true(seat_sees(&head, "new: 2/2569"));
	wait_a_second(&head);
	assert_false(seat_sees(&head, "new: 2/2569"));
}

static void
what_does_not_concern_me_is_not_told(void **state)
{
	(void)state;
	fixture_must(&f, "clerk", "receive", "--subject", "y", NULL);
	fixture_must(&f, "clerk", "endorse", "3", "--note", "x", "--to",
		     "palad", "--reason", "y", NULL);
	wait_a_second(&head);
	assert_false(seat_sees(&head, "new:"));
}

static void
an_order_is_news_for_the_division(void **state)
{
	struct seat works;

	(void)state;
	seat_take(&works, &f, "works");
	fixture_to_the_top(&f, 1);
	wait_a_second(&works);
	assert_false(seat_sees(&works, "new:"));
	fixture_must(&f, "nayok", "order", "3", "--note", "x", "--assign",
		     "works", NULL);
	wait_a_second(&works);
	assert_true(seat_sees(&works, "new: 3/2569 from nayok"));
	seat_leave(&works);
}

static void
what_is_wrong_is_not_written_over_by_news(void **state)
{
	(void)state;
	seat_say(&head, "order 1");
	assert_true(seat_sees(&head, "it lies with"));
	fixture_must(&f, "clerk", "endorse", "2", "--note", "x", NULL);
	for (int i = 0; i < 20; i++)
		wait_a_second(&head);
	assert_true(seat_sees(&head, "it lies with"));
	seat_press(&head, K_DOWN);
	assert_true(seat_sees(&head, "new: 2/2569"));
}

static void
tick(void)
{
	seat_press(&head, K_TICK);
}

static void
nothing_happened_changes_nothing(void **state)
{
	(void)state;
	assert_int_equal(rows_changed(&head, tick), 0);
	assert_int_equal(term_test_changed(head.tui.term), 0);
	seat_say(&head, "endorse 1");
	seat_type(&head, "ก");
	tick();
	assert_int_equal(rows_changed(&head, tick), 0);
}

static unsigned long
statements_of(void (*what)(void))
{
	unsigned long before = store_statements(head.tui.session->store);

	what();
	return store_statements(head.tui.session->store) - before;
}

/* seat_press() looks once before the tick and once after it; a server tells by
   itself. */
static void
nothing_happened_costs_one_statement_a_second(void **state)
{
	(void)state;
	assert_int_equal(statements_of(tick), server_is_used() ? 0 : 2);
}

static void
look_at_the_bar(void)
{
	head.tui.loads++;
	bar_load(&head.tui.bar, &head.tui);
}

/* Person, posts held, posts, divisions, and what there is of a letter: less
   than two keys asked each for itself. */
static void
the_rules_are_read_once_for_all_keys(void **state)
{
	(void)state;
	assert_in_range(statements_of(look_at_the_bar), 1, 42);
}

/* Only the row that came, the counts and the status line are other. */
static void
what_did_not_change_is_not_painted(void **state)
{
	(void)state;
	fixture_must(&f, "clerk", "endorse", "2", "--note", "x", NULL);
	assert_int_equal(rows_changed(&head, tick), 3);
}

static void
the_chosen_letter_stays_when_rows_come_above_it(void **state)
{
	(void)state;
	fixture_must(&f, "clerk", "receive", "--subject", "y", "--urgency",
		     "most-urgent", NULL);
	fixture_must(&f, "clerk", "endorse", "3", "--note", "x", NULL);
	wait_a_second(&head);
	const struct screen *desk = tui_top(&head.tui);
	assert_int_equal(desk->ops->letter(desk)->number, 1);
}

static void
a_letter_is_read_again_where_it_was(void **state)
{
	(void)state;
	seat_say(&head, "show 2");
	fixture_must(&f, "clerk", "endorse", "2", "--note", "โปรดพิจารณา", NULL);
	wait_a_second(&head);
	assert_string_equal(seat_screen(&head), "letter");
	assert_true(seat_sees(&head, "โปรดพิจารณา"));
}

static void
a_form_is_not_disturbed(void **state)
{
	struct form *form;
	int row, col;

	(void)state;
	seat_say(&head, "endorse 1");
	seat_type(&head, "ครึ่ง");
	row = term_test_grid(head.tui.term)->cursor_row;
	col = term_test_grid(head.tui.term)->cursor_col;
	fixture_must(&f, "clerk", "endorse", "2", "--note", "x", NULL);
	wait_a_second(&head);
	assert_true(seat_sees(&head, "new: 2/2569 from clerk"));
	assert_true(seat_sees(&head, "ครึ่ง"));
	assert_int_equal(term_test_grid(head.tui.term)->cursor_row, row);
	assert_int_equal(term_test_grid(head.tui.term)->cursor_col, col);
	seat_type(&head, "ทาง");
	form = (struct form *)tui_top(&head.tui);
	assert_string_equal(form->fields[0].ops->value(&form->fields[0], 0),
			    "ครึ่งทาง");
}

/* ---------------------------------------------- help from the live keys */

static void
the_help_shows_ones_own_keys(void **state)
{
	const struct conf_file mine = {"my.conf", "desk Insert help\n"};
	struct error err = {0};

	(void)state;
	assert_true(keymap_add(&head.tui.keys, &mine, &err));
	seat_press(&head, K_INSERT);
	assert_string_equal(seat_screen(&head), "help");
	assert_true(seat_sees(&head, "Insert"));
}

/* ------------------------------------------------- two at one letter */

/* A second holder of the clerk's post: both may endorse letter 2. */
static void
seat_two_clerks(struct seat *second)
{
	fixture_must(&f, NULL, "person add", "second", "คุณที่สอง", "--post",
		     "clerk", "--from", "2020-01-01", NULL);
	seat_take(&clerk, &f, "clerk");
	seat_take(second, &f, "second");
}

static void
the_second_is_told_who_has_the_letter_open(void **state)
{
	struct seat second;

	(void)state;
	seat_two_clerks(&second);
	seat_say(&clerk, "endorse 2");
	assert_false(seat_sees(&clerk, "open since"));
	seat_say(&second, "endorse 2");
	assert_true(seat_sees(&second, "clerk has had this letter open since"));
	/* and is not kept from it */
	assert_string_equal(seat_screen(&second), "form");
	seat_leave(&second);
	seat_leave(&clerk);
}

static void
who_has_left_it_has_it_open_no_more(void **state)
{
	struct seat second;

	(void)state;
	seat_two_clerks(&second);
	seat_say(&clerk, "endorse 2");
	seat_type(&clerk, "x");
	seat_leave(&clerk);
	seat_say(&second, "endorse 2");
	assert_false(seat_sees(&second, "open since"));
	seat_leave(&second);
}

static void
what_the_first_does_is_told_in_the_form_of_the_second(void **state)
{
	struct seat second;

	(void)state;
	seat_two_clerks(&second);
	seat_say(&clerk, "endorse 2");
	seat_say(&second, "endorse 2");
	seat_type(&second, "ของผม");
	seat_type(&clerk, "ของฉัน");
	seat_press(&clerk, K_F1 + 1);
	assert_true(seat_sees(&clerk, "letter 2/2569 endorsed"));
	wait_a_second(&second);
	assert_true(seat_sees(&second, "While you were typing:"));
	assert_true(seat_sees(&second, "“ของฉัน”"));
	assert_true(seat_sees(&second, "ของผม"));
	seat_press(&second, K_F1 + 1);
	/* refused: who may, and what changed; the text stays */
	assert_true(seat_sees(&second, "only the holder of the post"));
	assert_true(seat_sees(&second, "While you were typing:"));
	assert_string_equal(seat_screen(&second), "form");
	struct form *form = (struct form *)tui_top(&second.tui);
	assert_string_equal(form->fields[0].ops->value(&form->fields[0], 0),
			    "ของผม");
	seat_leave(&second);
	seat_leave(&clerk);
}

static void
it_is_told_once(void **state)
{
	struct seat second;

	(void)state;
	seat_two_clerks(&second);
	seat_say(&second, "endorse 2");
	fixture_must(&f, "clerk", "endorse", "2", "--note", "x", NULL);
	wait_a_second(&second);
	assert_true(seat_sees(&second, "While you were typing:"));
	seat_type(&second, "y");
	assert_false(seat_sees(&second, "While you were typing:"));
	fixture_must(&f, "clerk", "receive", "--subject", "y", NULL);
	wait_a_second(&second);
	assert_false(seat_sees(&second, "While you were typing:"));
	seat_leave(&second);
	seat_leave(&clerk);
}

#define live_test(t) cmocka_unit_test_setup_teardown(t, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    live_test(it_is_told_what_came_and_from_whom),
	    live_test(news_goes_away_by_itself),
	    live_test(what_does_not_concern_me_is_not_told),
	    live_test(an_order_is_news_for_the_division),
	    live_test(what_is_wrong_is_not_written_over_by_news),
	    live_test(nothing_happened_changes_nothing),
	    live_test(nothing_happened_costs_one_statement_a_second),
	    live_test(the_rules_are_read_once_for_all_keys),
	    live_test(what_did_not_change_is_not_painted),
	    live_test(the_chosen_letter_stays_when_rows_come_above_it),
	    live_test(a_letter_is_read_again_where_it_was),
	    live_test(a_form_is_not_disturbed),
	    live_test(the_help_shows_ones_own_keys),
	    live_test(the_second_is_told_who_has_the_letter_open),
	    live_test(who_has_left_it_has_it_open_no_more),
	    live_test(what_the_first_does_is_told_in_the_form_of_the_second),
	    live_test(it_is_told_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
