/* setting-test.c -- settings of the program, the machine and the person */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/setting.h"

#include "tests/test.h"

static struct arena arena;
static struct settings settings;

static int
begin(void **state)
{
	(void)state;
	settings_begin(&settings, &arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_done(&arena);
	return 0;
}

static void
add(const char *name, const char *text)
{
	settings_add(&settings, &(struct conf_file){name, text});
}

static void
every_setting_has_a_value_of_the_program(void **state)
{
	(void)state;
	assert_int_equal(settings.n_faults, 0);
	for (int i = 0; i < SETTINGS; i++) {
		assert_non_null(settings.value[i]);
		assert_null(settings.from[i]);
		assert_non_null(setting_table[i].help);
	}
	assert_string_equal(settings_text(&settings, SET_CHOSEN_ROW), "auto");
	assert_false(settings_flag(&settings, SET_MOUSE));
	assert_int_equal(settings_number(&settings, SET_EXTRACT_SECONDS), 120);
}

static void
later_files_stand_before_earlier_ones(void **state)
{
	(void)state;
	add("machine", "theme = dark\nmouse = on\n");
	add("own", "\n# mine\ntheme=light  \r\n");
	assert_int_equal(settings.n_faults, 0);
	assert_string_equal(settings_text(&settings, SET_THEME), "light");
	assert_string_equal(settings.from[SET_THEME], "own:3");
	assert_true(settings_flag(&settings, SET_MOUSE));
	assert_string_equal(settings.from[SET_MOUSE], "machine:2");
}

static void
a_byte_order_mark_is_no_part_of_a_name(void **state)
{
	(void)state;
	add("own", "\xEF\xBB\xBFtheme = dark");
	assert_int_equal(settings.n_faults, 0);
	assert_string_equal(settings_text(&settings, SET_THEME), "dark");
}

static void
what_is_wrong_is_told_with_its_line_and_changes_nothing(void **state)
{
	static const char *const wrong[] = {
	    "theme",
	    "theme =",
	    "themes = dark",
	    "= dark",
	    "mouse = yes",
	    "chosen-row = stripe",
	    "extract-seconds = 0",
	    "extract-seconds = 3601",
	    "extract-seconds = 99999999999999999999",
	    "extract-seconds = 5 minutes",
	    "extract-pdf = pdftotext",
	    "extract-pdf = pdftotext %s %o",
	    "extract-pdf = pdftotext %s %",
	    "extract-pdf = pdftotext '%s",
	    "extract-pdf = %s",
	    "extract-pdf =",
	    "pdf-to-image = pdftoppm %s",
	    "theme = \xFF",
	};
	static const char last[] = "\nextract-seconds = 7\n";

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(wrong); i++) {
		struct settings before;
		char *text = xasprintf("\n%s%s", wrong[i], last);

		settings_begin(&settings, &arena);
		before = settings;
		add("own", text);
		free(text);
		assert_int_equal(settings.n_faults, 1);
		assert_ptr_equal(settings.fault[0].kind, &SETTING_WRONG);
		assert_ptr_equal(strstr(settings.fault[0].detail, "own:2: "),
				 settings.fault[0].detail);
		for (int k = 0; k < SETTINGS; k++)
			if (k != SET_EXTRACT_SECONDS)
				assert_string_equal(settings.value[k],
						    before.value[k]);
		assert_int_equal(
		    settings_number(&settings, SET_EXTRACT_SECONDS), 7);
	}
}

static void
a_setting_stands_once_in_a_file(void **state)
{
	(void)state;
	add("own", "theme = dark\ntheme = light\n");
	assert_int_equal(settings.n_faults, 1);
	assert_string_equal(settings_text(&settings, SET_THEME), "dark");
}

static void
many_faults_are_not_all_kept(void **state)
{
	(void)state;
	for (int i = 0; i < 3 * SETTING_FAULTS; i++)
		add("own", "theme\n");
	assert_int_equal(settings.n_faults, SETTING_FAULTS);
}

static void
a_value_of_a_command_is_one_word_whatever_it_holds(void **state)
{
	static const char *const value[] = {"a b'\n$(c);%o", "out"};
	char **words;

	(void)state;
	add("own", "pdf-to-image = tool --in=%s  'two words' 100%% %o-x %s\n");
	assert_int_equal(settings.n_faults, 0);
	words = settings_command(&settings, SET_PDF_TO_IMAGE, value, &arena);
	assert_string_equal(words[0], "tool");
	assert_string_equal(words[1], "--in=a b'\n$(c);%o");
	assert_string_equal(words[2], "two words");
	assert_string_equal(words[3], "100%");
	assert_string_equal(words[4], "out-x");
	assert_string_equal(words[5], value[0]);
	assert_null(words[6]);
}

int
main(void)
{
#define SETTING_TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)
	const struct CMUnitTest tests[] = {
	    SETTING_TEST(every_setting_has_a_value_of_the_program),
	    SETTING_TEST(later_files_stand_before_earlier_ones),
	    SETTING_TEST(a_byte_order_mark_is_no_part_of_a_name),
	    SETTING_TEST(
		what_is_wrong_is_told_with_its_line_and_changes_nothing),
	    SETTING_TEST(a_setting_stands_once_in_a_file),
	    SETTING_TEST(many_faults_are_not_all_kept),
	    SETTING_TEST(a_value_of_a_command_is_one_word_whatever_it_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
