/* apply-test.c -- what is not run does nothing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "store/query-text.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* Without it, it does nothing: '$.stamps', = :body ->> 'parcel'. */
static bool
reads_key(const char *sql, const char *with)
{
	int n = (int)strlen(with) - 2;
	char *path = xasprintf("(:body, '$.%.*s')", n, with + 1);
	char *key = xasprintf("= :body ->> '%.*s'", n, with + 1);
	char *part =
	    xasprintf("WHERE :body -> '%.*s' IS NOT NULL", n, with + 1);
	bool is = strstr(sql, path) || strstr(sql, key) || strstr(sql, part);

	free(path);
	free(key);
	free(part);
	return is;
}

static void
what_is_run_with_a_key_reads_it(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < apply_count; i++)
		for (size_t k = 0; k < apply_texts[i].n; k++) {
			const struct apply_statement *s =
			    &apply_texts[i].sql[k];

			if (s->with == NULL)
				continue;
			n++;
			if (!reads_key(s->sql, s->with))
				fail_msg("with %s: %s", s->with, s->sql);
		}
	assert_true(n > 0);
}

static void
words_with_a_key_are_all_written(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "ขอความร่วมมือ",
		     "--link", "https://example.org/", "--reference", "ชย ๑/๑",
		     NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "stamps", NULL);
	fixture_close(&f);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM address"), 1);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM reference"),
			 1);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM stamp"), 0);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_run_with_a_key_reads_it),
	    cmocka_unit_test(words_with_a_key_are_all_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
