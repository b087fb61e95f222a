/* manifest-test.c -- a manifest is read as it was written, or not at all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "model/manifest.h"

#include "tests/test.h"

static const char written[] =
    "saraban backup 1\n"
    "id: 00112233445566778899aabbccddeeff\n"
    "register: ffeeddccbbaa99887766554433221100\n"
    "practice: no\n"
    "made: 2026-01-20T19:30:00+07:00\n"
    "program: saraban 0.1.0\n"
    "sqlite: 3.40.1\n"
    "schema: 1\n"
    "events: 13\n"
    "head: 1 13 "
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef "
    "main อบต.หนองกะปุ อำเภอเมือง\n"
    "last: 1 2568 77 receive\n"
    "last: 1 2569 3 receive\n"
    "last: 1 2569 0 send\n"
    "page: 1 2026-01-19 5f0c1a7e\n"
    "packed: "
    "1123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef "
    "9058 register.db.zst\n"
    "whole: "
    "2123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef "
    "225280 register.db\n"
    "list: "
    "3123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef "
    "414 files.txt\n"
    "files: 3 35670\n";

static struct arena a;
static struct manifest m;
static struct error err;

static bool
parse(const char *text)
{
	arena_done(&a);
	err = (struct error){0};
	return manifest_parse(text, &a, &m, &err);
}

static void
what_is_written_is_read(void **state)
{
	struct text again = {0}, lasts = {0};

	(void)state;
	assert_true(parse(written));
	assert_int_equal(m.n_heads, 1);
	assert_int_equal(m.n_lasts, 3);
	assert_string_equal(m.heads[0].name, "อบต.หนองกะปุ อำเภอเมือง");
	assert_string_equal(m.packed.name, "register.db.zst");
	manifest_write(&m, &again);
	assert_string_equal(again.s, written);
	manifest_add_lasts(&m, &lasts);
	assert_string_equal(lasts.s, "receive 3/2569, send 0/2569");
	text_done(&again);
	text_done(&lasts);
}

static void
it_agrees_with_itself_and_with_no_other(void **state)
{
	struct manifest other;
	struct manifest_last last;

	(void)state;
	assert_true(parse(written));
	other = m;
	assert_true(manifest_agrees(&m, &other));
	other.uuid[3] ^= 1;
	assert_false(manifest_agrees(&m, &other));
	other = m;
	last = m.lasts[2];
	last.number = 1;
	other.lasts = &last;
	other.n_lasts = 1;
	assert_false(manifest_agrees(&m, &other));
}

/* Cut after any byte but the last: no line is a whole manifest without the
   others. */
static void
what_is_cut_off_is_no_manifest(void **state)
{
	(void)state;
	for (size_t n = 0; n + 1 < sizeof(written); n++) {
		char *part = xstrndup(written, n);

		assert_false(parse(part));
		assert_ptr_equal(err.kind, &MANIFEST_WRONG);
		free(part);
	}
}

/* `was` becomes `is`. */
static bool
parses_with(const char *was, const char *is)
{
	const char *at = strstr(written, was);
	struct text t = {0};
	bool ok;

	assert_non_null(at);
	text_add_n(&t, written, (size_t)(at - written));
	text_add(&t, is);
	text_add(&t, at + strlen(was));
	ok = parse(t.s);
	text_done(&t);
	return ok;
}

static void
what_cannot_be_is_refused(void **state)
{
	static const struct {
		const char *was, *is;
	} wrong[] = {
	    {"saraban backup 1", "saraban backup 2"},
	    {"id: 0011", "id: 001"},
	    {"register: ff", "register: gg"},
	    {"made: 2026-01-20", "made: 2026-13-20"},
	    {"made: 2026-01-20", "made: 2440-01-20"},
	    {"made: 2026-01-20T19:30:00+07:00", "made: 20/1/2569"},
	    {"practice: no", "practice: maybe"},
	    {"schema: 1", "schema: one"},
	    {"events: 13", "events: -13"},
	    {"head: 1 13 0", "head: 1 x 0"},
	    {"last: 1 2568 77", "last: 1 2568"},
	    {" register.db.zst", " ../../etc/passwd"},
	    {" register.db.zst", " .lock"},
	    {" register.db.zst", " "},
	    {"อบต.", "\033[2J"},
	    {" files.txt", " /etc/passwd"},
	    {"whole: 2", "whole: x"},
	    {"practice: no\n", ""},
	    {"files: 3 35670\n", "files: 3 35670\nfiles: 3 35670\n"},
	    {"files: 3 35670\n", "files: 3 35670\n\n"},
	    {"list: ", "packed: "},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(wrong); i++)
		if (parses_with(wrong[i].was, wrong[i].is))
			fail_msg("%s was read", wrong[i].is);
	arena_done(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_written_is_read),
	    cmocka_unit_test(it_agrees_with_itself_and_with_no_other),
	    cmocka_unit_test(what_is_cut_off_is_no_manifest),
	    cmocka_unit_test(what_cannot_be_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
