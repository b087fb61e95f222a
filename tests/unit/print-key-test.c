/* print-key-test.c -- a key prints what the screen shows, into a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <unistd.h>

#include "tests/fixture.h"
#include "tests/test.h"
#include "tests/unit/seat.h"

static struct fixture f;
static struct seat clerk;

enum { C_P = 0x10 };

/* Files are put where the program was started. */
static int
start(void **state)
{
	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "น้ำเงิน", NULL);
	if (chdir(f.directory) != 0)
		abort();
	seat_take(&clerk, &f, "clerk");
	return 0;
}

static int
end(void **state)
{
	(void)state;
	seat_leave(&clerk);
	if (chdir("/") != 0)
		abort();
	fixture_done(&f);
	return 0;
}

static bool
is_there(const char *stem)
{
	char *pdf = xasprintf("%s/%s.pdf", f.directory, stem);
	char *text = xasprintf("%s/%s.txt", f.directory, stem);
	bool is = access(pdf, F_OK) == 0 || access(text, F_OK) == 0;

	free(pdf);
	free(text);
	return is;
}

static void
the_register_is_printed_from_its_screen(void **state)
{
	(void)state;
	seat_say(&clerk, "register");
	seat_press(&clerk, C_P);
	assert_true(seat_sees(&clerk, "register-2569"));
	assert_true(is_there("register-2569"));
}

static void
so_is_the_page_of_a_day(void **state)
{
	(void)state;
	seat_say(&clerk, "page");
	seat_press(&clerk, C_P);
	assert_true(seat_sees(&clerk, "day-2026-01-20"));
	assert_true(is_there("day-2026-01-20"));
}

/* The letter under the cursor is meant; which form is typed. */
static void
forms_of_a_letter_are_chosen_by_name(void **state)
{
	(void)state;
	seat_say(&clerk, "show 1");
	seat_press(&clerk, C_P);
	assert_string_equal(seat_screen(&clerk), "palette");
	seat_type(&clerk, "slip --file");
	seat_press(&clerk, K_ENTER);
	assert_true(seat_sees(&clerk, "slip-1-2569"));
	assert_true(is_there("slip-1-2569"));
}

/* What has no file is shown. */
static void
without_a_file_it_is_looked_at(void **state)
{
	(void)state;
	seat_say(&clerk, "print slip 1");
	assert_true(seat_sees(&clerk, "น้ำเงิน"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		the_register_is_printed_from_its_screen, start, end),
	    cmocka_unit_test_setup_teardown(so_is_the_page_of_a_day, start,
					    end),
	    cmocka_unit_test_setup_teardown(
		forms_of_a_letter_are_chosen_by_name, start, end),
	    cmocka_unit_test_setup_teardown(without_a_file_it_is_looked_at,
					    start, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
