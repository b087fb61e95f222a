/* paste-test.c -- a paste is collected to its end, whatever is in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tui/paste.h"

#include "tests/test.h"

/* Adds all of s; how many characters it took until the end was seen, or 0. */
static size_t
add(struct paste *p, const char *s)
{
	size_t n = strlen(s), count = 0;
	uint32_t code;

	for (size_t at = 0; at < n;) {
		at += utf8_next(s + at, n - at, &code);
		count++;
		if (paste_add(p, code))
			return count;
	}
	return 0;
}

static void
a_paste_ends_with_its_mark(void **state)
{
	struct paste p = {0};

	(void)state;
	paste_start(&p);
	assert_int_equal(add(&p, "ที่\rสอง\033[201~x"), 13);
	assert_string_equal(text_str(&p.text), "ที่\rสอง");
	paste_start(&p);
	assert_string_equal(text_str(&p.text), "");
	assert_int_equal(add(&p, "\033[201~"), 6);
	assert_string_equal(text_str(&p.text), "");
	paste_done(&p);
}

static void
what_only_begins_like_the_mark_is_text(void **state)
{
	struct paste p = {0};

	(void)state;
	paste_start(&p);
	assert_int_equal(add(&p, "a\033[20\033[200~\033\033[201~"), 18);
	assert_string_equal(text_str(&p.text), "a\033[20\033[200~\033");
	paste_done(&p);
}

static void
a_paste_without_end_stays_bounded(void **state)
{
	struct paste p = {0};

	(void)state;
	paste_start(&p);
	for (size_t i = 0; i < PASTE_MAX_BYTES; i++)
		assert_false(paste_add(&p, 0x0E01));
	assert_true(p.text.n <= PASTE_MAX_BYTES);
	assert_false(paste_add(&p, 0));
	assert_int_equal(strlen(p.text.s), p.text.n);
	assert_int_equal(add(&p, "\033[201~"), 6);
	paste_done(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_paste_ends_with_its_mark),
	    cmocka_unit_test(what_only_begins_like_the_mark_is_text),
	    cmocka_unit_test(a_paste_without_end_stays_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
