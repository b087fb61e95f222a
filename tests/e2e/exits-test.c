/* exits-test.c -- however the screen ends, the terminal is as it was */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/e2e/counted.h"
#include "tests/fixture.h"
#include "tests/test.h"

enum { ROWS = 24, COLS = 80 };

static struct fixture fixture;

static int
begin(void **state)
{
	(void)state;
	fixture_desk(&fixture);
	setenv("TERM", "xterm-256color", 1);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	fixture_done(&fixture);
	return 0;
}

static void
screen_begin(struct counted *c)
{
	if (!counted_screen(c, ROWS, COLS, fixture.path, "clerk"))
		skip();
	assert_true(c->emulator.has_screen);
	assert_true(c->emulator.takes_paste);
	assert_true(c->emulator.is_hidden);
	assert_false(counted_line_is_back(c));
}

static void
assert_given_back(const struct counted *c)
{
	const struct emulator *e = &c->emulator;

	assert_true(c->is_ended);
	assert_true(counted_line_is_back(c));
	assert_false(e->has_screen);
	assert_false(e->is_hidden);
	assert_false(e->has_keys);
	assert_false(e->takes_paste);
	assert_false(e->takes_mouse);
	assert_true(look_equal(e->look, LOOK_PLAIN));
	assert_int_equal(e->top, 0);
	assert_int_equal(e->bottom, ROWS - 1);
}

static void
a_person_leaves(void **state)
{
	struct counted c;

	(void)state;
	screen_begin(&c);
	/* F10 */
	counted_keys(&c, "\033[21~");
	assert_given_back(&c);
	assert_true(WIFEXITED(c.status));
	assert_int_equal(WEXITSTATUS(c.status), 0);
	counted_end(&c);
}

/* In a form, with the cursor on and a field underlined. */
static void
a_signal_ends_it(void **state)
{
	static const int signals[] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(signals); i++) {
		struct counted c;

		screen_begin(&c);
		counted_keys(&c, "n");
		counted_keys(&c, "น้ำ");
		assert_false(c.emulator.is_hidden);
		counted_signal(&c, signals[i]);
		assert_given_back(&c);
		assert_true(WIFEXITED(c.status));
		counted_end(&c);
	}
}

/* A defect of the program, or of a library below it. */
static void
a_crash_ends_it(void **state)
{
	static const int signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(signals); i++) {
		struct counted c;

		screen_begin(&c);
		counted_keys(&c, "n");
		counted_signal(&c, signals[i]);
		assert_given_back(&c);
		/* it still dies of it: there is a core to look at */
		assert_true(WIFSIGNALED(c.status));
		assert_int_equal(WTERMSIG(c.status), signals[i]);
		counted_end(&c);
	}
}

/* A settings file of the person, as long as the test runs. */
static void
write_settings(const char *text)
{
	char *folder = xasprintf("%s/saraban", fixture.directory);
	char *path = xasprintf("%s/saraban.conf", folder);
	FILE *file;

	mkdir(folder, 0700);
	file = fopen(path, "w");
	if (!file || fputs(text, file) < 0 || fclose(file) != 0)
		bug("no settings for the test");
	setenv("XDG_CONFIG_HOME", fixture.directory, 1);
	free(folder);
	free(path);
}

static void
the_mouse_is_given_back_too(void **state)
{
	struct counted c;

	(void)state;
	write_settings("mouse = on\n");
	screen_begin(&c);
	assert_true(c.emulator.takes_mouse);
	/* twice on the first letter: it opens */
	counted_keys(&c, "\033[<0;31;5M\033[<0;31;5m");
	counted_keys(&c, "\033[<0;31;5M\033[<0;31;5m");
	assert_true(emulator_shows(&c.emulator, "Incoming letter 1/"));
	counted_signal(&c, SIGABRT);
	assert_given_back(&c);
	counted_end(&c);
	write_settings("mouse = off\n");
}

/* A locale of eight bits, made for the test. */
static bool
make_locale(void)
{
	char *command =
	    xasprintf("localedef -f TIS-620 -i th_TH %s/th_TH.TIS-620 "
		      ">/dev/null 2>&1",
		      fixture.directory);
	char *charmap =
	    xasprintf("%s/th_TH.TIS-620/LC_CTYPE", fixture.directory);
	bool made = system(command) >= 0 && access(charmap, R_OK) == 0;

	free(command);
	free(charmap);
	return made;
}

static void
a_terminal_of_eight_bits_reads_and_writes_thai(void **state)
{
	struct counted c;

	(void)state;
	if (!make_locale())
		skip();
	fixture_must(&fixture, "clerk", "receive", "--subject", "日 ที่ “หนึ่ง”",
		     NULL);
	fixture_close(&fixture);
	setenv("LOCPATH", fixture.directory, 1);
	setenv("LC_ALL", "th_TH.TIS-620", 1);
	assert_true(counted_screen(&c, ROWS, COLS, fixture.path, "clerk"));
	c.emulator.is_thai = true;
	counted_keys(&c, "\f");
	assert_true(emulator_shows(&c.emulator, "น้ำท่วมที่ทำการผู้ใหญ่บ้าน"));
	assert_true(emulator_shows(&c.emulator, "?? ที่ \"หนึ่ง\""));
	/* \xA1 is ก, on a key and in a field */
	counted_keys(&c, "\xD7");
	counted_keys(&c, "\xB7\xD5\xE8");
	assert_true(emulator_shows(&c.emulator, "ที่"));
	assert_true(emulator_shows(&c.emulator, "+- Receive a letter -"));
	counted_end(&c);
	setenv("LC_ALL", "C.UTF-8", 1);
}

static void
a_locale_that_is_not_there_is_told(void **state)
{
	struct counted c;

	(void)state;
	setenv("LC_ALL", "th_TH.CP874", 1);
	assert_true(counted_screen(&c, ROWS, COLS, fixture.path, "clerk"));
	assert_true(
	    emulator_shows(&c.emulator, "locale th_TH.CP874 is not installed"));
	counted_end(&c);
	setenv("LC_ALL", "C.UTF-8", 1);
}

/* Sizes as they come while somebody pulls at the edge of a window. */
static const struct {
	int rows, cols;
} storm[] = {
    {60, 200}, {10, 30},  {16, 60}, {1, 1},
    {15, 60},  {40, 132}, {2, 80},  {24, 80},
};

static void
blow(struct counted *c)
{
	for (size_t i = 0; i < ARRAY_SIZE(storm); i++) {
		counted_resize(c, storm[i].rows, storm[i].cols);
		assert_false(c->is_ended);
		assert_int_equal(c->emulator.not_understood, 0);
	}
}

static void
nothing_typed_is_lost_in_a_storm_of_sizes(void **state)
{
	struct counted c;

	(void)state;
	screen_begin(&c);
	counted_keys(&c, "n");
	counted_keys(&c, "พบ ๐๐๑๗.๓/ว ๖๖๕");
	blow(&c);
	assert_true(emulator_shows(&c.emulator, "พบ ๐๐๑๗.๓/ว ๖๖๕"));
	/* ... and typing goes on where it was */
	counted_keys(&c, "๙");
	assert_true(emulator_shows(&c.emulator, "พบ ๐๐๑๗.๓/ว ๖๖๕๙"));
	counted_end(&c);
}

static void
keys_in_a_storm_are_not_lost(void **state)
{
	struct counted c;

	(void)state;
	screen_begin(&c);
	counted_keys(&c, "n");
	for (size_t i = 0; i < ARRAY_SIZE(storm); i++) {
		counted_resize(&c, storm[i].rows, storm[i].cols);
		counted_keys(&c, "ก");
	}
	assert_true(emulator_shows(&c.emulator, "กกกกกกกก"));
	counted_end(&c);
}

static void
an_overlay_stays_through_a_storm(void **state)
{
	struct counted c;

	(void)state;
	screen_begin(&c);
	counted_keys(&c, ":");
	counted_keys(&c, "rec");
	blow(&c);
	assert_true(emulator_shows(&c.emulator, ":rec"));
	assert_true(emulator_shows(&c.emulator, "receive"));
	counted_keys(&c, "\033[21~");
	assert_given_back(&c);
	counted_end(&c);
}

static void
a_window_too_small_says_what_it_needs(void **state)
{
	struct counted c;

	(void)state;
	screen_begin(&c);
	counted_resize(&c, 16, 59);
	assert_true(emulator_shows(&c.emulator, "too small: 59×16"));
	counted_resize(&c, 16, 60);
	assert_true(emulator_shows(&c.emulator, "น้ำท่วม"));
	counted_end(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_person_leaves),
	    cmocka_unit_test(a_signal_ends_it),
	    cmocka_unit_test(a_crash_ends_it),
	    cmocka_unit_test(the_mouse_is_given_back_too),
	    cmocka_unit_test(a_terminal_of_eight_bits_reads_and_writes_thai),
	    cmocka_unit_test(a_locale_that_is_not_there_is_told),
	    cmocka_unit_test(nothing_typed_is_lost_in_a_storm_of_sizes),
	    cmocka_unit_test(keys_in_a_storm_are_not_lost),
	    cmocka_unit_test(an_overlay_stays_through_a_storm),
	    cmocka_unit_test(a_window_too_small_says_what_it_needs),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, begin, end);
}
