/* cancel.c -- ยกเลิก and แก้ไข: an entry is struck through, never rubbed out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/refno.h"

#include "model/number.h"

#include "app/decisions.h"
#include "app/fill.h"
#include "app/papers.h"

bool
cancel_decide(struct act *act, struct error *err)
{
	(void)err;
	act_put(act, "reason", act_text(act, "reason"));
	return true;
}

/* An entry that is registered once more names the one it stands for. */
bool
cancel_replaced(struct act *act, struct error *err)
{
	struct session *s = act->s;
	const char *word = act_text(act, "replaces");
	struct viewer by = {s->office, &act->actor, session_today(s)};
	struct letter_file old = {0};
	const struct link *last;
	struct book_number n;

	if (word == NULL)
		return true;
	if (!book_parse(word, act->standing.policies.year, &n, err) ||
	    !letter_file_load(s->store, &by, &n, act->arena, &old, err))
		return false;
	if (strcmp(old.letter.state, STATE_CANCELLED) != 0)
		return error_set(err, &RULE_REFUSED,
				 _("%s is not cancelled; only a cancelled "
				   "entry is replaced"),
				 BOOK_NUMBER(n.book->code, n.year, n.number));
	last = old.n_links > 0 ? &old.links[old.n_links - 1] : NULL;
	if (last != NULL && last->is_newer)
		return error_set(
		    err, &RULE_REFUSED, _("%s was replaced by %s already"),
		    BOOK_NUMBER(n.book->code, n.year, n.number),
		    BOOK_NUMBER(last->book, last->year, last->number));
	act_put_int(act, "replaces", old.letter.id);
	return true;
}

/* A field of an entry that ink may mend: how its new value is read, and what
   stands there now. */
struct mending {
	const char *field; /* as a receipt's option is called */
	bool (*read)(struct act *act, const struct option *o, const char *word,
		     struct error *err);
	size_t offset; /* of the text in struct letter */
};

static void
put_new(struct act *act, const char *value)
{
	act_put(act, "new", value);
}

static bool
read_text(struct act *act, const struct option *o, const char *word,
	  struct error *err)
{
	(void)o;
	(void)err;
	put_new(act, word);
	return true;
}

static bool
read_ref(struct act *act, const struct option *o, const char *word,
	 struct error *err)
{
	char *key = word != NULL ? refno_key(word) : NULL;

	(void)o;
	(void)err;
	put_new(act, word);
	act_put(act, "ref_key", key);
	free(key);
	return true;
}

static bool
read_date(struct act *act, const struct option *o, const char *word,
	  struct error *err)
{
	struct date d;

	if (word == NULL)
		return true;
	if (!option_date(o, word, session_today(act->s), &d, err))
		return false;
	put_new(act, date_iso(act->arena, d));
	return true;
}

static bool
read_choice(struct act *act, const struct option *o, const char *word,
	    struct error *err)
{
	const struct choice *c = word ? choice_find(o->choices, word) : NULL;
	bool may_be_none =
	    o->choices == letter_urgencies || o->choices == letter_secrecies;

	if (c == NULL && (word != NULL || !may_be_none))
		return error_set(err, &REQUEST_WRONG, _("%s cannot be “%s”"),
				 _(o->label), word ? word : "");
	put_new(act, c ? c->value : NULL);
	if (o->choices == letter_urgencies)
		act_put_int(act, "urgency_rank",
			    urgency_rank(c ? c->value : NULL));
	return true;
}

static bool
read_pages(struct act *act, const struct option *o, const char *word,
	   struct error *err)
{
	int n;

	if (word != NULL && !number_whole(word, &n))
		return error_set(err, &REQUEST_WRONG, _("%s cannot be “%s”"),
				 _(o->label), word);
	if (word != NULL)
		put_new(act, arena_printf(act->arena, "%d", n));
	return true;
}

static const struct mending mendings[] = {
    {"ref", read_ref, offsetof(struct letter, ref_no)},
    {"dated", read_date, 0},
    {"from", read_text, offsetof(struct letter, sender)},
    {"to", read_text, offsetof(struct letter, recipient)},
    {"subject", read_text, offsetof(struct letter, subject)},
    {"urgency", read_choice, offsetof(struct letter, urgency)},
    {"secrecy", read_choice, offsetof(struct letter, secrecy)},
    {"kind", read_choice, offsetof(struct letter, kind)},
    {"channel", read_choice, offsetof(struct letter, channel)},
    {"pages", read_pages, 0},
};

static const struct mending *
mending_find(const char *field)
{
	for (size_t i = 0; i < ARRAY_SIZE(mendings); i++)
		if (strcmp(mendings[i].field, field) == 0)
			return &mendings[i];
	bug("a field that cannot be corrected: %s", field);
}

/* What stands there now, as the event keeps it; NULL for nothing. */
static const char *
old_value(struct act *act, const struct mending *m)
{
	const struct letter *l = &act->standing.file.letter;

	if (m->offset != 0)
		return *(const char *const *)(const void *)((const char *)l +
							    m->offset);
	if (strcmp(m->field, "pages") == 0)
		return l->pages ? arena_printf(act->arena, "%d", l->pages)
				: NULL;
	return date_iso(act->arena, l->dated);
}

/* What goes out has the office's own number, and its way is recorded anew by
   each `sent': ink mends neither. */
static bool
is_mendable(const struct letter *l, const char *field, struct error *err)
{
	static const char *const kept[] = {"ref", "channel"};

	if (book_find(l->book)->way == BOOK_IN)
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(kept); i++)
		if (strcmp(kept[i], field) == 0)
			return error_set(err, &RULE_REFUSED,
					 _("of a letter that goes out the "
					   "number follows from its book, and "
					   "the way it went from `sent`"));
	return true;
}

/* Words that lay sealed are everybody's when the class is lifted. */
static void
put_opened(struct act *act)
{
	const struct letter_file *f = &act->standing.file;

	if (!f->is_sealed)
		return;
	if (f->n_texts > 0)
		act_put(act, "text", f->texts[0].body);
	if (f->n_mails > 0)
		act_put_json(act, "mail", mail_body(&f->mails[0]));
}

/* Number, year and true time are no fields of a receipt's form: nothing
   corrects them. */
bool
correct_decide(struct act *act, struct error *err)
{
	const char *word =
	    choice_find(entry_fields, act_operand(act, 1))->value;
	const struct mending *m = mending_find(word);
	const struct option *o =
	    action_option(action_find("receive"), m->field);
	const char *was = old_value(act, m), *new = act_operand(act, 2), *is;

	if (strcmp(new, "-") == 0)
		new = NULL;
	if (!is_mendable(&act->standing.file.letter, m->field, err) ||
	    !m->read(act, o, new, err))
		return false;
	is = json_string_value(json_object_get(act->entry.body, "new"));
	if (text_is_same(was, is))
		return error_set(err, &REQUEST_WRONG, _("%s is “%s” already"),
				 _(o->label), was ? was : "");
	if (strcmp(m->field, "secrecy") == 0 && is == NULL)
		put_opened(act);
	if (!papers_are_sealed(act, err))
		return false;
	act_put(act, "field", m->field);
	act_put(act, "old", was);
	act_put(act, "reason", act_text(act, "reason"));
	return true;
}
