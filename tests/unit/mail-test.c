/* mail-test.c -- messages that no mailbox sends do no harm */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"

#include "app/mail.h"

#include "tests/fixture.h"
#include "tests/test.h"

enum { ROUNDS = 300, MAIL_MAX = 1 << 20 };

static const char *const names[] = {"attached", "forwarded", "own-words",
				    "page"};

static struct text
message(const char *name)
{
	struct text t = {0};
	struct error err = {0};
	char *path = xasprintf("%s/tests/fixtures/mail/%s.eml",
			       getenv("top_srcdir"), name);

	assert_true(file_read(path, MAIL_MAX, &t, &err));
	free(path);
	return t;
}

static void
is_text(const char *s)
{
	if (s != NULL)
		assert_int_equal(utf8_fault(s, strlen(s)), -1);
}

/* Whatever is read is text, and no name is a path. */
static void
read_any(const struct text *t)
{
	struct arena a = {0};
	struct mail m;
	struct error err = {0};

	if (mail_read(t->s, t->n, &a, &m, &err)) {
		is_text(m.head.sender);
		is_text(m.head.address);
		is_text(m.head.subject);
		is_text(m.head.message_id);
		is_text(m.text);
		for (size_t i = 0; i < m.n_parts; i++) {
			is_text(m.parts[i].name);
			assert_null(strchr(m.parts[i].name, '/'));
			assert_string_not_equal(m.parts[i].name, "");
			assert_string_not_equal(m.parts[i].name, "..");
		}
	} else {
		assert_non_null(err.kind);
	}
	arena_done(&a);
}

static void
messages_are_known_by_their_headers(void **state)
{
	static const struct {
		const char *bytes;
		bool is_mail;
	} table[] = {
	    {"From: a@b\nDate: x\n\nx", true},
	    {"Received: x\n\tmore: y\r\nfrom: a\r\n\r\n", true},
	    {"MIME-Version: 1.0\nFrom: a", true},
	    {"From: a@b\nSubject: x\n\n", false},
	    {"Date: x\n\nFrom: a", false},
	    {"From: a\nno field\nDate: x\n", false},
	    {" From: a\nDate: x\n", false},
	    {"เรื่อง: x\nFrom: a\nDate: x\n", false},
	    {"\nFrom: a\nDate: x\n", false},
	    {"", false},
	    {":", false},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(table); i++)
		assert_int_equal(
		    mail_is(table[i].bytes, strlen(table[i].bytes)),
		    table[i].is_mail);
}

static void
names_are_words_and_no_paths(void **state)
{
	static const struct {
		const char *said, *name;
	} table[] = {
	    {"หนังสือ.pdf", "หนังสือ.pdf"}, {"../../etc/passwd", "passwd"},
	    {"C:\\x\\y.doc", "y.doc"},  {"..", "part-3"},
	    {"a/", "part-3"},           {" ", "part-3"},
	    {NULL, "part-3"},           {"-rf", "_rf"},
	    {".profile", "_profile"},   {"a\nb", "a b"},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(table); i++)
		assert_string_equal(mail_part_name(&a, table[i].said, 2),
				    table[i].name);
	arena_done(&a);
}

static void
a_message_cut_anywhere_does_no_harm(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		struct text t = message(names[i]);

		for (size_t n = t.n; n > 0; n -= n < 41 ? n : 41) {
			text_remove(&t, n, t.n - n);
			read_any(&t);
		}
		text_done(&t);
	}
}

static void
a_message_changed_at_random_does_no_harm(void **state)
{
	uint64_t seed = 3;

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		struct text t = message(names[round % 4]);
		uint32_t changes = 1 + fixture_draw(&seed, 30);

		while (changes-- > 0)
			t.s[fixture_draw(&seed, (uint32_t)t.n)] =
			    (char)fixture_draw(&seed, 256);
		read_any(&t);
		text_done(&t);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(messages_are_known_by_their_headers),
	    cmocka_unit_test(names_are_words_and_no_paths),
	    cmocka_unit_test(a_message_cut_anywhere_does_no_harm),
	    cmocka_unit_test(a_message_changed_at_random_does_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
