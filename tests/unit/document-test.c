/* document-test.c -- pages: rows whole, heads again, lines between words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "paper/document.h"

#include "tests/test.h"

enum { COLUMNS = 40, LINES = 24 };

static const struct paper_column columns[] = {
    {"no.", 4, 0, 4, PAPER_RIGHT},
    {"subject", 8, 1, 99, PAPER_LEFT},
    {NULL, 0, 0, 0, PAPER_LEFT},
};

static const struct paper_look look = {
    .title = "title", .left = "left", .right = "right"};

static bool
keep(void *ctx, const char *bytes, size_t n, struct error *err)
{
	(void)err;
	text_add_n(ctx, bytes, n);
	return true;
}

struct sheet {
	struct maker *maker;
	struct document *doc;
	struct text out;
	int pages;
};

static void
begin(struct sheet *s, int lines)
{
	*s = (struct sheet){.maker = maker_text_new(COLUMNS, lines)};
	s->doc = doc_new(s->maker, &look, "/tmp");
}

static void
end(struct sheet *s)
{
	const struct paper_sink to = {keep, &s->out};
	struct error err = {0};

	assert_true(doc_make(s->doc, &to, &s->pages, &err));
}

static void
drop(struct sheet *s)
{
	doc_free(s->doc);
	maker_free(s->maker);
	text_done(&s->out);
}

static void
write_rows(struct sheet *s, int n, const char *subject)
{
	doc_table(s->doc, columns);
	for (int i = 1; i <= n; i++) {
		char number[16];

		snprintf(number, sizeof(number), "%d", i);
		doc_row(s->doc, (const char *const[]){number, subject});
	}
	doc_table_end(s->doc);
}

static size_t
count(const char *in, const char *what)
{
	size_t n = 0;

	for (in = strstr(in, what); in != NULL; in = strstr(in + 1, what))
		n++;
	return n;
}

static void
pages_are_full_and_numbered(void **state)
{
	struct sheet s;

	(void)state;
	begin(&s, LINES);
	write_rows(&s, 20, "x");
	end(&s);
	assert_true(s.pages > 1);
	assert_int_equal(count(s.out.s, "\f"), s.pages - 1);
	assert_int_equal(count(s.out.s, "\n"), s.pages * LINES);
	assert_int_equal(count(s.out.s, "page "), s.pages);
	drop(&s);
}

static void
a_head_stands_on_each_page_of_its_table_and_no_other(void **state)
{
	struct sheet s;

	(void)state;
	begin(&s, LINES);
	write_rows(&s, 20, "x");
	doc_turn(s.doc);
	doc_words(s.doc, PAPER_PLAIN, PAPER_LEFT, "behind");
	end(&s);
	assert_int_equal(count(s.out.s, "no."), s.pages - 1);
	assert_int_equal(count(s.out.s, "title"), s.pages);
	drop(&s);
}

/* Every row has four lines, and a page does not end inside one. */
static void
a_row_is_whole(void **state)
{
	struct sheet s;
	const char *page;

	(void)state;
	begin(&s, LINES);
	write_rows(&s, 9, "aa\nbb\ncc\ndd");
	end(&s);
	for (page = s.out.s; page != NULL; page = strchr(page + 1, '\f')) {
		const char *next = strchr(page + 1, '\f');
		char *one = next ? xstrndup(page, (size_t)(next - page))
				 : xstrdup(page);

		assert_int_equal(count(one, "aa"), count(one, "dd"));
		free(one);
	}
	assert_int_equal(count(s.out.s, "aa"), 9);
	drop(&s);
}

/* What no page can hold goes on on the next, and loses nothing. */
static void
a_row_longer_than_a_page_goes_on(void **state)
{
	struct sheet s;
	struct text long_one = {0};

	(void)state;
	for (int i = 0; i < 60; i++)
		text_add(&long_one, "zz\n");
	begin(&s, LINES);
	write_rows(&s, 2, long_one.s);
	end(&s);
	assert_int_equal(count(s.out.s, "zz"), 120);
	text_done(&long_one);
	drop(&s);
}

static void
what_is_held_stands_on_one_page(void **state)
{
	struct sheet s;
	const char *first, *last;

	(void)state;
	begin(&s, LINES);
	for (int i = 0; i < LINES - 8; i++)
		doc_words(s.doc, PAPER_PLAIN, PAPER_LEFT, "before");
	doc_hold(s.doc);
	doc_words(s.doc, PAPER_PLAIN, PAPER_LEFT, "first");
	doc_gap(s.doc, 4);
	doc_words(s.doc, PAPER_PLAIN, PAPER_LEFT, "last");
	doc_release(s.doc);
	end(&s);
	first = strstr(s.out.s, "first");
	last = strstr(s.out.s, "last");
	assert_true(first > strchr(s.out.s, '\f'));
	assert_true(last > first);
	assert_int_equal(s.pages, 2);
	drop(&s);
}

/* A head of a day never stands alone at the foot of a page. */
static void
a_line_through_the_table_is_on_the_page_of_its_row(void **state)
{
	(void)state;
	for (int rows = 1; rows < 12; rows++) {
		struct sheet s;
		const char *day, *row, *turn;

		begin(&s, LINES);
		doc_table(s.doc, columns);
		for (int i = 0; i < rows; i++)
			doc_row(s.doc, (const char *const[]){"1", "x"});
		doc_span(s.doc, "the day");
		doc_row(s.doc, (const char *const[]){"2", "its row"});
		doc_table_end(s.doc);
		end(&s);
		day = strstr(s.out.s, "the day");
		row = strstr(s.out.s, "its row");
		turn = strchr(day, '\f');
		assert_true(turn == NULL || turn > row);
		drop(&s);
	}
}

static void
thai_is_broken_between_words(void **state)
{
	struct sheet s;

	(void)state;
	begin(&s, 0);
	write_rows(&s, 1, "ขอให้รายงานผลการดำเนินการตามกฎหมายว่าด้วยน้ำเงินทำงาน");
	end(&s);
	assert_non_null(strstr(s.out.s, "กฎหมาย"));
	assert_non_null(strstr(s.out.s, "น้ำเงิน"));
	assert_int_equal(s.pages, 1);
	drop(&s);
}

/* More than is held in memory. */
static void
a_long_one_loses_nothing(void **state)
{
	struct sheet s;

	(void)state;
	begin(&s, LINES);
	write_rows(&s, 20000, "zz");
	end(&s);
	assert_int_equal(count(s.out.s, "zz"), 20000);
	assert_int_equal(count(s.out.s, "\f"), s.pages - 1);
	drop(&s);
}

static void
what_a_terminal_would_obey_is_made_visible(void **state)
{
	struct sheet s;

	(void)state;
	begin(&s, LINES);
	write_rows(&s, 1, "a\033[2Jb\fc");
	doc_span(s.doc, "d\033e");
	doc_row(s.doc, (const char *const[]){"1", "x"});
	doc_pair(s.doc, PAPER_PLAIN, "f\033g", "h\033i");
	end(&s);
	assert_null(strchr(s.out.s, '\033'));
	assert_null(strchr(s.out.s, '\f'));
	drop(&s);
}

/* The same words at the same moment are the same bytes. */
static void
a_pdf_is_the_same_each_time(void **state)
{
	struct text made[2] = {{0}};
	struct error err = {0};

	(void)state;
	for (int i = 0; i < 2; i++) {
		const struct paper_sink to = {keep, &made[i]};
		struct maker *m = maker_pdf_new("auto", false, &err);
		struct document *d;

		if (m == NULL) {
			assert_ptr_equal(err.kind, &PAPER_NO_PDF);
			skip();
		}
		d = doc_new(m, &look, "/tmp");
		doc_words(d, PAPER_PLAIN, PAPER_LEFT, "น้ำเงิน ปั๊ม");
		assert_true(doc_make(d, &to, NULL, &err));
		doc_free(d);
		maker_free(m);
	}
	assert_int_equal(made[0].n, made[1].n);
	assert_memory_equal(made[0].s, made[1].s, made[0].n);
	assert_memory_equal(made[0].s, "%PDF-", 5);
	text_done(&made[0]);
	text_done(&made[1]);
}

/* Each line of it is measured while the others wait. */
static void
a_title_longer_than_a_line_is_in_the_middle(void **state)
{
	struct text made = {0};
	const struct paper_sink to = {keep, &made};
	struct error err = {0};
	struct maker *m = maker_pdf_new("auto", false, &err);
	struct document *d;

	(void)state;
	if (m == NULL)
		skip();
	d = doc_new(m, &look, "/tmp");
	doc_words(d, PAPER_TITLE, PAPER_CENTRE,
		  "การสำรวจข้อมูลระบบประปาหมู่บ้านและปั๊มน้ำบาดาลเพื่อแก้ไขปัญหา "
		  "การขาดแคลนน้ำอุปโภคบริโภคในช่วงฤดูแล้ง ประจำปีงบประมาณ "
		  "พ.ศ. ๒๕๖๙");
	assert_true(doc_make(d, &to, NULL, &err));
	doc_free(d);
	maker_free(m);
	text_done(&made);
}

static void
a_font_that_is_not_there_is_named(void **state)
{
	struct error err = {0};

	(void)state;
	assert_null(maker_pdf_new("No Such Font", false, &err));
	assert_ptr_equal(err.kind, &PAPER_NO_PDF);
	if (maker_pdf_is_there())
		assert_non_null(strstr(err.detail, "No Such Font"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(pages_are_full_and_numbered),
	    cmocka_unit_test(
		a_head_stands_on_each_page_of_its_table_and_no_other),
	    cmocka_unit_test(a_row_is_whole),
	    cmocka_unit_test(a_row_longer_than_a_page_goes_on),
	    cmocka_unit_test(what_is_held_stands_on_one_page),
	    cmocka_unit_test(
		a_line_through_the_table_is_on_the_page_of_its_row),
	    cmocka_unit_test(thai_is_broken_between_words),
	    cmocka_unit_test(a_long_one_loses_nothing),
	    cmocka_unit_test(what_a_terminal_would_obey_is_made_visible),
	    cmocka_unit_test(a_pdf_is_the_same_each_time),
	    cmocka_unit_test(a_title_longer_than_a_line_is_in_the_middle),
	    cmocka_unit_test(a_font_that_is_not_there_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
