/* error-test.c -- kinds for programs, sentences for people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"

#include "tests/test.h"

static const struct error_kind FULL = {"full", EXIT_REGISTER,
				       "the register is full"};

static void
a_kind_without_detail_is_its_text(void **state)
{
	struct error err = {.detail = "old"};
	char *s;

	(void)state;
	assert_false(error_set(&err, &FULL, NULL));
	assert_ptr_equal(err.kind, &FULL);
	s = error_sentence(&err);
	assert_string_equal(s, "the register is full");
	free(s);
}

static void
a_detail_follows_the_text(void **state)
{
	struct error err = {0};
	char *s;

	(void)state;
	assert_false(error_set(&err, &FULL, "book %d/%s", 3, "2569"));
	s = error_sentence(&err);
	assert_string_equal(s, "the register is full: book 3/2569");
	free(s);
}

static void
a_detail_never_carries_controls_or_wrong_bytes(void **state)
{
	struct error err = {0};

	(void)state;
	error_set(&err, &FULL, "%s", "a\x1b[2J\n\xff");
	assert_string_equal(err.detail, "a^[[2J^J<FF>");
}

/* Lengths around the border, with a cluster of four characters in the way. */
static void
a_long_detail_is_cut_between_clusters(void **state)
{
	enum { MAX = sizeof(((struct error *)0)->detail) - 1 };

	(void)state;
	for (int before = MAX - 20; before < MAX + 3; before++) {
		struct error err = {0};
		size_t n;

		error_set(&err, &FULL, "%*s%s", before, "", "น้ำที่น้ำ");
		n = strlen(err.detail);
		assert_true(n <= MAX);
		assert_int_equal(utf8_fault(err.detail, n), -1);
		if ((size_t)before + strlen("น้ำที่น้ำ") <= MAX)
			continue;
		assert_string_equal(err.detail + n - strlen("…"), "…");
		n -= strlen("…");
		if ((size_t)before + strlen("…") >= MAX)
			assert_int_equal(n + strlen("…"), MAX);
		if (n > (size_t)before)
			assert_true(n - (size_t)before == strlen("น้ำ") ||
				    n - (size_t)before == strlen("น้ำที่"));
	}
}

static void
the_system_speaks_in_words(void **state)
{
	(void)state;
	assert_string_equal(error_words(EACCES), "you have no permission");
	assert_string_equal(error_words(EXDEV), strerror(EXDEV));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_kind_without_detail_is_its_text),
	    cmocka_unit_test(a_detail_follows_the_text),
	    cmocka_unit_test(a_detail_never_carries_controls_or_wrong_bytes),
	    cmocka_unit_test(a_long_detail_is_cut_between_clusters),
	    cmocka_unit_test(the_system_speaks_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
