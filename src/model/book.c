/* book.c -- the books in which an office numbers its letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "model/number.h"
#include "model/policy.h"

/* clang-format off */

/* ระเบียบงานสารบรรณ 2526: form 13 for what comes in, form 14 for what goes
   out; a circular has ว before its number (domain.md 1.6), a secret letter a
   register of its own (1.5).  What it is called when typed, and the prefix of
   its numbers. */
#define BOOKS(ROW) \
	ROW("receive", "รับ", "", N_("Incoming letters"), \
	    BOOK_IN, BOOK_GENERAL, NULL, \
	    N_("Register of incoming letters")) \
	ROW("circular", "ว", "ว", N_("Incoming circulars"), \
	    BOOK_IN, BOOK_CIRCULAR, "book-circular", \
	    N_("Register of incoming circulars")) \
	ROW("secret", "ลับ", "ลับ", N_("Incoming secret letters"), \
	    BOOK_IN, BOOK_SECRET, "book-secret", \
	    N_("Register of incoming secret letters")) \
	ROW("send", "ส", "ส", N_("Outgoing letters"), \
	    BOOK_OUT, BOOK_GENERAL, NULL, \
	    N_("Register of outgoing letters")) \
	ROW("send-circular", "ส ว", "ส ว", N_("Outgoing circulars"), \
	    BOOK_OUT, BOOK_CIRCULAR, "book-send-circular", \
	    N_("Register of outgoing circulars")) \
	ROW("send-secret", "ส ลับ", "ส ลับ", N_("Outgoing secret letters"), \
	    BOOK_OUT, BOOK_SECRET, "book-send-secret", \
	    N_("Register of outgoing secret letters"))

#define BOOK_ROW(code, typed, prefix, name, way, class, policy, page)          \
	{code, typed, prefix, name, way, class, policy, page},
#define CHOICE_ROW(code, typed, prefix, name, way, class, policy, page)        \
	{code, typed, name},

const struct book books[] = {
    BOOKS(BOOK_ROW){NULL, NULL, NULL, NULL, BOOK_IN, BOOK_GENERAL, NULL, NULL}
};
const struct choice book_choices[] = {
    BOOKS(CHOICE_ROW){NULL, NULL, NULL}
};

/* clang-format on */

const struct book *const book_general = &books[0];

const struct book *
book_find(const char *code)
{
	for (const struct book *b = books; b->code != NULL; b++)
		if (strcmp(b->code, code) == 0)
			return b;
	return NULL;
}

static const char *
skip_gap(const char *s)
{
	return s + strspn(s, " .");
}

/* Behind the word of a book as people write it, or NULL. */
static const char *
behind_word(const char *s, const char *word)
{
	for (; *word != '\0'; word = skip_gap(word)) {
		size_t n = strcspn(word, " ");

		s = skip_gap(s);
		if (strncmp(s, word, n) != 0)
			return NULL;
		s += n;
		word += n;
	}
	return skip_gap(s);
}

/* Behind "CODE:", or NULL. */
static const char *
behind_code(const char *s, const char *code)
{
	size_t n = strlen(code);

	return strncmp(s, code, n) == 0 && s[n] == ':' ? s + n + 1 : NULL;
}

/* Whose prefix or code *s begins with, *s then behind it; the longest. */
static const struct book *
take_book(const char **s)
{
	const struct book *best = book_general;
	const char *from = *s + strspn(*s, " ");

	for (const struct book *b = books; b->code != NULL; b++) {
		const char *rest = behind_code(from, b->code);

		if (rest == NULL)
			rest = behind_word(from, b->typed);
		if (rest != NULL && rest > *s) {
			*s = rest;
			best = b;
		}
	}
	return best;
}

bool
book_parse(const char *s, int this_year, struct book_number *n,
	   struct error *err)
{
	const char *rest = s;
	const struct book *b = take_book(&rest);
	struct error why = {0};

	if (!number_parse(rest, this_year, &n->year, &n->number, &why))
		return error_set(err, &NUMBER_INVALID, "%.60s", s);
	n->book = b;
	return true;
}

/* The year stands behind the last number, as people write it. */
static bool
parse_span(const char *s, const char *dash, int this_year, struct book_range *r)
{
	char *before = xstrndup(s, (size_t)(dash - s));
	struct book_number first;
	struct error no = {0};
	bool ok = number_parse(dash + 1, this_year, &r->year, &r->last, &no) &&
		  book_parse(before, r->year, &first, &no) &&
		  first.year == r->year && first.number <= r->last;

	if (ok) {
		r->book = first.book;
		r->first = first.number;
	}
	free(before);
	return ok;
}

bool
book_parse_range(const char *s, int this_year, struct book_range *r,
		 struct error *err)
{
	const char *dash = strrchr(s, '-');
	struct book_number n;

	if (dash != NULL && parse_span(s, dash, this_year, r))
		return true;
	if (!book_parse(s, this_year, &n, err))
		return false;
	*r = (struct book_range){n.book, n.year, n.number, n.number};
	return true;
}

const struct book *
book_shared(const struct book *b)
{
	for (const struct book *g = books; g->code != NULL; g++)
		if (g->way == b->way && g->class == BOOK_GENERAL)
			return g;
	return b;
}

bool
book_is_own(const struct book *b, const struct policies *p)
{
	return b->policy == NULL ||
	       policy_value(p, policy_find(b->policy)) == BOOK_OWN;
}

const struct book *
book_for(enum book_way way, const char *secrecy, bool is_circular,
	 const struct policies *p)
{
	enum book_class class = secrecy != NULL ? BOOK_SECRET
				: is_circular   ? BOOK_CIRCULAR
						: BOOK_GENERAL;
	const struct book *b = books;

	while (b->way != way || b->class != class)
		b++;
	return book_is_own(b, p) ? b : book_shared(b);
}

/* Adds to a JSON array that is closed by who began it. */
static void
add_codes(struct text *t, enum book_way way)
{
	for (const struct book *b = books; b->code != NULL; b++)
		if (b->way == way)
			text_printf(t, "%s\"%s\"", t->n > 0 ? "," : "[",
				    b->code);
}

static const char *
close_codes(struct text *t, struct arena *a)
{
	const char *kept;

	text_add(t, "]");
	kept = arena_strdup(a, t->s);
	text_done(t);
	return kept;
}

const char *
books_json(struct arena *a)
{
	struct text t = {0};

	add_codes(&t, BOOK_IN);
	add_codes(&t, BOOK_OUT);
	return close_codes(&t, a);
}

const char *
books_json_of(enum book_way way, struct arena *a)
{
	struct text t = {0};

	add_codes(&t, way);
	return close_codes(&t, a);
}

/* --------------------------------------------------------------- as text */

static const char *
prefix_of(const char *code)
{
	const struct book *b = book_find(code);

	return b != NULL ? b->prefix : "";
}

void
text_add_book_place(struct text *t, const char *code, int number,
		    bool thai_digits)
{
	const char *prefix = prefix_of(code);

	text_printf(t, "%s%s", prefix, prefix[0] != '\0' ? " " : "");
	text_add_number(t, number, thai_digits);
}

void
text_add_book_number(struct text *t, const char *code, int year, int number,
		     bool thai_digits)
{
	text_add_book_place(t, code, number, thai_digits);
	text_add(t, "/");
	text_add_number(t, year, thai_digits);
}

const char *
book_number_of(char out[BOOK_NUMBER_SIZE], const char *code, int year,
	       int number)
{
	struct text t = {0};

	text_add_book_number(&t, code, year, number, digits_are_thai());
	snprintf(out, BOOK_NUMBER_SIZE, "%s", text_str(&t));
	text_done(&t);
	return out;
}

const char *
book_operand(const char *code, int year, int number, struct arena *a)
{
	const char *prefix = prefix_of(code);
	char packed[32], *to = packed;

	for (; *prefix != '\0'; prefix++)
		if (*prefix != ' ')
			*to++ = *prefix;
	*to = '\0';
	return arena_printf(a, "%s%d/%d", packed, number, year);
}

void
text_add_book_day(struct text *t, const struct book *b, struct date day,
		  bool thai_digits)
{
	struct text number = {0}, month = {0}, year = {0};

	text_add_number(&number, day.day, thai_digits);
	text_add_month(&month, day.month, DATE_LONG);
	text_add_number(&year, day.year + BUDDHIST_ERA, thai_digits);
	/* TRANSLATORS: the head of form 13 or 14: the register, day, month,
	   Buddhist year. */
	text_printf(t, _("%s, %s %s %s"), _(b->page), text_str(&number),
		    text_str(&month), text_str(&year));
	text_done(&number);
	text_done(&month);
	text_done(&year);
}
