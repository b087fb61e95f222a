/* sealed-test.c -- a letter that is made secret, and what lies of its files */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

#include "tests/fixture.h"
#include "tests/test.h"

#define WORDS "ปกปิด"

static struct fixture f;

static int
begin(void **state)
{
	(void)state;
	fixture_register(&f);
	fixture_must(&f, NULL, "policy set", "secret-as", "1", NULL);
	return 0;
}

static int
end(void **state)
{
	bool is_whole = fixture_is_clean(&f);

	(void)state;
	fixture_done(&f);
	return is_whole ? 0 : -1;
}

static void
clear_clerk(const char *class)
{
	fixture_must(&f, NULL, "clear", "clerk", class, "--order", "1/2569",
		     NULL);
}

static void
attach_to(int64_t *number, const char *path)
{
	fixture_must(&f, "clerk", "receive", "--subject", WORDS, "--attach",
		     path, NULL);
	*number = fixture_int(&f, "number");
}

/* The event alone says what lies there now: the check at the end plays the
   chain again, and opens each file. */
static void
files_of_a_letter_made_secret_are_sealed_by_its_event(void **state)
{
	static const char bytes[] = WORDS;
	char *path = xasprintf("%s/plan", f.directory);
	char number[12];
	int64_t n;

	(void)state;
	assert_true(file_write(bytes, strlen(bytes), path, &f.err));
	attach_to(&n, path);
	snprintf(number, sizeof(number), "%d", (int)n);
	fixture_must(&f, "clerk", "correct", number, "secrecy", "ลับ",
		     "--reason", "x", NULL);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM attachment "
					   "WHERE sealed = 0"),
			 0);
	assert_int_equal(
	    fixture_count(&f, "SELECT count(*) FROM attachment a JOIN payload "
			      "p ON p.body LIKE '%\"files\":%' || a.digest || "
			      "'%'"),
	    1);
	assert_true(fixture_is_clean(&f));
	/* another has the same file, which is his alone then */
	attach_to(&n, path);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM attachment "
					   "WHERE sealed = 0"),
			 1);
	/* what lies sealed stays so, whatever becomes of the class */
	clear_clerk("ลับ");
	fixture_must(&f, "clerk", "correct", number, "subject", "y", "--reason",
		     "x", NULL);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM attachment "
					   "WHERE sealed = 1"),
			 1);
	free(path);
}

/* What is lost hides nothing: the class is given all the same. */
static void
a_lost_file_does_not_keep_a_letter_open(void **state)
{
	char *path = xasprintf("%s/plan", f.directory);
	char *command = xasprintf("rm -r '%s-files'", f.beside);
	char number[12];
	int64_t n;

	(void)state;
	assert_true(file_write("x", 1, path, &f.err));
	attach_to(&n, path);
	snprintf(number, sizeof(number), "%d", (int)n);
	assert_int_equal(system(command), 0);
	fixture_must(&f, "clerk", "correct", number, "secrecy", "ลับ",
		     "--reason", "x", NULL);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM letter "
					   "WHERE secrecy = 'ลับ'"),
			 1);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM payload "
					   "WHERE body LIKE '%\"files\"%'"),
			 0);
	/* brought back, and named by nothing that is sealed: given once more */
	attach_to(&n, path);
	clear_clerk("ลับมาก");
	fixture_must(&f, "clerk", "correct", number, "secrecy", "ลับมาก",
		     "--reason", "x", NULL);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM attachment "
					   "WHERE sealed = 1"),
			 1);
	free(command);
	free(path);
}

#define sealed_test(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    sealed_test(files_of_a_letter_made_secret_are_sealed_by_its_event),
	    sealed_test(a_lost_file_does_not_keep_a_letter_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
