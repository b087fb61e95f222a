/* offer.c -- what a sheet says for each option of a receipt */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/offer.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/thai.h"

/* Which option a warning is about; the others are about the whole sheet. */
static const struct {
	enum warning_code code;
	const char *option;
} concerns[] = {
    {WARN_LETTER_FOR_DIGIT, "ref"},     {WARN_QUOTE_IN_NUMBER, "ref"},
    {WARN_REF_PREFIX_UNKNOWN, "ref"},   {WARN_REF_PREFIX_DIFFERS, "ref"},
    {WARN_REF_UNIT_UNLIKELY, "ref"},    {WARN_REF_INCOMPLETE, "ref"},
    {WARN_DATE_UNREADABLE, "dated"},    {WARN_STAMP_BEFORE_LETTER, "dated"},
    {WARN_STAMP_MONTHS_AFTER, "dated"}, {WARN_STAMP_DATE_UNREADABLE, "stamp"},
};

bool
offer_tells(enum warning_code code)
{
	for (size_t i = 0; i < ARRAY_SIZE(concerns); i++)
		if (concerns[i].code == code)
			return true;
	return false;
}

struct offering {
	struct offers *to;
	const struct reading *read;
	const struct read_letter *letter;
	struct arena *arena;
};

/* The warnings about an option, one after the other; NULL when none. */
static const char *
reasons(const struct offering *o, const char *option)
{
	struct text t = {0};

	for (size_t i = 0; i < o->read->n_warnings; i++)
		for (size_t k = 0; k < ARRAY_SIZE(concerns); k++) {
			const struct warning *w = &o->read->warnings[i];

			if (concerns[k].code != w->code ||
			    strcmp(concerns[k].option, option) != 0)
				continue;
			text_add(&t, t.n > 0 ? "; " : "");
			text_add_warning(&t, w);
		}
	const char *why = t.n > 0 ? arena_strdup(o->arena, t.s) : NULL;
	text_done(&t);
	return why;
}

static void
offer(struct offering *o, const char *option, const char *value,
      enum certainty sure)
{
	struct offer *new = &o->to->at[o->to->n++];

	*new = (struct offer){
	    .option = option,
	    .value = value,
	    .sure = value ? sure : FIELD_MISSING,
	    .why = reasons(o, option),
	};
	if (!value || !o->read->is_recognised || !thai_has_digit(value))
		return;
	new->sure = FIELD_DOUBTFUL;
	if (!new->why)
		new->why = _(warning_kinds[WARN_RECOGNISED].text);
}

static void
offer_number(struct offering *o, const struct read_candidate *c)
{
	const struct read_letter *l = o->letter;
	const struct read_value *ref = &l->field[READ_REF_NO];
	const struct read_value *from = &l->field[READ_FROM];

	if (c && c->is_endorsement) {
		offer(o, "ref", c->ref_no, FIELD_READ);
		offer(o, "dated", date_iso(o->arena, c->dated), FIELD_READ);
		offer(o, "from", c->from, FIELD_READ);
	} else {
		offer(o, "ref", ref->s, ref->sure);
		offer(o, "dated", date_iso(o->arena, l->dated), l->dated_sure);
		offer(o, "from", from->s, from->sure);
	}
}

/* Not every letter has a class: none is not missing. */
static void
offer_fields(struct offering *o)
{
	static const struct {
		const char *option;
		enum read_field field;
		bool may_lack;
	} fields[] = {
	    {"to", READ_TO, false},
	    {"subject", READ_SUBJECT, false},
	    {"urgency", READ_URGENCY, true},
	    {"secrecy", READ_SECRECY, true},
	};
	const struct read_letter *l = o->letter;

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++) {
		const struct read_value *v = &l->field[fields[i].field];

		if (v->s || !fields[i].may_lack)
			offer(o, fields[i].option, v->s, v->sure);
	}
	offer(o, "kind", read_kind_names[l->kind], FIELD_READ);
}

/* "หนังสือจังหวัดเพชรบุรี ด่วนที่สุด ที่ พบ 0017.2/ว 16407 ลงวันที่ ..." */
static const char *
reference_words(struct offering *o, const struct read_reference *r)
{
	struct text t = {0};
	const char *s;

	text_printf(&t, "หนังสือ%s %s ที่ %s", r->from ? r->from : "",
		    r->urgency ? r->urgency : "", r->ref_no);
	if (r->dated.year != 0) {
		text_add(&t, " ลงวันที่ ");
		text_add_date(&t, r->dated, DATE_LONG, false);
	}
	text_fold_space(t.s);
	s = arena_strdup(o->arena, t.s);
	text_done(&t);
	return s;
}

static const char *
enclosure_words(struct offering *o, const struct read_enclosure *e)
{
	if (e->count == 0)
		return e->title;
	return arena_printf(o->arena, "%s จำนวน %d %s", e->title, e->count,
			    e->unit ? e->unit : "");
}

static const char *
stamp_words(struct offering *o, const struct read_stamp *s)
{
	return arena_printf(
	    o->arena, "%s; %s; %s; %s", s->office ? s->office : "",
	    s->number ? s->number : "", s->date_words ? s->date_words : "",
	    s->time ? s->time : "");
}

/* In the words of the sheet, as duty_terms_of_line() takes them; a ";" among
   them would end a part. */
static void
add_part(struct text *t, const char *words)
{
	for (const char *s = words; s != NULL && *s != '\0'; s++)
		text_add_n(t, *s == ';' ? "," : s, 1);
}

static void
add_places(struct text *t, const struct read_duty *d)
{
	for (size_t i = 0; i < d->n_places; i++) {
		text_add(t, "; ");
		add_part(t, d->places[i]);
	}
	if (d->form != NULL) {
		text_add(t, "; ");
		add_part(t, d->form);
	}
	if (d->pictures > 0)
		text_printf(t, "; %d ภาพ", d->pictures);
	if (d->copies > 0)
		text_printf(t, "; %d ชุด", d->copies);
}

/* The same of another letter of the bundle, which asks for it, too. */
static void
add_other_offices(struct offering *o, struct text *t, const struct read_duty *d)
{
	for (size_t i = 0; i < o->read->n_letters; i++) {
		const struct read_letter *l = &o->read->letters[i];

		if (l == o->letter || l->n_duties != 1 ||
		    o->letter->n_duties != 1 || l->field[READ_FROM].s == NULL ||
		    !l->duties[0].rrule != !d->rrule)
			continue;
		text_add(t, "; ");
		add_part(t, l->field[READ_FROM].s);
		text_add(t, ": ");
		add_part(t, l->duties[0].words);
	}
}

static void
offer_duty(struct offering *o, const struct read_duty *d)
{
	struct text t = {0};
	struct offer *new;

	if (d->due.year == 0 && d->rrule == NULL && d->days_after_receipt == 0)
		return;
	add_part(&t, d->what);
	text_add(&t, "; ");
	add_part(&t, d->words);
	add_places(&t, d);
	add_other_offices(o, &t, d);
	offer(o, "duty", arena_strdup(o->arena, t.s), d->sure);
	new = &o->to->at[o->to->n - 1];
	if (new->sure == FIELD_DOUBTFUL)
		new->value = arena_printf(o->arena, "? %s", new->value);
	text_done(&t);
}

static void
offer_lists(struct offering *o)
{
	const struct read_letter *l = o->letter;

	for (size_t i = 0; i < l->n_enclosures; i++)
		offer(o, "enclosure", enclosure_words(o, &l->enclosures[i]),
		      FIELD_READ);
	for (size_t i = 0; i < l->n_references; i++)
		offer(o, "reference", reference_words(o, &l->references[i]),
		      FIELD_READ);
	for (size_t i = 0; i < l->n_duties; i++)
		offer_duty(o, &l->duties[i]);
	for (size_t i = 0; i < l->n_links; i++)
		offer(o, "link", l->links[i], FIELD_READ);
	for (size_t i = 0; i < o->read->n_stamps; i++)
		offer(o, "stamp", stamp_words(o, &o->read->stamps[i]),
		      FIELD_READ);
}

/* In place of an offer that says nothing. */
static void
offer_doubtful(struct offering *o, const char *option, const char *value)
{
	size_t i = 0;

	while (i < o->to->n && strcmp(o->to->at[i].option, option) != 0)
		i++;
	if (!value || (i < o->to->n && o->to->at[i].value))
		return;
	if (i < o->to->n)
		o->to->at[i] = (struct offer){
		    .option = option, .value = value, .sure = FIELD_DOUBTFUL};
	else
		offer(o, option, value, FIELD_DOUBTFUL);
}

static void
offer_mail(struct offering *o, const struct letter_mail *m)
{
	offer(o, "channel", "email", FIELD_READ);
	offer_doubtful(o, "subject", m->subject);
	offer_doubtful(o, "from", m->sender);
}

static void
offer_letter(struct offering *o, const struct read_candidate *ours)
{
	offer_number(o, ours);
	offer_fields(o);
	offer_lists(o);
}

void
offers_make(struct offers *to, const struct file_reading *f,
	    const struct read_candidate *ours, struct arena *a)
{
	enum { FIELDS = 12 };
	const struct reading *r = &f->reading;
	struct offering o = {.to = to, .read = r, .arena = a};
	size_t n = FIELDS + r->n_stamps;

	if (r->n_letters > 0)
		o.letter = &r->letters[ours ? ours->letter : 0];
	if (o.letter)
		n += o.letter->n_references + o.letter->n_enclosures +
		     o.letter->n_duties + o.letter->n_links;
	*to = (struct offers){.at = arena_array(a, n, sizeof(*to->at))};
	if (o.letter)
		offer_letter(&o, ours);
	if (f->mail)
		offer_mail(&o, &f->mail->head);
}
