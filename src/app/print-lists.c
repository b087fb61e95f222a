/* print-lists.c -- the list of destruction and the delivery book on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "model/destruction.h"

#include "app/answer.h"
#include "app/looks.h"
#include "app/may.h"
#include "app/print.h"

/* --------------------------------------------------- form 25, destruction */

const struct paper_column destruction_columns[] = {
    {N_("item"), 5, 0, 6, PAPER_LEFT},
    {N_("file code"), 8, 0, 12, PAPER_LEFT},
    {N_("their number"), 10, 2, 22, PAPER_LEFT},
    {N_("dated"), 8, 1, 11, PAPER_LEFT},
    {N_("registered as"), 9, 1, 14, PAPER_LEFT},
    {N_("subject"), 14, 8, 99, PAPER_LEFT},
    {N_("decision"), 8, 2, 20, PAPER_LEFT},
    {N_("remark"), 7, 3, 40, PAPER_LEFT},
    {NULL, 0, 0, 0, PAPER_LEFT},
};

bool
print_destruction_open(struct printing *p, struct error *err)
{
	int year;

	if (!destroy_list_look(p->s, p->r, &p->json, err))
		return false;
	year = (int)answer_whole(p->json, "year");
	p->look.right =
	    arena_printf(&p->arena, _("year %s"), print_number(p, year));
	p->stem = arena_printf(&p->arena, "destruction-%d", year);
	return true;
}

static void
add_item_date(const json_t *item, bool thai, struct text *t)
{
	struct error none = {0};
	struct date d;

	if (date_parse(answer_word(item, "dated"), &d, &none))
		text_add_date(t, d, DATE_SHORT, thai);
}

static void
write_item(struct document *d, const json_t *item, size_t i, bool thai)
{
	const char *state = answer_word(item, "state");
	struct text at = {0}, dated = {0}, number = {0};

	text_add_number(&at, (long)i + 1, thai);
	add_item_date(item, thai, &dated);
	text_add_book_number(&number, answer_word(item, "book"),
			     (int)answer_whole(item, "year"),
			     (int)answer_whole(item, "number"), thai);
	doc_row(d, (const char *const[]){
		       at.s, "", answer_word(item, "ref_no"), text_str(&dated),
		       number.s,
		       state_has_letter(state)
			   ? answer_word(item, "subject")
			   : choice_label(letter_states, state),
		       choice_label(destruction_decisions,
				    answer_word(item, "decision")),
		       answer_word(item, "reason")});
	text_done(&at);
	text_done(&dated);
	text_done(&number);
}

void
doc_destruction(struct document *d, const json_t *list, bool thai)
{
	const json_t *items = json_object_get(list, "items");
	size_t i;
	json_t *item;

	doc_table(d, destruction_columns);
	json_array_foreach(items, i, item) write_item(d, item, i, thai);
	doc_table_end(d);
}

/* The committee signs; who is not appointed yet, by hand. */
static void
write_committee(struct printing *p)
{
	const json_t *committee = json_object_get(p->json, "committee");
	const json_t *members = json_object_get(committee, "members");
	const char *chair = answer_word(committee, "chair");
	size_t i, n = json_array_size(members);

	doc_hold(p->doc);
	if (answer_word(committee, "order")[0] != '\0')
		doc_field(p->doc, _("committee"), 16,
			  answer_word(committee, "order"));
	doc_sign(p->doc, _("Signed"), chair[0] ? chair : NULL, _("chair"));
	for (i = 0; i < (n > 0 ? n : 2); i++)
		doc_sign(p->doc, _("Signed"),
			 json_string_value(json_array_get(members, i)),
			 _("member"));
	doc_release(p->doc);
}

bool
print_destruction_write(struct printing *p, struct error *err)
{
	(void)err;
	doc_destruction(p->doc, p->json, p->thai);
	if (json_array_size(json_object_get(p->json, "items")) == 0)
		doc_words(p->doc, PAPER_PLAIN, PAPER_LEFT,
			  _("No letter whose keeping has ended."));
	else
		write_committee(p);
	return true;
}

/* ------------------------------------------------ form 16, delivery book */

const struct paper_column delivery_columns[] = {
    {N_("no."), 8, 1, 12, PAPER_LEFT},
    {N_("from"), 12, 5, 50, PAPER_LEFT},
    {N_("to"), 11, 4, 50, PAPER_LEFT},
    {N_("how"), 8, 1, 16, PAPER_LEFT},
    {N_("received by"), 11, 3, 40, PAPER_LEFT},
    {N_("day, time"), 11, 2, 20, PAPER_LEFT},
    {N_("remark"), 8, 2, 30, PAPER_LEFT},
    {NULL, 0, 0, 0, PAPER_LEFT},
};

struct delivered {
	const char *book;
	int year, number;
	const char *ref_no, *sender, *recipient, *secrecy;
	const char *how; /* NULL: handed over inside */
	const char *receiver;
	moment at;
};
struct delivered_list {
	struct delivered *at;
	size_t n;
};

static bool
load_delivered(struct printing *p, struct date day, struct delivered_list *l,
	       struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct delivered, book, FIELD_TEXT),
	    FIELD(struct delivered, year, FIELD_INT),
	    FIELD(struct delivered, number, FIELD_INT),
	    FIELD(struct delivered, ref_no, FIELD_TEXT),
	    FIELD(struct delivered, sender, FIELD_TEXT),
	    FIELD(struct delivered, recipient, FIELD_TEXT),
	    FIELD(struct delivered, secrecy, FIELD_TEXT),
	    FIELD(struct delivered, how, FIELD_TEXT),
	    FIELD(struct delivered, receiver, FIELD_TEXT),
	    FIELD(struct delivered, at, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct delivered), fields};
	moment since = moment_at(day, 0, 0, 0);
	moment until = moment_at(day, 24, 0, 0);

	return query_rows(p->s->store, QUERY_DELIVERED_BETWEEN,
			  PARAMS(P_INT("office", p->s->office),
				 P_INT("since", since), P_INT("until", until)),
			  &type, &p->arena, &l->at, &l->n, err);
}

bool
print_delivery_open(struct printing *p, struct error *err)
{
	struct delivered_list *l = arena_alloc(&p->arena, sizeof(*l));
	const char *given = request_operand(p->r, 0);
	struct date day = session_today(p->s);

	if ((given != NULL &&
	     !date_parse_near(given, session_today(p->s), &day, err)) ||
	    !actor_may_read(&p->s->actor, err) ||
	    !load_delivered(p, day, l, err))
		return false;
	p->look.right = print_date(p, day, DATE_LONG);
	p->stem =
	    arena_printf(&p->arena, "delivery-%s", date_iso(&p->arena, day));
	p->data = l;
	return true;
}

/* Of a secret letter the book has the number and the class. */
static void
write_delivered(struct printing *p, const struct delivered *d)
{
	bool is_secret = d->secrecy != NULL;
	struct text number = {0};

	text_add_book_number(&number, d->book, d->year, d->number, p->thai);
	doc_row(
	    p->doc,
	    (const char *const[]){
		number.s, is_secret ? "" : d->sender,
		is_secret ? "" : d->recipient,
		d->how ? choice_label(letter_channels, d->how)
		       : _("handed over"),
		is_secret ? "" : d->receiver, print_moment(p, d->at),
		is_secret ? choice_label(letter_secrecies, d->secrecy) : ""});
	text_done(&number);
}

bool
print_delivery_write(struct printing *p, struct error *err)
{
	const struct delivered_list *l = p->data;

	(void)err;
	doc_table(p->doc, p->form->columns);
	for (size_t i = 0; i < l->n; i++)
		write_delivered(p, &l->at[i]);
	doc_table_end(p->doc);
	if (l->n == 0)
		doc_words(p->doc, PAPER_PLAIN, PAPER_LEFT,
			  _("Nothing went out on this day."));
	return true;
}
