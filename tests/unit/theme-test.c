/* theme-test.c -- themes are a table of text, and none needs its colours */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "tui/theme.h"

#include "tests/test.h"

static const struct conf_file none[] = {{NULL, NULL}};

static bool
read_with(struct theme *t, const char *name, const char *text,
	  struct error *err)
{
	const struct conf_file files[] = {{"themes.conf", text}, {NULL, NULL}};

	return theme_read(t, name, files, err);
}

static void
the_program_carries_its_themes(void **state)
{
	static const char *const own[] = {"default", "light", "dark", "mono"};
	struct theme t;
	struct error err = {0};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(own); i++)
		assert_true(theme_read(&t, own[i], none, &err));
}

static void
mono_has_no_colour(void **state)
{
	struct theme t;

	(void)state;
	theme_own(&t, "mono");
	for (int i = 0; i < STYLE_COUNT; i++) {
		assert_int_equal(t.at[i].ink, -1);
		assert_int_equal(t.at[i].paper, -1);
	}
}

static void
without_colour_what_matters_differs_from_what_does_not(void **state)
{
	static const enum style matters[] = {
	    STYLE_BAR,   STYLE_URGENT, STYLE_MOST,   STYLE_SECRET,  STYLE_ERROR,
	    STYLE_FIELD, STYLE_FOCUS,  STYLE_STRONG, STYLE_PRACTICE};
	struct theme t;

	(void)state;
	theme_own(&t, "mono");
	for (size_t i = 0; i < ARRAY_SIZE(matters); i++)
		assert_int_not_equal(t.at[matters[i]].bits,
				     t.at[STYLE_NORMAL].bits);
}

static void
a_chosen_row_differs_in_every_theme(void **state)
{
	static const char *const own[] = {"default", "light", "dark", "mono"};
	struct theme t;

	(void)state;
	for (size_t k = 0; k < ARRAY_SIZE(own); k++) {
		theme_own(&t, own[k]);
		for (int i = 0; i < STYLE_COUNT; i++)
			assert_false(
			    look_equal(theme_look(&t, (enum style)i, true),
				       theme_look(&t, (enum style)i, false)));
	}
}

static void
one_s_own_file_stands_before(void **state)
{
	struct theme t;
	struct error err = {0};

	(void)state;
	assert_true(read_with(&t, "sea",
			      "# mine\n\n"
			      "sea urgent 208 - bold+underline\n"
			      "other urgent green - -\n"
			      "sea bar black bright-cyan -\r\n",
			      &err));
	assert_int_equal(t.at[STYLE_URGENT].ink, 208);
	assert_int_equal(t.at[STYLE_URGENT].bits, LOOK_BOLD | LOOK_UNDERLINE);
	assert_int_equal(t.at[STYLE_BAR].paper, 14);
	/* what it does not name is as in the program's own */
	assert_int_equal(t.at[STYLE_FIELD].bits, LOOK_UNDERLINE);
}

/* clang-format off */

static const struct {
	const char *text;
	const char *told;
} wrong[] = {
	{ "default urgnet red - -\n", "themes.conf:1: no style “urgnet”" },
	{ "\ndefault urgent rod - -\n", "themes.conf:2: no colour “rod”" },
	{ "default urgent 256 - -\n", "themes.conf:1: no colour “256”" },
	{ "default urgent red - blink\n",
	  "themes.conf:1: no attribute “blink”" },
	{ "default urgent red\n",
	  "themes.conf:1: a line is theme, style, ink, paper and attributes" },
};

/* clang-format on */

static void
what_is_wrong_is_told_with_its_place(void **state)
{
	struct theme t, own;

	(void)state;
	theme_own(&own, "default");
	for (size_t i = 0; i < ARRAY_SIZE(wrong); i++) {
		struct error err = {0};

		assert_false(read_with(&t, "default", wrong[i].text, &err));
		assert_ptr_equal(err.kind, &THEME_WRONG);
		assert_string_equal(err.detail, wrong[i].told);
		for (int k = 0; k < STYLE_COUNT; k++)
			assert_true(look_equal(t.at[k], own.at[k]));
	}
}

static void
a_theme_nobody_knows_leaves_the_program_s_own(void **state)
{
	struct theme t;
	struct error err = {0};

	(void)state;
	assert_false(theme_read(&t, "neon", none, &err));
	assert_string_equal(err.detail, "no theme “neon”");
	assert_int_equal(t.at[STYLE_FIELD].bits, LOOK_UNDERLINE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_program_carries_its_themes),
	    cmocka_unit_test(mono_has_no_colour),
	    cmocka_unit_test(
		without_colour_what_matters_differs_from_what_does_not),
	    cmocka_unit_test(a_chosen_row_differs_in_every_theme),
	    cmocka_unit_test(one_s_own_file_stands_before),
	    cmocka_unit_test(what_is_wrong_is_told_with_its_place),
	    cmocka_unit_test(a_theme_nobody_knows_leaves_the_program_s_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
