/* page-text.c -- the page of a day as text, on as many sheets as it takes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/page-text.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/minisign.h"
#include "base/spell.h"
#include "base/thai.h"

#include "model/book.h"

#include "app/correction.h"
#include "app/page-row.h"

enum { SHEET_LEAST = 20 };

/* A page on its way to paper. */
struct writing {
	struct document *doc;
	const struct day_page *page;
	bool thai, has_qr;
	struct arena arena;
};

static const char *
number(struct writing *w, long n)
{
	struct text t = {0};
	const char *kept;

	text_add_number(&t, n, w->thai);
	kept = arena_strdup(&w->arena, text_str(&t));
	text_done(&t);
	return kept;
}

static void
add_book_name(const struct day_page *p, struct text *t, const char *code)
{
	const struct book *b = book_find(code);
	const char *division = strchr(code, ':');

	if (b != NULL) {
		text_add(t, _(b->name));
		return;
	}
	division = division != NULL ? division + 1 : code;
	for (size_t i = 0; i < p->divisions.n; i++)
		if (strcmp(p->divisions.at[i].code, division) == 0)
			division = p->divisions.at[i].name;
	text_printf(t, _("book of %s"), division);
}

static bool
is_same_book(const struct day_entry *a, const struct day_entry *b)
{
	return strcmp(a->book, b->book) == 0 && a->year == b->year;
}

static void
add_entries(struct writing *w)
{
	const struct day_page *p = w->page;
	const struct day_entry *last = p->entries + p->n_entries;

	for (const struct day_entry *e = p->entries; e < last; e++) {
		if (e > p->entries ? !is_same_book(e, e - 1)
				   : !is_same_book(e, last - 1)) {
			struct text name = {0};

			add_book_name(p, &name, e->book);
			text_printf(&name, " %s", number(w, e->year));
			doc_span(w->doc, name.s);
			text_done(&name);
		}
		doc_entry(w->doc, e, w->thai);
	}
}

/* Lines of a text as wide as the page, the later ones further in. */
static void
add_wrapped(struct writing *w, const char *words)
{
	doc_indented(w->doc, PAPER_PLAIN, 2, 4, words);
}

static void
add_change(struct writing *w, const struct day_change *c, struct text *t)
{
	text_add_book_number(t, c->book, c->year, c->number, w->thai);
	text_add(t, "  ");
	text_add_time(t, c->at, w->thai);
	text_add(t, "  ");
	if (c->field == NULL)
		text_add(t, _("cancelled"));
	else if (c->secrecy != NULL)
		text_add(t, _("corrected"));
	else
		text_add_correction(t, c->field, c->was, c->now);
	if (c->reason != NULL)
		text_printf(t, ": “%s”", c->reason);
	text_printf(t, ", %s", c->by_name);
}

static void
add_changes(struct writing *w)
{
	struct text words = {0};

	for (size_t i = 0; i < w->page->n_changes; i++) {
		doc_hold(w->doc);
		if (i == 0)
			doc_words(w->doc, PAPER_STRONG, PAPER_LEFT,
				  _("Cancelled and corrected on this day"));
		text_clear(&words);
		add_change(w, &w->page->changes[i], &words);
		add_wrapped(w, words.s);
		doc_release(w->doc);
	}
	text_done(&words);
}

/* What was counted of a book, in words; what was not once is left out. */
static void
add_counts(struct writing *w, const struct day_book *b, struct text *t)
{
	static const struct {
		const char *words; /* N_() */
		size_t offset;
	} counts[] = {
	    {N_("entered"), offsetof(struct day_book, entered)},
	    {N_("cancelled"), offsetof(struct day_book, cancelled)},
	    {N_("corrected"), offsetof(struct day_book, corrected)},
	    {N_("late"), offsetof(struct day_book, late)},
	    {N_("reserved"), offsetof(struct day_book, reserved)},
	    {N_("void"), offsetof(struct day_book, voided)},
	    {N_("lost"), offsetof(struct day_book, lost)},
	};

	add_book_name(w->page, t, b->book);
	text_printf(t, " %s: ", number(w, b->year));
	if (b->first > 0)
		text_printf(t, _("first number %s, last number %s"),
			    number(w, b->first), number(w, b->last));
	else
		text_printf(t, _("no new number, the last is %s"),
			    number(w, b->last));
	for (size_t i = 0; i < ARRAY_SIZE(counts); i++) {
		int64_t n;

		memcpy(&n, (const char *)b + counts[i].offset, sizeof(n));
		if (n > 0)
			text_printf(t, ", %s %s", _(counts[i].words),
				    number(w, n));
	}
}

static void
add_books(struct writing *w)
{
	const struct day *d = &w->page->day;
	struct text words = {0};

	if (w->page->n_entries == 0)
		doc_words(w->doc, PAPER_PLAIN, PAPER_LEFT,
			  _("Nothing was entered."));
	for (size_t i = 0; i < d->n_books; i++) {
		text_clear(&words);
		add_counts(w, &d->books[i], &words);
		add_wrapped(w, words.s);
	}
	text_done(&words);
}

static void
add_closed(struct writing *w)
{
	const struct day *d = &w->page->day;
	struct text t = {0};

	if (!w->page->is_closed) {
		text_add(&t, _("This page is not closed yet: it has no code, "
			       "and more may come."));
	} else {
		text_add(&t, _("Closed"));
		text_add(&t, " ");
		text_add_date(&t, moment_date(d->closed_at), DATE_SHORT,
			      w->thai);
		text_add(&t, " ");
		text_add_time(&t, d->closed_at, w->thai);
		text_printf(&t,
			    d->is_missed
				? _(", by the next act (%s), as nobody had")
				: _(", by %s"),
			    d->by_name);
	}
	add_wrapped(w, t.s);
	text_done(&t);
}

enum { CODE_LABEL = 24 };

static void
add_code(struct writing *w, const char *label, const char *hex)
{
	unsigned char digest[DIGEST_SIZE];
	char code[SPELL_SIZE];
	struct text t = {0};

	if (hex == NULL || !hex_read(hex, digest, sizeof(digest)))
		return;
	digest_spell(digest, code);
	text_printf(&t, "  %s", label);
	doc_field(w->doc, t.s, CODE_LABEL, code);
	text_done(&t);
}

static void
add_signature(struct writing *w)
{
	const struct day *d = &w->page->day;
	char name[SIGN_NAME_SIZE];
	struct sign_key k;
	struct text t = {0};

	if (d->signature != NULL && sign_key_asked(d->signature, &k)) {
		sign_key_name(&k, name);
		text_printf(&t, _("Signed with the register's key %s"), name);
	} else {
		text_add(&t, _("Not signed: the register's key could not "
			       "be used"));
	}
	add_wrapped(w, t.s);
	text_done(&t);
}

static void
add_codes(struct writing *w)
{
	const struct day *d = &w->page->day;

	if (w->page->is_closed)
		add_code(w, _("Code of this page"), d->digest);
	add_code(w, _("Code of the page before"), d->previous);
	if (w->page->is_closed)
		add_signature(w);
}

/* What the QR of a page says: its day and its digest. */
static char *
qr_words(const struct day_page *p)
{
	return xasprintf("%s %s", p->day.day,
			 p->day.digest ? p->day.digest : "");
}

bool
page_qr(const struct day_page *p, struct qr_code *q)
{
	char *words = qr_words(p);
	bool ok = p->is_closed && qr_code_make(q, words);

	free(words);
	return ok;
}

static void
add_qr(struct writing *w)
{
	char *words;

	if (!w->has_qr || !w->page->is_closed)
		return;
	if (!qr_is_there()) {
		add_wrapped(w, _("No QR: this saraban was built without "
				 "libqrencode."));
		return;
	}
	words = qr_words(w->page);
	doc_qr(w->doc, words);
	free(words);
}

static void
add_foot(struct writing *w)
{
	doc_hold(w->doc);
	doc_gap(w->doc, 1);
	add_books(w);
	doc_sign(w->doc, _("Signed"), NULL, _("who keeps the register"));
	add_closed(w);
	add_codes(w);
	add_qr(w);
	doc_release(w->doc);
}

void
doc_page(struct document *doc, const struct day_page *p, bool thai, bool has_qr)
{
	struct writing w = {
	    .doc = doc, .page = p, .thai = thai, .has_qr = has_qr};

	doc_table(doc, entry_columns);
	add_entries(&w);
	doc_table_end(doc);
	add_changes(&w);
	add_foot(&w);
	arena_done(&w.arena);
}

static bool
add_to_text(void *ctx, const char *bytes, size_t n, struct error *err)
{
	(void)err;
	text_add_n(ctx, bytes, n);
	return true;
}

void
page_look_of(const struct day_page *p, bool thai, struct arena *a,
	     struct paper_look *look)
{
	struct error none = {0};
	struct text t = {0};
	struct date d;

	if (date_parse(p->day.day, &d, &none))
		text_add_date(&t, d, DATE_LONG, thai);
	*look = (struct paper_look){
	    .title = _("Register of letters: page of the day"),
	    .left = p->day.name,
	    .right = arena_strdup(a, text_str(&t)),
	    .mark = p->is_practice
			? _("*** PRACTICE: this is no real register ***")
			: NULL,
	    .foot = p->is_practice ? _("PRACTICE") : NULL,
	    .at = p->is_closed ? p->day.closed_at : 0,
	    .thai = thai,
	};
	text_done(&t);
}

static int
at_least(int n, int least)
{
	return n > least ? n : least;
}

/* Into memory, which cannot fail. */
void
text_add_page(struct text *t, const struct day_page *p,
	      const struct page_look *look)
{
	struct maker *m = maker_text_new(
	    at_least(look->width, PAGE_NARROWEST),
	    look->lines > 0 ? at_least(look->lines, SHEET_LEAST) : 0);
	const struct paper_sink to = {add_to_text, t};
	struct arena a = {0};
	struct paper_look pages;
	struct document *doc;
	struct error err = {0};

	page_look_of(p, look->thai, &a, &pages);
	doc = doc_new(m, &pages, look->folder);
	doc_page(doc, p, look->thai, look->has_qr);
	if (!doc_make(doc, &to, NULL, &err))
		text_add(t, err.detail);
	doc_free(doc);
	maker_free(m);
	arena_done(&a);
}
