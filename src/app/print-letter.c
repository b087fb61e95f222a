/* print-letter.c -- one letter on paper: receipt, routing slip, who noted it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/office.h"

#include "app/look.h"
#include "app/print.h"

enum { LABEL = 16 };

/* What the letter is called on paper. */
static const char *
number_of(struct printing *p, const struct letter *l)
{
	struct text t = {0};
	const char *kept;

	text_add_book_number(&t, l->book, l->year, l->number, p->thai);
	kept = arena_strdup(&p->arena, text_str(&t));
	text_done(&t);
	return kept;
}

bool
print_letter_open(struct printing *p, struct error *err)
{
	struct letter_file *f = arena_alloc(&p->arena, sizeof(*f));
	bool is_general;

	if (!look_letter(p->s, request_operand(p->r, 0), &p->arena, f, err))
		return false;
	p->look.right = number_of(p, &f->letter);
	is_general = book_find(f->letter.book) == book_general;
	p->stem = arena_printf(&p->arena, "%s-%s%s%d-%d", p->form->name,
			       is_general ? "" : f->letter.book,
			       is_general ? "" : "-", f->letter.number,
			       f->letter.year);
	p->data = f;
	return true;
}

/* ------------------------------------------------------ what a letter is */

static void
field(struct printing *p, const char *label, const char *value)
{
	if (!text_is_blank(value))
		doc_field(p->doc, label, LABEL, value);
}

static void
write_classes(struct printing *p, const struct letter *l)
{
	if (l->urgency != NULL)
		field(p, _("urgency"),
		      choice_label(letter_urgencies, l->urgency));
	if (l->secrecy != NULL)
		field(p, _("secrecy"),
		      choice_label(letter_secrecies, l->secrecy));
	if (l->is_veiled)
		doc_words(p->doc, PAPER_PLAIN, PAPER_LEFT,
			  _("this letter is secret: its words are kept from "
			    "you"));
}

/* The head of a form: which letter it is about. */
static void
write_letter(struct printing *p, const struct letter *l)
{
	bool is_out = book_find(l->book)->way == BOOK_OUT;

	doc_hold(p->doc);
	field(p, _("number"), number_of(p, l));
	field(p, is_out ? _("numbered at") : _("received at"),
	      print_moment(p, l->received_at));
	field(p, is_out ? _("our number") : _("their number"), l->ref_no);
	field(p, _("dated"), print_date(p, l->dated, DATE_LONG));
	field(p, _("from"), l->sender);
	field(p, _("to"), l->recipient);
	field(p, _("subject"), l->subject);
	write_classes(p, l);
	doc_release(p->doc);
}

/* ---------------------------------------------- receipt for the bearer */

bool
print_receipt_open(struct printing *p, struct error *err)
{
	const struct letter_file *f;

	if (!print_letter_open(p, err))
		return false;
	f = p->data;
	if (book_find(f->letter.book)->way == BOOK_OUT ||
	    !state_has_letter(f->letter.state))
		return error_set(err, &REQUEST_WRONG, "%s",
				 _("only a letter that came in has a receipt"));
	return true;
}

bool
print_receipt_write(struct printing *p, struct error *err)
{
	const struct letter_file *f = p->data;

	(void)err;
	write_letter(p, &f->letter);
	doc_gap(p->doc, 0.5);
	for (size_t i = 0; i < f->n_enclosures; i++)
		field(p, i == 0 ? _("enclosures") : "", f->enclosures[i].title);
	doc_words(p->doc, PAPER_PLAIN, PAPER_LEFT,
		  _("The letter named above was received as registered."));
	doc_sign(p->doc, _("Signed"), NULL, _("who received it"));
	return true;
}

/* ---------------------------------------------------------- routing slip */

/* Who wrote it and as what: in two lines, where one acts for another. */
static void
write_signature(struct printing *p, const struct note *n)
{
	int half = doc_columns(p->doc) / 2;
	struct text t = {0};

	text_printf(&t, "(%s)\n", n->person_name);
	text_add_title(&t, n->own_post_name, n->capacity, n->post_name, "\n");
	if (n->acting_order != NULL) {
		text_add(&t, "\n");
		text_add_order_told(&t, n->acting_order);
	}
	text_printf(&t, "\n%s", print_moment(p, n->at));
	doc_indented(p->doc, PAPER_PLAIN, half, half, t.s);
	text_done(&t);
}

/* Its last line and who wrote it stand on one page. */
static void
write_note(struct printing *p, const struct note *n, size_t i)
{
	static const struct choice acts[] = {
	    {"endorse", NULL, N_("endorsed")}, {"return", NULL, N_("returned")},
	    {"order", NULL, N_("ordered")},    {"skip", NULL, N_("skipped")},
	    {"cancel", NULL, N_("cancelled")}, {NULL, NULL, NULL},
	};
	struct text head = {0};

	text_printf(&head, "%s. %s", print_number(p, (long)i + 1),
		    choice_find(acts, n->act) ? choice_label(acts, n->act)
					      : "");
	doc_hold(p->doc);
	doc_words(p->doc, PAPER_STRONG, PAPER_LEFT, head.s);
	if (strlen(n->text) > 2000)
		doc_release(p->doc);
	doc_indented(p->doc, PAPER_PLAIN, 4, 4, n->text);
	if (strlen(n->text) > 2000)
		doc_hold(p->doc);
	write_signature(p, n);
	doc_gap(p->doc, 0.5);
	doc_release(p->doc);
	text_done(&head);
}

static const struct paper_column ordered_columns[] = {
    {N_("division"), 16, 2, 40, PAPER_LEFT},
    {N_("its number"), 9, 0, 10, PAPER_LEFT},
    {N_("acknowledged by"), 16, 2, 40, PAPER_LEFT},
    {N_("done"), 16, 3, 60, PAPER_LEFT},
    {NULL, 0, 0, 0, PAPER_LEFT},
};

static void
write_assignment(struct printing *p, const struct assignment *g)
{
	struct text number = {0}, noted = {0}, done = {0};

	if (g->number != 0)
		text_printf(&number, "%s/%s", print_number(p, g->number),
			    print_number(p, g->year));
	if (g->acknowledged_at != 0)
		text_printf(&noted, "%s %s", g->acknowledged_by,
			    print_moment(p, g->acknowledged_at));
	if (g->done_at != 0)
		text_printf(&done, "%s %s", print_moment(p, g->done_at),
			    g->done_note ? g->done_note : "");
	if (g->reply_ref != NULL)
		text_printf(&done, _(", reply %s"), g->reply_ref);
	doc_row(p->doc,
		(const char *const[]){g->division_name, text_str(&number),
				      text_str(&noted), text_str(&done)});
	text_done(&number);
	text_done(&noted);
	text_done(&done);
}

enum { TO_WRITE = 2 };

/* Room for the words of a post by hand, to be signed and dated below. */
static void
write_room(struct printing *p, const struct post *post, size_t i)
{
	struct text head = {0};

	text_printf(&head, "%s. %s", print_number(p, (long)i + 1), post->name);
	doc_hold(p->doc);
	doc_blank(p->doc, head.s, NULL, TO_WRITE);
	doc_sign(p->doc, _("Signed"), NULL, post->name);
	doc_blank(p->doc, _("date"), _("time"), 1);
	doc_release(p->doc);
	text_done(&head);
}

/* The endorsements that are still to be signed: of the post where the letter
   lies, and of those above it. */
static bool
write_rooms(struct printing *p, const struct letter_file *f, struct error *err)
{
	struct session *s = p->s;
	struct post_list posts;
	size_t from;

	if (f->letter.at_post == NULL)
		return true;
	if (!office_posts(s->store, s->office, session_now(s), &p->arena,
			  &posts, err))
		return false;
	from = post_level(&posts, f->letter.at_post);
	for (size_t i = from; i < posts.n_chain; i++)
		write_room(p, &posts.at[i], f->n_notes + i - from);
	return true;
}

bool
print_slip_write(struct printing *p, struct error *err)
{
	const struct letter_file *f = p->data;

	write_letter(p, &f->letter);
	doc_gap(p->doc, 1);
	for (size_t i = 0; i < f->n_notes; i++)
		write_note(p, &f->notes[i], i);
	if (f->n_notes == 0 && f->letter.at_post == NULL)
		doc_words(p->doc, PAPER_PLAIN, PAPER_LEFT,
			  _("Nothing was written on it yet."));
	if (!write_rooms(p, f, err))
		return false;
	if (f->n_assignments == 0)
		return true;
	doc_hold(p->doc);
	doc_words(p->doc, PAPER_STRONG, PAPER_LEFT, _("Divisions"));
	doc_table(p->doc, ordered_columns);
	for (size_t i = 0; i < f->n_assignments; i++) {
		write_assignment(p, &f->assignments[i]);
		if (i == 0)
			doc_release(p->doc);
	}
	doc_table_end(p->doc);
	return true;
}

/* ------------------------------------------------- who has noted a round */

const struct paper_column circulation_columns[] = {
    {N_("item"), 5, 0, 6, PAPER_LEFT},
    {N_("to"), 16, 3, 60, PAPER_LEFT},
    {N_("noted by"), 16, 2, 40, PAPER_LEFT},
    {N_("noted at"), 18, 0, 18, PAPER_LEFT},
    {N_("signature"), 14, 2, 40, PAPER_LEFT},
    {NULL, 0, 0, 0, PAPER_LEFT},
};

bool
print_circulation_open(struct printing *p, struct error *err)
{
	const struct letter_file *f;

	if (!print_letter_open(p, err))
		return false;
	f = p->data;
	return f->n_circulations > 0 ||
	       error_set(err, &REQUEST_WRONG, "%s",
			 _("this letter was not sent round"));
}

static const char *
round_words(struct printing *p, const struct circulation *c)
{
	const char *until = print_date(p, c->until, DATE_LONG);
	struct text t = {0};
	const char *kept;

	text_printf(&t, "%s, %s %s %s",
		    choice_label(circulation_purposes, c->purpose),
		    c->person_name, c->post_name ? c->post_name : "",
		    print_moment(p, c->at));
	if (until[0] != '\0')
		text_printf(&t, _(", until %s"), until);
	kept = arena_strdup(&p->arena, t.s);
	text_done(&t);
	return kept;
}

static void
write_round(struct printing *p, const struct letter_file *f,
	    const struct circulation *c)
{
	long n = 0;

	doc_gap(p->doc, 0.5);
	doc_hold(p->doc);
	doc_words(p->doc, PAPER_STRONG, PAPER_LEFT, round_words(p, c));
	doc_table(p->doc, p->form->columns);
	for (size_t i = 0; i < f->n_circulated; i++) {
		const struct circulated *to = &f->circulated[i];

		if (to->circulation != c->id)
			continue;
		doc_row(p->doc, (const char *const[]){
				    print_number(p, ++n), to->name,
				    to->noted_at ? to->noted_by : "",
				    print_moment(p, to->noted_at), ""});
		if (n == 1)
			doc_release(p->doc);
	}
	if (n == 0)
		doc_release(p->doc);
	doc_table_end(p->doc);
}

bool
print_circulation_write(struct printing *p, struct error *err)
{
	const struct letter_file *f = p->data;

	(void)err;
	write_letter(p, &f->letter);
	for (size_t i = 0; i < f->n_circulations; i++)
		write_round(p, f, &f->circulations[i]);
	return true;
}

/* ---------------------------------------------------- card of a borrower */

const struct paper_column borrow_columns[] = {
    {N_("item (subject, code)"), 18, 4, 70, PAPER_LEFT},
    {N_("borrower"), 12, 2, 40, PAPER_LEFT},
    {N_("receiver"), 10, 2, 30, PAPER_LEFT},
    {N_("lent on"), 8, 1, 14, PAPER_LEFT},
    {N_("due back"), 8, 1, 14, PAPER_LEFT},
    {N_("who gave it back"), 10, 2, 30, PAPER_LEFT},
    {N_("given back on"), 8, 1, 14, PAPER_LEFT},
    {NULL, 0, 0, 0, PAPER_LEFT},
};

enum { BLANK_ROWS = 8 };

/* What is lent is printed, by whom and when is written by hand. */
bool
print_borrow_write(struct printing *p, struct error *err)
{
	const struct letter_file *f = p->data;
	const struct letter *l = &f->letter;
	const char *row[] = {NULL, "", "", "", "", "", ""};
	struct text t = {0};

	(void)err;
	text_add(&t, l->subject     ? l->subject
		     : l->is_veiled ? choice_label(letter_secrecies, l->secrecy)
				    : "");
	text_printf(&t, "\n%s", number_of(p, l));
	if (l->ref_no != NULL)
		text_printf(&t, "\n%s", l->ref_no);
	doc_table(p->doc, p->form->columns);
	row[0] = t.s;
	doc_row(p->doc, row);
	row[0] = "\n";
	for (int i = 0; i < BLANK_ROWS; i++)
		doc_row(p->doc, row);
	doc_table_end(p->doc);
	text_done(&t);
	return true;
}
