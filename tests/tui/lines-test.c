/* lines-test.c -- whatever is typed behind ":", the screen answers it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "app/action.h"

#include "tui/line.h"
#include "tui/loop.h"
#include "tui/screens/screens.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* Of no kind that any option has but plain text; and nothing at all. */
#define NONSENSE "xyz%s"
#define NOTHING "''"

static struct fixture f;
static struct tui tui;

static int
begin(void **state)
{
	struct keymap keys = {0};
	struct error err = {0};

	(void)state;
	setlocale(LC_ALL, "C.UTF-8");
	fixture_desk(&f);
	/* What is written by name is written here. */
	assert_int_equal(chdir(f.directory), 0);
	keymap_add_own(&keys);
	tui_init(&tui, fixture_session(&f, "clerk"), term_test_new(24, 80),
		 &keys);
	if (!tui_open(&tui, desk_new(&tui), &err))
		fail_msg("%s", err.detail);
	tui_loop(&tui);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	tui_done(&tui);
	fixture_done(&f);
	return 0;
}

static void
type(const char *line)
{
	term_test_feed(tui.term, ':');
	for (; *line != '\0'; line++)
		term_test_feed(tui.term, (unsigned char)*line);
	term_test_feed(tui.term, K_ENTER);
	tui_loop(&tui);
}

/* Of values that are there, and so not told by a form that asks for more. */
static bool
is_wrong(const char *words)
{
	struct arena a = {0};
	struct line line;
	struct error err = {0};
	struct fault faults[8];
	bool is = false;
	size_t n = 0;

	if (!line_read(words, &a, &line, &err))
		is = true;
	else if (line.move == NULL)
		n = request_faults(&line.request, f.now, faults,
				   ARRAY_SIZE(faults));
	for (size_t i = 0; i < n; i++)
		is = is || faults[i].error.kind != &REQUEST_MISSING;
	arena_done(&a);
	return is;
}

static int n_unanswered;

static void
unanswered(const char *line)
{
	print_message("nothing is said of: %s\n", line);
	n_unanswered++;
}

/* On a screen above the desk, or on that. */
static void
try(const char *above, const char *line)
{
	bool is_form;

	if (above != NULL)
		type(above);
	type(line);
	assert_true(tui.n_screens > 0);
	is_form = strcmp(tui_top(&tui)->ops->name, "form") == 0;
	if (is_wrong(line) && !is_form && tui.status.n == 0)
		unanswered(line);
	tui_pop_to_first(&tui);
}

static void
try_with(const char *above, const struct action *a, const char *operand)
{
	char line[200];

	snprintf(line, sizeof(line), "%s%s%s", a->name, operand ? " " : "",
		 operand ? operand : "");
	try(above, line);
}

static void
try_options(const char *above, const struct action *a, const char *operand)
{
	static const char *const values[] = {" " NONSENSE, " " NOTHING};
	char line[200];

	for (const struct option *o = a->options; o && o->name; o++)
		for (size_t i = 0; i < ARRAY_SIZE(values); i++) {
			snprintf(line, sizeof(line), "%s%s --%s%s", a->name,
				 operand, o->name,
				 o->kind != VALUE_FLAG ? values[i] : "");
			try(above, line);
		}
}

static void
on_the_desk_each_command_with_any_value_is_answered(void **state)
{
	(void)state;
	for (const struct action *a = actions; a->name != NULL; a++) {
		try_with(NULL, a, NULL);
		try_with(NULL, a, NONSENSE);
		try_options(NULL, a, a->operands[0] ? " 1" : "");
	}
	assert_int_equal(n_unanswered, 0);
}

/* There the letter need not be named. */
static void
in_a_letter_each_command_with_any_value_is_answered(void **state)
{
	(void)state;
	for (const struct action *a = actions; a->name != NULL; a++) {
		try_with("show 1", a, NULL);
		if (a->needs & NEED_LETTER)
			try_options("show 1", a, "");
	}
	assert_int_equal(n_unanswered, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		on_the_desk_each_command_with_any_value_is_answered),
	    cmocka_unit_test(
		in_a_letter_each_command_with_any_value_is_answered),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
