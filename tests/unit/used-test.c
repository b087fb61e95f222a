/* used-test.c -- words used before are offered, the best first */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app/used.h"

#include "tests/fixture.h"
#include "tests/test.h"

enum { MAX = 5 };

static struct fixture f;
static struct arena arena;

static int
start(void **state)
{
	(void)state;
	fixture_register(&f);
	arena_init(&arena);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_done(&arena);
	fixture_done(&f);
	return 0;
}

static void
receive(const char *ref, const char *from, const char *to, const char *secrecy)
{
	fixture_must(&f, "clerk", "receive", "--ref", ref, "--from", from,
		     "--to", to, "--subject", "เรื่อง", "--secrecy", secrecy,
		     NULL);
}

/* What is offered, "|" between. */
static void
assert_offers(const char *login, enum used_kind kind, const char *typed,
	      const char *beside, const char *expected)
{
	const struct used_word *found[MAX];
	struct used used;
	struct error err = {0};
	struct text t = {0};

	assert_true(
	    used_load(fixture_session(&f, login), kind, &arena, &used, &err));
	size_t n = used_find(&used, typed, beside, found, MAX);
	for (size_t i = 0; i < n; i++)
		text_printf(&t, "%s%s", i > 0 ? "|" : "", found[i]->words);
	assert_string_equal(text_str(&t), expected);
	text_done(&t);
}

static void
the_last_comes_first_and_the_frequent_before_it(void **state)
{
	(void)state;
	receive("1/1", "อำเภอบ้านลาด", "นายก", "");
	receive("1/2", "อำเภอชะอำ", "นายก", "");
	receive("1/3", "อำเภอท่ายาง", "นายก", "");
	assert_offers("clerk", USED_SENDER, "อำเภอ", NULL,
		      "อำเภอท่ายาง|อำเภอชะอำ|อำเภอบ้านลาด");
	receive("1/4", "อำเภอบ้านลาด", "นายก", "");
	receive("1/5", "อำเภอชะอำ", "นายก", "");
	receive("1/6", "อำเภอบ้านลาด", "นายก", "");
	receive("1/7", "อำเภอท่ายาง", "นายก", "");
	assert_offers("clerk", USED_SENDER, "อำเภอ", NULL,
		      "อำเภอบ้านลาด|อำเภอท่ายาง|อำเภอชะอำ");
}

static void
what_is_typed_is_folded(void **state)
{
	(void)state;
	receive("มท 0816.3/ว 1", "ที่ว่าการอำเภอบ้านลาด", "นายก", "");
	assert_offers("clerk", USED_SENDER, "ทีวา", NULL, "ที่ว่าการอำเภอบ้านลาด");
	assert_offers("clerk", USED_PREFIX, "มท๐๘", NULL, "มท 0816.3/ว ");
	assert_offers("clerk", USED_PREFIX, "0816", NULL, "");
	assert_offers("clerk", USED_SENDER, "ที่ว่าการอำเภอบ้านลาด", NULL, "");
	assert_offers("clerk", USED_SENDER, "", NULL, "");
}

static void
a_name_is_found_by_any_part_of_it(void **state)
{
	(void)state;
	receive("1/1", "ที่ว่าการอำเภอบ้านลาด", "นายก", "");
	receive("1/2", "บ้านลาดพัฒนา", "นายก", "");
	assert_offers("clerk", USED_SENDER, "บ้านลาด", NULL,
		      "บ้านลาดพัฒนา|ที่ว่าการอำเภอบ้านลาด");
	assert_offers("clerk", USED_SENDER, "ล", NULL, "");
	assert_offers("clerk", USED_SUBJECT, "รื่อง", NULL, "");
}

static void
what_stood_beside_it_is_offered_before_anything_is_typed(void **state)
{
	(void)state;
	receive("พบ 0017.3/ว 5", "ศาลากลางจังหวัดเพชรบุรี", "นายกทุกแห่ง", "");
	receive("พบ 0618/1", "อำเภอบ้านลาด", "นายก อบต.", "");
	assert_offers("clerk", USED_SENDER, "", "พบ ๐๐๑๗.๓/",
		      "ศาลากลางจังหวัดเพชรบุรี");
	assert_offers("clerk", USED_RECIPIENT, "", "อำเภอบ้านลาด", "นายก อบต.");
	assert_offers("clerk", USED_RECIPIENT, "นา", "ศาลากลางจังหวัดเพชรบุรี",
		      "นายกทุกแห่ง|นายก อบต.");
	assert_offers("clerk", USED_PREFIX, "", "อำเภอบ้านลาด", "พบ 0618/");
}

/* Somebody may look on while they are offered, and they would go into an open
   letter. */
static void
words_of_secret_letters_are_offered_to_nobody(void **state)
{
	(void)state;
	fixture_clear(&f, "clerk", NULL);
	receive("1/1", "สำนักข่าวกรอง", "นายก", "ลับ");
	assert_offers("clerk", USED_SENDER, "สำ", NULL, "");
	assert_offers("works", USED_SENDER, "สำ", NULL, "");
	assert_offers("works", USED_SUBJECT, "เร", NULL, "");
	fixture_must(&f, "clerk", "correct", "1", "secrecy", "-", "--reason",
		     "x", NULL);
	assert_offers("works", USED_SENDER, "สำ", NULL, "สำนักข่าวกรอง");
}

static void
a_cancelled_entry_offers_nothing(void **state)
{
	(void)state;
	receive("1/1", "อำเภอบ้านลาก", "นายก", "");
	fixture_must(&f, "clerk", "cancel", "1", "--reason", "พิมพ์ผิด", NULL);
	assert_offers("clerk", USED_SENDER, "อำเภอ", NULL, "");
}

static void
notes_are_ones_own_and_of_one_act(void **state)
{
	(void)state;
	receive("1/1", "อำเภอ", "นายก", "");
	fixture_must(&f, "clerk", "endorse", "1", "--note", "เห็นควรทราบ", NULL);
	assert_offers("clerk", USED_ENDORSE, "เห็น", NULL, "เห็นควรทราบ");
	assert_offers("clerk", USED_ORDER, "เห็น", NULL, "");
	assert_offers("head", USED_ENDORSE, "เห็น", NULL, "");
}

static void
the_rest_begins_behind_what_is_typed(void **state)
{
	static const struct used_word w = {.words = "ที่ว่าการอำเภอ"};

	(void)state;
	assert_string_equal(used_rest(&w, "ที่ว่า"), "การอำเภอ");
	assert_string_equal(used_rest(&w, "ทีวา"), "การอำเภอ");
	assert_string_equal(used_rest(&w, ""), "ที่ว่าการอำเภอ");
	assert_string_equal(used_rest(&w, "อำ"), "");
}

#define used_test(t) cmocka_unit_test_setup_teardown(t, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    used_test(the_last_comes_first_and_the_frequent_before_it),
	    used_test(what_is_typed_is_folded),
	    used_test(a_name_is_found_by_any_part_of_it),
	    used_test(what_stood_beside_it_is_offered_before_anything_is_typed),
	    used_test(words_of_secret_letters_are_offered_to_nobody),
	    used_test(a_cancelled_entry_offers_nothing),
	    used_test(notes_are_ones_own_and_of_one_act),
	    cmocka_unit_test(the_rest_begins_behind_what_is_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
