/* old-row.c -- a row of an old register becomes a letter, or says why not */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/old-row.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/refno.h"
#include "base/thai.h"

#include "model/choices.h"
#include "model/number.h"

#include "app/old-date.h"

/* As much as `receive' takes; what was done may be longer. */
enum { LINE_MAX_BYTES = 3000, TEXT_MAX_BYTES = 30000 };

const char *const doubt_codes[DOUBTS] = {
    [DOUBT_NO_NUMBER] = "no-number",
    [DOUBT_NUMBER] = "number",
    [DOUBT_NO_DATE] = "no-date",
    [DOUBT_DATE] = "date",
    [DOUBT_YEAR] = "year",
    [DOUBT_BOOK] = "book",
    [DOUBT_WORD] = "word",
    [DOUBT_LONG] = "long",
    [DOUBT_EMPTY] = "empty",
    [DOUBT_SECRET] = "secret",
    [DOUBT_QUOTE] = "quote",
    [DOUBT_TWICE] = "twice",
    [DOUBT_THERE] = "there",
    [DOUBT_BEHIND] = "behind",
    [DOUBT_GAP] = "gap",
    [DOUBT_ORDER] = "order",
    [DOUBT_CONTROL] = "control",
    [DOUBT_FORMULA] = "formula",
    [DOUBT_LINE] = "line",
};

bool
doubt_stops(enum doubt_kind kind)
{
	return kind < DOUBT_GAP;
}

void
old_row_doubt(struct old_reader *r, enum doubt_kind kind, long row, int column,
	      const char *fmt, ...)
{
	struct doubt d = {.kind = kind, .row = row, .column = column};
	char *sentence;
	va_list ap;

	va_start(ap, fmt);
	sentence = xvasprintf(fmt, ap);
	va_end(ap);
	d.sentence = sentence;
	r->is_wrong = r->is_wrong || doubt_stops(kind);
	r->is_of_no_year = r->is_of_no_year || kind == DOUBT_YEAR;
	r->doubt(r->ctx, &d);
	free(sentence);
}

void
old_cell_doubt(struct old_reader *r, enum doubt_kind kind,
	       const struct old_letter *l, enum old_field f,
	       const char *sentence)
{
	old_row_doubt(r, kind, l->row, r->head->column[f], "%s", sentence);
}

void
old_reader_done(struct old_reader *r)
{
	for (size_t f = 0; f < OLD_FIELDS; f++)
		text_done(&r->above[f]);
}

void
old_reader_rewind(struct old_reader *r)
{
	for (size_t f = 0; f < OLD_FIELDS; f++)
		text_clear(&r->above[f]);
	r->day = (struct date){0};
	r->last.book = NULL;
}

/* -------------------------------------------------------------------- cells */

/* "the same as above", as it is written in books. */
static bool
is_ditto(const char *s)
{
	static const char *const marks[] = {
	    "\"", "''", "”", "“", "„", "〃", ",,", "-\"-", "- \" -", "-”-"};

	for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
		if (strcmp(s, marks[i]) == 0)
			return true;
	return false;
}

static bool
is_nothing(const char *s)
{
	return s[strspn(s, "-– —.")] == '\0';
}

/* What no terminal may be sent, and bytes that are no character. */
static bool
has_unsafe(const char *s)
{
	uint32_t code;
	size_t n = strlen(s);

	for (size_t at = 0; at < n; at += utf8_next(s + at, n - at, &code)) {
		utf8_next(s + at, n - at, &code);
		if (s[at] == '\n' || s[at] == '\t' || s[at] == '\r')
			continue;
		if (code == UTF8_BAD || code == 0xFFFD || code_is_unsafe(code))
			return true;
	}
	return false;
}

/* As it is kept: visible, in one line, Thai as we store it. */
static const char *
tidy(const char *cell, struct arena *a)
{
	struct text t = {0};
	char *normal;
	const char *kept;

	text_add_visible(&t, cell, true);
	normal = thai_normalise(text_str(&t));
	kept = arena_strdup(a, text_fold_space(normal));
	free(normal);
	text_done(&t);
	return kept;
}

static size_t
most_bytes(enum old_field f)
{
	return f == OLD_ORDERED || f == OLD_DONE || f == OLD_REMARK
		   ? TEXT_MAX_BYTES
		   : LINE_MAX_BYTES;
}

static void
look_at_cell(struct old_reader *r, const struct old_letter *l, enum old_field f,
	     const char *raw, bool was_guarded)
{
	if (has_unsafe(raw))
		old_cell_doubt(
		    r, DOUBT_CONTROL, l, f,
		    _("characters that cannot be shown became marks"));
	if (!was_guarded && raw[0] == '=')
		old_cell_doubt(
		    r, DOUBT_FORMULA, l, f,
		    _("a formula; its words are kept, not what it gives"));
	if (strlen(l->text[f]) > most_bytes(f))
		old_row_doubt(r, DOUBT_LONG, l->row, r->head->column[f],
			      _("longer than %s Thai letters"),
			      DIGITS(most_bytes(f) / 3));
}

static void
read_cell(struct old_reader *r, const struct csv_row *row, enum old_field f,
	  struct arena *a, struct old_letter *l)
{
	int c = r->head->column[f];
	bool was_guarded;
	char *raw;

	if (c < 0 || (size_t)c >= row->n)
		return;
	raw = arena_strdup(a, row->cells[c]);
	was_guarded = csv_unguard(raw);
	l->text[f] = tidy(raw, a);
	if (is_ditto(l->text[f]) && f != OLD_NUMBER)
		l->text[f] = arena_strdup(a, text_str(&r->above[f]));
	if (is_nothing(l->text[f])) {
		l->text[f] = NULL;
		return;
	}
	look_at_cell(r, l, f, raw, was_guarded);
	text_clear(&r->above[f]);
	text_add(&r->above[f], l->text[f]);
}

/* ------------------------------------------------------------------- number */

/* The book of a class in the register that is read. */
static const struct book *
book_of_way(const struct old_reader *r, const struct book *b)
{
	if (b->class == BOOK_GENERAL && b->way == BOOK_IN)
		return r->book;
	if (b->way == BOOK_OUT || r->book->way == BOOK_IN)
		return b;
	for (const struct book *o = books; o->code != NULL; o++)
		if (o->way == BOOK_OUT && o->class == b->class)
			return o;
	return b;
}

static void
read_book(struct old_reader *r, struct old_letter *l)
{
	const char *word = l->text[OLD_BOOK];
	const struct choice *c;

	l->book = r->book;
	if (word == NULL)
		return;
	c = choice_find(book_choices, word);
	for (const struct book *b = books; c == NULL && b->code; b++)
		if (strcmp(word, _(b->name)) == 0)
			c = choice_find(book_choices, b->code);
	if (c != NULL)
		l->book = book_find(c->value);
	else
		old_row_doubt(r, DOUBT_BOOK, l->row, r->head->column[OLD_BOOK],
			      _("no book of the office is called “%s”"), word);
}

/* 144.0, as a spreadsheet may write what it takes for a number. */
static const char *
without_fraction(const char *s, struct arena *a)
{
	size_t n = strspn(s, "0123456789");

	if (n > 0 && s[n] == '.' && s[n + 1 + strspn(s + n + 1, "0")] == '\0')
		return arena_strndup(a, s, n);
	return s;
}

/* 144/1: a number put between two others is no entry of a year. */
static bool
is_put_between(const char *s)
{
	char *arabic = thai_digits_to_arabic(s);
	const char *slash = strchr(arabic, '/');
	bool is = slash != NULL && strlen(slash) == 2;

	free(arabic);
	return is;
}

/* *year is 0 where the number does not say it. */
static void
read_number(struct old_reader *r, struct arena *a, struct old_letter *l,
	    int *year)
{
	const char *s = l->text[OLD_NUMBER];
	struct book_number n;
	struct error why = {0};
	const char *plain;

	*year = 0;
	if (s == NULL) {
		old_cell_doubt(r, DOUBT_NO_NUMBER, l, OLD_NUMBER,
			       _("there is no number"));
		return;
	}
	plain = without_fraction(s, a);
	if (is_put_between(plain) || !book_parse(plain, 0, &n, &why)) {
		bool begins = thai_has_digit(arena_strndup(
		    a, plain, cluster_next(plain, strlen(plain)).n));

		old_row_doubt(
		    r, begins ? DOUBT_NUMBER : DOUBT_BOOK, l->row,
		    r->head->column[OLD_NUMBER],
		    begins ? _("“%s” is not a number of a register")
			   : _("“%s” is a number of no book of the office"),
		    s);
		return;
	}
	if (l->text[OLD_BOOK] == NULL || n.book != book_general)
		l->book = book_of_way(r, n.book);
	l->number = n.number;
	*year = n.year;
}

/* ----------------------------------------------------------------- the rest */

static const char *
read_class(struct old_reader *r, struct old_letter *l, enum old_field f,
	   const struct choice *from)
{
	static const char *const none[] = {"ปกติ", "ธรรมดา", "ไม่มี", "none"};
	const char *word = l->text[f];
	const struct choice *c = word ? choice_find(from, word) : NULL;

	for (size_t i = 0; word != NULL && i < ARRAY_SIZE(none); i++)
		if (strcmp(word, none[i]) == 0)
			return NULL;
	if (word != NULL && c == NULL)
		old_row_doubt(r, DOUBT_WORD, l->row, r->head->column[f],
			      _("“%s” is no class that letters have"), word);
	return c != NULL ? c->value : NULL;
}

static void
look_at_secrecy(struct old_reader *r, const struct old_letter *l)
{
	if ((l->secrecy != NULL ||
	     (l->book != NULL && l->book->class == BOOK_SECRET)) &&
	    !r->may_secret)
		old_cell_doubt(
		    r, DOUBT_SECRET, l, OLD_SECRECY,
		    _("secret letters are entered by their registrar"));
}

static bool
says_something(const struct old_letter *l)
{
	static const enum old_field any[] = {OLD_REF, OLD_FROM, OLD_SUBJECT,
					     OLD_DONE, OLD_REMARK};

	for (size_t i = 0; i < ARRAY_SIZE(any); i++)
		if (l->text[any[i]] != NULL)
			return true;
	return false;
}

/* Numbers and days run the same way, up or down. */
static void
look_at_order(struct old_reader *r, const struct old_letter *l)
{
	bool same = r->last.book == l->book && r->last.year == l->year &&
		    r->last.number != l->number;
	int days = 0;
	struct text day = {0};

	if (same)
		days = date_days_between(r->last.received, l->received);
	if (same && days != 0 && (days > 0) != (l->number > r->last.number)) {
		text_add_date(&day, r->last.received, DATE_SHORT,
			      digits_are_thai());
		old_row_doubt(r, DOUBT_ORDER, l->row,
			      r->head->column[OLD_RECEIVED],
			      _("the day does not follow that of number %s, "
				"%s"),
			      DIGITS(r->last.number), text_str(&day));
	}
	text_done(&day);
	r->last.book = l->book;
	r->last.year = l->year;
	r->last.number = l->number;
	r->last.received = l->received;
}

/* A line between the rows: the head of a day, a heading, a sum. */
static void
read_line(struct old_reader *r, const struct csv_row *row, struct arena *a)
{
	for (size_t i = 0; i < row->n; i++) {
		const char *s = tidy(row->cells[i], a);
		struct date d;

		if (s[0] == '\0')
			continue;
		if (old_day_head(s, &d))
			r->day = d;
		else
			old_row_doubt(r, DOUBT_LINE, row->number, (int)i,
				      _("this line is no entry: “%.120s”"), s);
		return;
	}
}

static size_t
cells_with_words(const struct csv_row *row)
{
	size_t n = 0;

	for (size_t i = 0; i < row->n; i++)
		n += !text_is_blank(row->cells[i]);
	return n;
}

/* Of a row in which only one cell is written. */
static bool
has_number(const struct old_reader *r, const struct csv_row *row)
{
	size_t c = (size_t)r->head->column[OLD_NUMBER];
	struct error none = {0};
	struct book_number n;

	return c < row->n && book_parse(row->cells[c], 0, &n, &none);
}

enum old_kind
old_row_read(struct old_reader *r, struct csv_row *row, struct arena *a,
	     struct old_letter *l)
{
	size_t words = cells_with_words(row);
	int year;

	*l = (struct old_letter){.row = row->number};
	r->is_wrong = false;
	r->is_of_no_year = false;
	if (words == 0)
		return OLD_BLANK;
	if (words == 1 && !has_number(r, row)) {
		read_line(r, row, a);
		return OLD_NO_ENTRY;
	}
	if (row->is_open)
		old_row_doubt(r, DOUBT_QUOTE, l->row, -1,
			      _("a quotation mark is not closed"));
	if (row->has_nul)
		old_row_doubt(r, DOUBT_CONTROL, l->row, -1,
			      _("characters that cannot be shown became "
				"marks"));
	if (row->is_cut)
		old_row_doubt(r, DOUBT_LONG, l->row, -1,
			      _("the row is too long to be read"));
	for (size_t f = 0; f < OLD_FIELDS; f++)
		read_cell(r, row, (enum old_field)f, a, l);
	read_book(r, l);
	read_number(r, a, l, &year);
	old_row_received(r, l);
	old_row_dated(r, l);
	old_row_year(r, l, year);
	l->urgency = read_class(r, l, OLD_URGENCY, letter_urgencies);
	l->secrecy = read_class(r, l, OLD_SECRECY, letter_secrecies);
	look_at_secrecy(r, l);
	if (!says_something(l))
		old_cell_doubt(
		    r, DOUBT_EMPTY, l, OLD_SUBJECT,
		    _("nothing is said of the letter but its number"));
	if (r->is_wrong)
		return OLD_WRONG;
	look_at_order(r, l);
	return OLD_GOOD;
}
