/* print-register.c -- forms 13 and 14: the book of a year on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/number.h"

#include "app/look.h"
#include "app/page-row.h"
#include "app/print.h"

/* How many rows are read at once: so much of it is in memory. */
enum { PIECE = 200 };

struct book_print {
	struct look_filter filter;
	int next, last;  /* numbers */
	struct date day; /* of the row before */
};

static int
number_given(const struct printing *p, const char *option, int usual)
{
	const char *given = request_value(p->r, option);
	int n;

	return given != NULL && number_whole(given, &n) ? n : usual;
}

static void
read_filter(const struct printing *p, struct look_filter *f)
{
	const char *year = request_value(p->r, "year");
	const char *book = request_value(p->r, "book");

	f->book = book != NULL
		      ? book_find(choice_find(book_choices, book)->value)
		      : book_general;
	if (year == NULL || !number_year(year, &f->year))
		f->year = number_given(p, "year", session_year(p->s));
}

bool
print_register_open(struct printing *p, struct error *err)
{
	struct book_print *b = arena_alloc(&p->arena, sizeof(*b));
	struct look_filter *f = &b->filter;
	const char *year;
	int first;

	read_filter(p, f);
	if (!look_ends(p->s, f, &first, &b->last, err))
		return false;
	b->next = number_given(p, "since", 1);
	b->last = number_given(p, "until", b->last);
	year = print_number(p, f->year);
	p->look.title = _(f->book->page);
	p->look.corner = f->book->way == BOOK_OUT ? _("Form 14") : _("Form 13");
	p->look.right = arena_printf(&p->arena, _("year %s"), year);
	p->stem = arena_printf(
	    &p->arena, "%s-%d",
	    f->book == book_general ? "register" : f->book->code, f->year);
	p->data = b;
	return true;
}

/* ---------------------------------------------------------------- a row */

/* It went out: the way it went stands where others have who has it. */
static const char *
lies_with(const struct letter *l)
{
	if (strcmp(l->state, STATE_SENT) == 0 ||
	    strcmp(l->state, STATE_DELIVERED) == 0)
		return choice_label(letter_channels, l->channel);
	if (l->at_post_name != NULL)
		return l->at_post_name;
	return choice_label(letter_states, l->state);
}

static struct day_entry
entry_of(const struct letter *l, struct arena *a)
{
	bool has_letter = state_has_letter(l->state);

	return (struct day_entry){
	    .book = l->book,
	    .year = l->year,
	    .number = l->number,
	    .ref_no = l->ref_no,
	    .dated = date_iso(a, l->dated),
	    .sender = l->sender,
	    .recipient = l->recipient,
	    .subject = l->subject,
	    .secrecy = l->secrecy,
	    .urgency = l->urgency,
	    .late = l->late,
	    .is_sheet = l->is_sheet,
	    .lies_with = has_letter ? lies_with(l) : NULL,
	    .cancelled = strcmp(l->state, STATE_CANCELLED) == 0 ? "" : NULL,
	    .purpose = has_letter || l->void_reason ? NULL : l->purpose,
	    .voided = l->void_reason,
	    .is_lost = strcmp(l->state, STATE_LOST) == 0,
	};
}

/* To which divisions the letters of a piece were ordered, by number. */
struct ordered {
	int number;
	const char *names;
};
struct ordered_list {
	struct ordered *at;
	size_t n;
};

static bool
load_ordered(const struct printing *p, const struct book_print *b,
	     const struct letter_list *list, struct arena *a,
	     struct ordered_list *o, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct ordered, number, FIELD_INT),
	    FIELD(struct ordered, names, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct ordered), fields};

	return query_rows(p->s->store, QUERY_ORDERED_IN_BOOK,
			  PARAMS(P_INT("office", p->s->office),
				 P_TEXT("book", b->filter.book->code),
				 P_INT("year", b->filter.year),
				 P_INT("first", list->at[0].number),
				 P_INT("last", list->at[list->n - 1].number)),
			  &type, a, &o->at, &o->n, err);
}

/* A new head where the day changes. */
static void
write_day(struct printing *p, struct book_print *b, struct date day)
{
	struct text t = {0};

	if (date_compare(day, b->day) == 0)
		return;
	text_add_book_day(&t, b->filter.book, day, p->thai);
	doc_span(p->doc, t.s);
	text_done(&t);
	b->day = day;
}

/* Both lists by number. */
static void
write_piece(struct printing *p, struct book_print *b,
	    const struct letter_list *list, const struct ordered_list *o,
	    struct arena *a)
{
	size_t k = 0;

	for (size_t i = 0; i < list->n; i++) {
		const struct letter *l = &list->at[i];
		struct day_entry e = entry_of(l, a);

		if (l->number > b->last)
			return;
		while (k < o->n && o->at[k].number < l->number)
			k++;
		if (k < o->n && o->at[k].number == l->number)
			e.ordered = o->at[k].names;
		write_day(p, b, moment_date(l->numbered_at));
		doc_entry(p->doc, &e, p->thai);
	}
}

static bool
print_piece(struct printing *p, struct book_print *b, bool *more,
	    struct error *err)
{
	const struct row_span span = {.from = {{b->next}}, .after = PIECE};
	struct arena a = {0};
	struct letter_list list;
	struct ordered_list ordered = {0};
	bool ok = look_letters(p->s, &b->filter, &span, &a, &list, err) &&
		  (list.n == 0 || load_ordered(p, b, &list, &a, &ordered, err));

	*more = ok && list.n == PIECE && b->next <= b->last;
	if (ok && list.n > 0) {
		write_piece(p, b, &list, &ordered, &a);
		b->next = list.at[list.n - 1].number + 1;
	}
	arena_done(&a);
	return ok;
}

bool
print_register_write(struct printing *p, struct error *err)
{
	struct book_print b = *(const struct book_print *)p->data;
	bool ok = true, more = true;

	doc_table(p->doc, b.filter.book->way == BOOK_OUT ? sent_columns
							 : entry_columns);
	while (ok && more)
		ok = print_piece(p, &b, &more, err);
	doc_table_end(p->doc);
	return ok;
}
