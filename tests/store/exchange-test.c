/* exchange-test.c -- a file of another office is taken as it was signed, or not
   at all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#include "model/exchange.h"
#include "model/seal.h"

#include "app/action.h"

#include "tests/fixture.h"
#include "tests/test.h"

static struct fixture f;
static struct text file;
static struct sign_key key;

static json_t *
letter_json(void)
{
	return json_pack(
	    "{s:s, s:s, s:s, s:s, s:s, s:[s], s:[{s:s, s:i}], s:[s], "
	    "s:[{s:s, s:s}], s:[{s:s, s:s, s:s, s:s, s:I}], s:[s]}",
	    "ref_no", "ชย 0023.14/1522", "dated", "2022-08-29", "subject",
	    "ชุดข้อมูล", "from", "ที่ว่าการอำเภอ", "kind", "external", "references",
	    "หนังสือจังหวัด", "enclosures", "title", "แบบ", "count", 1, "links",
	    "https://example.org", "stamps", "office", "จังหวัด", "number",
	    "9597", "notes", "office", "จังหวัด", "act", "order", "by_name",
	    "นาย ก", "words", "แจ้ง", "at", (json_int_t)5, "text", "เนื้อความ");
}

static int
make_file(void **state)
{
	struct session *s;
	json_t *letter, *document;

	(void)state;
	fixture_register(&f);
	s = fixture_session(&f, NULL);
	letter = letter_json();
	document = json_pack("{s:s, s:[o]}", "format", EXCHANGE_FORMAT,
			     "letters", exchange_letter(letter));
	assert_true(exchange_write(s->store, document, &file, &f.err));
	assert_true(seal_public(s->store, &key, &f.err));
	json_decref(letter);
	json_decref(document);
	return 0;
}

static int
drop_file(void **state)
{
	(void)state;
	text_done(&file);
	fixture_done(&f);
	return 0;
}

static bool
is_taken(const char *bytes, size_t n)
{
	json_t *document = NULL, *signature = NULL;
	struct error err = {0};
	bool ok = exchange_read(bytes, n, &document, &signature, &err) &&
		  exchange_verify(&key, document, signature, &err);

	assert_true(ok || err.kind == &EXCHANGE_DAMAGED ||
		    err.kind == &EXCHANGE_UNSIGNED);
	json_decref(document);
	json_decref(signature);
	return ok;
}

static void
it_is_taken_as_it_was_written(void **state)
{
	(void)state;
	assert_true(is_taken(file.s, file.n));
}

/* Bits of every kind of byte: another letter, another case, no text. */
static void
a_change_of_any_byte_is_refused(void **state)
{
	static const unsigned char bits[] = {0x01, 0x04, 0x20, 0x80};
	char *copy = xstrndup(file.s, file.n);

	(void)state;
	for (size_t i = 0; i < file.n; i++)
		for (size_t k = 0; k < sizeof(bits); k++) {
			copy[i] ^= bits[k];
			if (is_taken(copy, file.n))
				fail_msg("byte %zu, bit %x", i, bits[k]);
			copy[i] ^= bits[k];
		}
	free(copy);
}

static void
a_byte_more_or_less_is_refused(void **state)
{
	(void)state;
	for (size_t n = 0; n < file.n; n++)
		assert_false(is_taken(file.s, n));
	for (size_t i = 0; i <= file.n; i++) {
		char *more = xasprintf("%.*s %s", (int)i, file.s, file.s + i);

		assert_false(is_taken(more, file.n + 1));
		free(more);
	}
}

static void
another_key_is_refused(void **state)
{
	struct sign_key own = key;

	(void)state;
	sign_key_make(&key);
	assert_false(is_taken(file.s, file.n));
	/* One that pretends to have the same name. */
	memcpy(key.id, own.id, sizeof(key.id));
	assert_false(is_taken(file.s, file.n));
	key = own;
}

static void
a_letter_comes_back_as_it_went(void **state)
{
	json_t *letter = letter_json(), *out = exchange_letter(letter);
	json_t *back = exchange_letter_read(out, &f.err);
	const char *name;
	json_t *value;

	(void)state;
	assert_non_null(back);
	json_object_foreach(letter, name, value)
	    assert_true(json_equal(json_object_get(back, name), value));
	json_decref(letter);
	json_decref(out);
	json_decref(back);
}

/* One value that is not what it must be. */
static void
assert_unread(const char *name, json_t *value)
{
	json_t *letter = letter_json(), *out = exchange_letter(letter);
	struct error err = {0};

	json_object_set_new(out, name, value);
	assert_null(exchange_letter_read(out, &err));
	assert_ptr_equal(err.kind, &EXCHANGE_DAMAGED);
	json_decref(letter);
	json_decref(out);
}

static void
a_value_that_no_letter_has_is_refused(void **state)
{
	(void)state;
	assert_unread("ID", json_integer(5));
	assert_unread("ID", json_string("a\033[2Jb"));
	assert_unread("CorrespondenceDate", json_string("31 เมษายน 2569"));
	assert_unread("SpeedCode", json_string("soon"));
	assert_unread("SecretCode", json_string("ลับ"));
	assert_unread("kind", json_string("poem"));
	assert_unread("pages", json_integer(-1));
	assert_unread("stamps", json_pack("[{s:s}]", "colour", "red"));
	assert_unread("stamps", json_pack("[s]", "9597"));
	assert_unread("notes", json_pack("[{s:s}]", "office", "จังหวัด"));
	assert_unread("links", json_string("https://example.org"));
	assert_unread("Attachment",
		      json_pack("[{s:s, s:i}]", "title", "แบบ", "count", 0));
	assert_unread("Description", json_pack("[s, s]", "a", "b"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_is_taken_as_it_was_written),
	    cmocka_unit_test(a_change_of_any_byte_is_refused),
	    cmocka_unit_test(a_byte_more_or_less_is_refused),
	    cmocka_unit_test(another_key_is_refused),
	    cmocka_unit_test(a_letter_comes_back_as_it_went),
	    cmocka_unit_test(a_value_that_no_letter_has_is_refused),
	};

	return cmocka_run_group_tests(tests, make_file, drop_file);
}
