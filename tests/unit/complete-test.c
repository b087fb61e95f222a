/* complete-test.c -- what a command line may become, word by word */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "app/complete.h"

#include "tests/fixture.h"
#include "tests/test.h"
#include "tests/unit/seat.h"

static struct fixture f;

static int
start(void **state)
{
	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "น้ำท่วม", NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "ไฟดับ", NULL);
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", NULL);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	fixture_done(&f);
	return 0;
}

/* The line with each thing it may become, "|" between. */
static void
assert_becomes(const char *login, const char *line, const char *wanted)
{
	struct arena a = {0};
	struct completion_list list;
	struct error err = {0};
	struct text t = {0};

	if (!complete_line(fixture_session(&f, login), line, &a, &list, &err))
		fail_msg("%s: %s", line, err.detail);
	for (size_t i = 0; i < list.n; i++)
		text_printf(&t, "%s%.*s%s", i > 0 ? "|" : "", (int)list.from,
			    line, list.at[i].word);
	assert_string_equal(text_str(&t), wanted);
	text_done(&t);
	arena_done(&a);
}

static void
names_begin_like_the_line(void **state)
{
	(void)state;
	assert_becomes("clerk", "rec", "receive|recall");
	assert_becomes("clerk", "post e", "post end");
	assert_becomes("clerk", "person ",
		       "person add|person hold|person end|person list");
	assert_becomes("clerk", "nothing", "");
	assert_becomes("clerk", "nothing at all", "");
}

static void
behind_the_operands_stand_the_options(void **state)
{
	(void)state;
	assert_becomes("clerk", "endorse 1 ",
		       "endorse 1 --note|endorse 1 --to|endorse 1 --reason|"
		       "endorse 1 --as-post");
	assert_becomes("clerk", "endorse 1 --t", "endorse 1 --to");
	assert_becomes("clerk", "endorse 1 --to palad ",
		       "endorse 1 --to palad --note|"
		       "endorse 1 --to palad --reason|"
		       "endorse 1 --to palad --as-post");
	assert_becomes("clerk", "endorse --n", "endorse --note");
	assert_becomes("nayok", "order 1 --assign works --a",
		       "order 1 --assign works --assign|"
		       "order 1 --assign works --as-post");
}

static void
a_letter_is_offered_what_waits_first(void **state)
{
	(void)state;
	assert_becomes("clerk", "endorse ", "endorse 2/2569|endorse 1/2569");
	assert_becomes("head", "endorse ", "endorse 1/2569|endorse 2/2569");
	assert_becomes("head", "show 2", "show 2/2569");
	/* by what it is about, too */
	assert_becomes("head", "show ไฟ", "show 2/2569");
}

static void
values_are_offered_by_code_and_by_name(void **state)
{
	(void)state;
	assert_becomes("clerk", "endorse 1 --to pa", "endorse 1 --to palad");
	assert_becomes("clerk", "endorse 1 --to=pa", "endorse 1 --to=palad");
	assert_becomes("clerk", "endorse 1 --to ปลัด", "endorse 1 --to palad");
	assert_becomes("nayok", "order 1 --assign w", "order 1 --assign works");
	assert_becomes("clerk", "list --state cl", "list --state closed");
	assert_becomes(NULL, "person end pal", "person end palad");
	assert_becomes(NULL, "person add pal", "");
	assert_becomes(NULL, "post end he", "post end head");
	assert_becomes("clerk", "why 1 rec", "why 1 receive|why 1 recall");
}

static void
a_value_with_spaces_goes_in_in_quotes(void **state)
{
	(void)state;
	assert_becomes("palad", "endorse 1 --note เพื่อโปรดทราบและ",
		       "endorse 1 --note เพื่อโปรดทราบและพิจารณาสั่งการ");
	assert_becomes("clerk", "why 1 'post a", "why 1 'post add'");
	assert_becomes("clerk", "why 1 post",
		       "why 1 'post add'|why 1 'post "
		       "end'");
}

static void
a_flag_has_no_value(void **state)
{
	(void)state;
	assert_becomes("clerk", "list --mine --st", "list --mine --state");
	/* and is given once */
	assert_becomes("clerk", "list --mine --mi", "");
}

/* Any line that is being typed. */
static void
no_line_does_harm(void **state)
{
	static const char *const pieces[] = {
	    "endorse", "list",     " ",    "'",      "\"",  "--",
	    "=",       "1",        "--to", "person", "add", "ก",
	    "--note=", "post end", "why",  "  "};
	uint64_t seed = 3;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		struct text line = {0};
		struct arena a = {0};
		struct completion_list list;
		struct error err = {0};

		for (uint32_t n = fixture_draw(&seed, 8); n > 0; n--)
			text_add(
			    &line,
			    pieces[fixture_draw(&seed, ARRAY_SIZE(pieces))]);
		assert_true(complete_line(fixture_session(&f, "clerk"),
					  text_str(&line), &a, &list, &err));
		assert_true(list.from <= line.n);
		arena_done(&a);
		text_done(&line);
	}
}

/* ------------------------------------------------------ on the screen */

static void
tab_puts_in_what_is_marked(void **state)
{
	struct seat clerk;

	(void)state;
	seat_take(&clerk, &f, "clerk");
	seat_type(&clerk, ":endorse ");
	assert_true(seat_sees(&clerk, "น้ำท่วม"));
	seat_press(&clerk, K_DOWN);
	seat_press(&clerk, K_TAB);
	assert_true(seat_sees(&clerk, ":endorse 1/2569"));
	seat_leave(&clerk);
}

static void
up_brings_back_the_lines_typed_before(void **state)
{
	struct seat clerk;

	(void)state;
	seat_take(&clerk, &f, "clerk");
	seat_type(&clerk, ":post list");
	seat_press(&clerk, K_ENTER);
	seat_type(&clerk, ":person list");
	seat_press(&clerk, K_ENTER);
	seat_type(&clerk, ":div");
	seat_press(&clerk, K_UP);
	assert_true(seat_sees(&clerk, ":person list"));
	seat_press(&clerk, K_UP);
	assert_true(seat_sees(&clerk, ":post list"));
	seat_press(&clerk, K_UP);
	assert_true(seat_sees(&clerk, ":post list"));
	seat_press(&clerk, K_DOWN);
	seat_press(&clerk, K_DOWN);
	assert_true(seat_sees(&clerk, ":div "));
	seat_leave(&clerk);
}

static void
the_same_line_is_kept_once_and_old_ones_go(void **state)
{
	struct past p = {0};

	(void)state;
	past_add(&p, "a");
	past_add(&p, "a");
	past_add(&p, " ");
	assert_int_equal(p.n, 1);
	for (int i = 0; i < 100; i++) {
		char line[8];

		snprintf(line, sizeof(line), "%d", i);
		past_add(&p, line);
	}
	assert_int_equal(p.n, PAST_MAX);
	assert_string_equal(past_line(&p, 1), "99");
	assert_string_equal(past_line(&p, PAST_MAX), "50");
	assert_null(past_line(&p, PAST_MAX + 1));
	assert_null(past_line(&p, 0));
	past_done(&p);
}

#define complete_test(t) cmocka_unit_test_setup_teardown(t, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    complete_test(names_begin_like_the_line),
	    complete_test(behind_the_operands_stand_the_options),
	    complete_test(a_letter_is_offered_what_waits_first),
	    complete_test(values_are_offered_by_code_and_by_name),
	    complete_test(a_value_with_spaces_goes_in_in_quotes),
	    complete_test(a_flag_has_no_value),
	    complete_test(no_line_does_harm),
	    complete_test(tab_puts_in_what_is_marked),
	    complete_test(up_brings_back_the_lines_typed_before),
	    cmocka_unit_test(the_same_line_is_kept_once_and_old_ones_go),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
