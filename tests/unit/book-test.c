/* book-test.c -- numbers of books, read and written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "model/book.h"
#include "model/number.h"
#include "model/policy.h"

#include "tests/test.h"

enum { THIS_YEAR = 2569 };

static void
a_number_has_its_book_before_it(void **state)
{
	static const struct {
		const char *typed, *code;
		int year, number;
	} rows[] = {
	    {"144", "receive", 2569, 144},
	    {" ๑๔๔/๒๕๖๘", "receive", 2568, 144},
	    {"รับ 144", "receive", 2569, 144},
	    {"receive:144/69", "receive", 2569, 144},
	    {"ว 12/2569", "circular", 2569, 12},
	    {"ว12", "circular", 2569, 12},
	    {"ว. ๑๒ ", "circular", 2569, 12},
	    {"circular:12", "circular", 2569, 12},
	    {"ลับ 3/2569", "secret", 2569, 3},
	    {"ส 15/2569", "send", 2569, 15},
	    {"send:15", "send", 2569, 15},
	    {"ส ว 4/2569", "send-circular", 2569, 4},
	    {"สว4", "send-circular", 2569, 4},
	    {"ส.ว.๔/๖๙", "send-circular", 2569, 4},
	    {"ส ลับ 2", "send-secret", 2569, 2},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct book_number n = {0};
		struct error err = {0};

		assert_true(book_parse(rows[i].typed, THIS_YEAR, &n, &err));
		assert_string_equal(n.book->code, rows[i].code);
		assert_int_equal(n.year, rows[i].year);
		assert_int_equal(n.number, rows[i].number);
	}
}

static void
what_is_no_number_of_a_book_is_refused(void **state)
{
	static const char *const wrong[] = {
	    "",     "ว",       "ว/2569",    "กข 12",       "วว 12",
	    "12 ว", "book:12", "circular:", "circular 12", "ส ส 1",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(wrong); i++) {
		struct book_number n;
		struct error err = {0};

		assert_false(book_parse(wrong[i], THIS_YEAR, &n, &err));
		assert_ptr_equal(err.kind, &NUMBER_INVALID);
	}
}

static void
assert_same(const char *written, const struct book_number *n)
{
	struct book_number back = {0};
	struct error err = {0};

	assert_true(book_parse(written, 0, &back, &err));
	assert_ptr_equal(back.book, n->book);
	assert_int_equal(back.year, n->year);
	assert_int_equal(back.number, n->number);
}

/* Spaces between any two characters of what is written, Thai digits or not. */
static void
a_number_written_is_read_as_itself(void **state)
{
	struct arena a = {0};

	(void)state;
	for (const struct book *b = books; b->code != NULL; b++)
		for (int k = 1; k < 1000000000 / 7; k = 7 * k + 2) {
			struct book_number n = {b, 2500 + k % 100, k};
			struct text arabic = {0}, thai = {0};

			text_add_book_number(&arabic, b->code, n.year, k,
					     false);
			text_add_book_number(&thai, b->code, n.year, k, true);
			assert_same(arabic.s, &n);
			assert_same(thai.s, &n);
			assert_same(BOOK_NUMBER(b->code, n.year, k), &n);
			assert_same(book_operand(b->code, n.year, k, &a), &n);
			assert_null(
			    strchr(book_operand(b->code, n.year, k, &a), ' '));
			text_done(&arabic);
			text_done(&thai);
		}
	arena_done(&a);
}

/* No two books write a number alike, in whatever way. */
static void
each_book_writes_its_numbers_in_its_own_way(void **state)
{
	struct arena a = {0};

	(void)state;
	for (const struct book *x = books; x->code != NULL; x++)
		for (const struct book *y = x + 1; y->code != NULL; y++)
			assert_string_not_equal(
			    book_operand(x->code, 2569, 1, &a),
			    book_operand(y->code, 2569, 1, &a));
	arena_done(&a);
}

static void
a_class_has_its_own_book_where_the_policy_says_so(void **state)
{
	struct policies p = {0};

	(void)state;
	assert_string_equal(book_for(BOOK_IN, NULL, true, &p)->code, "receive");
	assert_string_equal(book_for(BOOK_OUT, "ลับ", true, &p)->code, "send");
	p.book_circular = p.book_secret = BOOK_OWN;
	p.book_send_circular = p.book_send_secret = BOOK_OWN;
	assert_string_equal(book_for(BOOK_IN, NULL, false, &p)->code,
			    "receive");
	assert_string_equal(book_for(BOOK_IN, NULL, true, &p)->code,
			    "circular");
	assert_string_equal(book_for(BOOK_IN, "ลับ", true, &p)->code, "secret");
	assert_string_equal(book_for(BOOK_OUT, NULL, true, &p)->code,
			    "send-circular");
	assert_string_equal(book_for(BOOK_OUT, "ลับมาก", false, &p)->code,
			    "send-secret");
}

static void
several_numbers_of_a_book_are_a_span(void **state)
{
	/* As typed, and as understood. */
	static const char *const table[][2] = {
	    {"144", "receive 2569: 144 to 144"},
	    {"150-155", "receive 2569: 150 to 155"},
	    {"๑๕๐ - ๑๕๕/๖๘", "receive 2568: 150 to 155"},
	    {"150/68-155/68", "receive 2568: 150 to 155"},
	    {"ว 4-9", "circular 2569: 4 to 9"},
	    {"send-circular:4-9", "send-circular 2569: 4 to 9"},
	    {"send-circular:4", "send-circular 2569: 4 to 4"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(table); i++) {
		struct book_range r;
		struct error err = {0};
		char *read;

		assert_true(book_parse_range(table[i][0], 2569, &r, &err));
		read = xasprintf("%s %d: %d to %d", r.book->code, r.year,
				 r.first, r.last);
		assert_string_equal(read, table[i][1]);
		free(read);
	}
}

static void
what_is_no_span_is_refused(void **state)
{
	static const char *const table[] = {"155-150",       "150-",  "-150",
					    "150/68-155/69", "1-2-3", "-"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(table); i++) {
		struct book_range r;
		struct error err = {0};

		assert_false(book_parse_range(table[i], 2569, &r, &err));
		assert_ptr_equal(err.kind, &NUMBER_INVALID);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_number_has_its_book_before_it),
	    cmocka_unit_test(what_is_no_number_of_a_book_is_refused),
	    cmocka_unit_test(a_number_written_is_read_as_itself),
	    cmocka_unit_test(several_numbers_of_a_book_are_a_span),
	    cmocka_unit_test(what_is_no_span_is_refused),
	    cmocka_unit_test(each_book_writes_its_numbers_in_its_own_way),
	    cmocka_unit_test(a_class_has_its_own_book_where_the_policy_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
