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
#include "app/page-table.h"

enum { FOOT_LINES = 2, SHEET_LEAST = 20 };

/* A page on its way onto sheets. */
struct sheets {
	const struct day_page *page;
	const struct page_look *look;
	struct page_table table;
	struct text *out;
	int at;    /* which sheet is being written, from 1 */
	int of;    /* how many there are; 0 while they are counted */
	int lines; /* of it that are written */
	int head;  /* of these, its head */
};

static void
add_line(struct sheets *s, const char *line)
{
	text_add(s->out, line);
	text_add(s->out, "\n");
	s->lines++;
}

static void
add_centred(struct sheets *s, const char *line)
{
	int room = s->table.width - thai_columns(line);

	for (int i = 0; i < room / 2; i++)
		text_add(s->out, " ");
	add_line(s, line);
}

/* Left and right in one line, or one under the other. */
static void
add_both(struct sheets *s, const char *left, const char *right)
{
	int room = s->table.width - thai_columns(left) - thai_columns(right);

	if (room < 2) {
		add_line(s, left);
		room = s->table.width - thai_columns(right);
		left = "";
	}
	text_add(s->out, left);
	for (int i = 0; i < room; i++)
		text_add(s->out, " ");
	add_line(s, right);
}

static struct date
day_of(const struct sheets *s)
{
	struct error none = {0};
	struct date d = {0};

	return date_parse(s->page->day.day, &d, &none) ? d : (struct date){0};
}

static void
start_sheet(struct sheets *s)
{
	struct text day = {0};

	s->at++;
	s->lines = 0;
	if (s->at > 1)
		text_add(s->out, "\f");
	if (s->page->is_practice)
		add_centred(s, _("*** PRACTICE: this is no real register ***"));
	add_centred(s, _("Register of letters: page of the day"));
	text_add_date(&day, day_of(s), DATE_LONG, s->look->thai);
	add_both(s, s->page->day.name, day.s);
	s->lines += page_table_head(&s->table, s->out);
	s->head = s->lines;
	text_done(&day);
}

/* "page 1 of 2", on the last line of the sheet. */
static void
end_sheet(struct sheets *s)
{
	char *words;

	while (s->look->lines > 0 && s->lines < s->look->lines - 1)
		add_line(s, "");
	words = xasprintf(_("page %s of %s"), DIGITS(s->at), DIGITS(s->of));
	add_both(s, s->page->is_practice ? _("PRACTICE") : "", words);
	free(words);
}

/* A block that is not cut: on the next sheet where this one is too full. */
static void
add_block(struct sheets *s, const struct text *block, int lines)
{
	if (s->look->lines > 0 && s->lines > s->head &&
	    s->lines + lines + FOOT_LINES > s->look->lines) {
		end_sheet(s);
		start_sheet(s);
	}
	text_add(s->out, text_str(block));
	s->lines += lines;
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

/* Which book the lines below are of, when the page has several. */
static int
add_book_line(struct sheets *s, const struct day_entry *e, struct text *block)
{
	struct text name = {0};

	add_book_name(s->page, &name, e->book);
	text_printf(block, "%s %s\n", name.s, DIGITS(e->year));
	text_done(&name);
	return 1 + page_table_rule(&s->table, block);
}

static void
add_entries(struct sheets *s)
{
	const struct day_page *p = s->page;
	struct text block = {0};

	for (size_t i = 0; i < p->n_entries; i++) {
		const struct day_entry *e = &p->entries[i];
		int n = 0;

		text_clear(&block);
		if (i > 0 ? !is_same_book(e, e - 1)
			  : !is_same_book(e, &p->entries[p->n_entries - 1]))
			n = add_book_line(s, e, &block);
		n += page_table_entry(&s->table, e, &block);
		n += page_table_rule(&s->table, &block);
		add_block(s, &block, n);
	}
	text_done(&block);
}

/* Lines of a text as wide as the page, the later ones further in. */
struct indented {
	struct text *out;
	int n;
};

static void
add_indented(void *ctx, const char *s, size_t n)
{
	struct indented *in = ctx;

	text_printf(in->out, "%s%.*s\n", in->n++ > 0 ? "    " : "  ", (int)n,
		    s);
}

static int
add_wrapped(struct sheets *s, const char *words, struct text *block)
{
	struct indented in = {block, 0};

	thai_wrap(words, s->table.width - 4, add_indented, &in);
	return in.n;
}

static void
add_change(struct sheets *s, const struct day_change *c, struct text *t)
{
	text_add_book_number(t, c->book, c->year, c->number, s->look->thai);
	text_add(t, "  ");
	text_add_time(t, c->at, s->look->thai);
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
add_changes(struct sheets *s)
{
	struct text block = {0}, words = {0};

	for (size_t i = 0; i < s->page->n_changes; i++) {
		int n = 0;

		text_clear(&block);
		text_clear(&words);
		if (i == 0) {
			text_printf(&block, "%s\n",
				    _("Cancelled and corrected on this day"));
			n++;
		}
		add_change(s, &s->page->changes[i], &words);
		n += add_wrapped(s, words.s, &block);
		add_block(s, &block, n);
	}
	text_done(&block);
	text_done(&words);
}

/* What was counted of a book, in words; what was not once is left out. */
static void
add_counts(const struct day_page *p, const struct day_book *b, struct text *t)
{
	static const struct {
		const char *words; /* N_() */
		size_t offset;
	} counts[] = {
	    {N_("entered"),   offsetof(struct day_book, entered)  },
	    {N_("cancelled"), offsetof(struct day_book, cancelled)},
	    {N_("corrected"), offsetof(struct day_book, corrected)},
	    {N_("late"),      offsetof(struct day_book, late)     },
	    {N_("reserved"),  offsetof(struct day_book, reserved) },
	    {N_("void"),      offsetof(struct day_book, voided)   },
	    {N_("lost"),      offsetof(struct day_book, lost)     },
	};

	add_book_name(p, t, b->book);
	text_printf(t, " %s: ", DIGITS(b->year));
	if (b->first > 0)
		text_printf(t, _("first number %s, last number %s"),
			    DIGITS(b->first), DIGITS(b->last));
	else
		text_printf(t, _("no new number, the last is %s"),
			    DIGITS(b->last));
	for (size_t i = 0; i < ARRAY_SIZE(counts); i++) {
		int64_t n;

		memcpy(&n, (const char *)b + counts[i].offset, sizeof(n));
		if (n > 0)
			text_printf(t, ", %s %s", _(counts[i].words),
				    DIGITS(n));
	}
}

static int
add_books(struct sheets *s, struct text *block)
{
	const struct day *d = &s->page->day;
	struct text words = {0};
	int n = 0;

	if (s->page->n_entries == 0) {
		text_printf(block, "%s\n", _("Nothing was entered."));
		n++;
	}
	for (size_t i = 0; i < d->n_books; i++) {
		text_clear(&words);
		add_counts(s->page, &d->books[i], &words);
		n += add_wrapped(s, words.s, block);
	}
	text_done(&words);
	return n;
}

static int
add_closed(struct sheets *s, struct text *block)
{
	const struct day *d = &s->page->day;
	struct text t = {0};
	int n;

	if (!s->page->is_closed) {
		text_add(&t, _("This page is not closed yet: it has no code, "
			       "and more may come."));
	} else {
		text_add(&t, _("Closed"));
		text_add(&t, " ");
		text_add_date(&t, moment_date(d->closed_at), DATE_SHORT,
			      s->look->thai);
		text_add(&t, " ");
		text_add_time(&t, d->closed_at, s->look->thai);
		text_printf(&t,
			    d->is_missed
				? _(", by the next act (%s), as nobody had")
				: _(", by %s"),
			    d->by_name);
	}
	n = add_wrapped(s, t.s, block);
	text_done(&t);
	return n;
}

static int
add_code_line(const char *label, const char *hex, struct text *block)
{
	unsigned char digest[DIGEST_SIZE];
	char code[SPELL_SIZE];

	if (hex == NULL || !hex_read(hex, digest, sizeof(digest)))
		return 0;
	digest_spell(digest, code);
	text_add(block, "  ");
	thai_add_padded(block, label, 22, false);
	text_printf(block, "%s\n", code);
	return 1;
}

static int
add_codes(struct sheets *s, struct text *block)
{
	const struct day *d = &s->page->day;
	char name[SIGN_NAME_SIZE];
	struct sign_key k;
	int n = 0;

	if (s->page->is_closed)
		n += add_code_line(_("Code of this page"), d->digest, block);
	n += add_code_line(_("Code of the page before"), d->previous, block);
	if (!s->page->is_closed)
		return n;
	text_add(block, "  ");
	if (d->signature != NULL && sign_key_asked(d->signature, &k)) {
		sign_key_name(&k, name);
		text_printf(block, _("Signed with the register's key %s"),
			    name);
	} else {
		text_add(block, _("Not signed: the register's key could not "
				  "be used"));
	}
	text_add(block, "\n");
	return n + 1;
}

bool
page_qr(const struct day_page *p, struct qr_code *q)
{
	char *words =
	    xasprintf("%s %s", p->day.day, p->day.digest ? p->day.digest : "");
	bool ok = p->is_closed && qr_code_make(q, words);

	free(words);
	return ok;
}

static int
add_qr(struct sheets *s, struct text *block)
{
	struct qr_code q = {0};
	int n = 0;

	if (!s->look->has_qr || !s->page->is_closed)
		return 0;
	if (!qr_is_there()) {
		text_printf(block, "  %s\n",
			    _("No QR: this saraban was built without "
			      "libqrencode."));
		return 1;
	}
	if (page_qr(s->page, &q))
		for (; n < (qr_code_edge(&q) + 1) / 2; n++) {
			text_add_qr_line(block, &q, n);
			text_add(block, "\n");
		}
	qr_code_done(&q);
	return n;
}

static int
add_signing_line(struct text *block)
{
	static const char dots[] = "........................................";

	text_printf(block, "\n    %s %s %s\n", _("Signed"), dots,
		    _("who keeps the register"));
	text_printf(block, "          (%s)\n\n", dots);
	return 4;
}

static void
add_foot(struct sheets *s)
{
	struct text block = {0};
	int n = 1;

	text_add(&block, "\n");
	n += add_books(s, &block);
	n += add_signing_line(&block);
	n += add_closed(s, &block);
	n += add_codes(s, &block);
	n += add_qr(s, &block);
	add_block(s, &block, n);
	text_done(&block);
}

/* Returns how many sheets it took. */
static int
write_sheets(struct sheets *s)
{
	start_sheet(s);
	add_entries(s);
	add_changes(s);
	add_foot(s);
	end_sheet(s);
	return s->at;
}

void
text_add_page(struct text *t, const struct day_page *p,
	      const struct page_look *look)
{
	struct page_look kept = *look;
	struct text counted = {0};
	struct sheets s = {.page = p, .look = &kept, .out = &counted};

	if (kept.lines > 0 && kept.lines < SHEET_LEAST)
		kept.lines = SHEET_LEAST;
	page_table_lay_out(&s.table,
			   look->width < PAGE_NARROWEST ? PAGE_NARROWEST
							: look->width,
			   look->thai);
	s.of = write_sheets(&s);
	text_done(&counted);
	s.out = t;
	s.at = 0;
	write_sheets(&s);
}
