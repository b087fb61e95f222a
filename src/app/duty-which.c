/* duty-which.c -- which duty of a letter an act is about, and which days */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/duty-which.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "model/number.h"

static bool
is_open(const char *state)
{
	return strcmp(state, DUTY_OPEN) == 0;
}

/* Each with its number: "1 report, 2 pictures". */
static bool
refuse_several(const struct letter_file *f, struct error *err)
{
	struct text t = {0};

	for (size_t i = 0; i < f->n_duties; i++)
		text_printf(&t, "%s%s %s", i > 0 ? ", " : "",
			    DIGITS(f->duties[i].nth), f->duties[i].what);
	error_set(err, &REQUEST_MISSING, _("which of its duties (--duty): %s"),
		  t.s);
	text_done(&t);
	return false;
}

/* The only one, or the only one that is open. */
static const struct duty *
the_only(const struct letter_file *f, struct error *err)
{
	const struct duty *found = NULL;
	size_t open = 0;

	if (f->n_duties == 1)
		return &f->duties[0];
	for (size_t i = 0; i < f->n_duties; i++)
		if (is_open(f->duties[i].state)) {
			found = &f->duties[i];
			open++;
		}
	if (open == 1)
		return found;
	refuse_several(f, err);
	return NULL;
}

static const struct duty *
named(struct act *act, const char *word, struct error *err)
{
	const struct letter_file *f = &act->standing.file;
	const struct duty *d;
	int nth = 0;

	d = number_whole(word, &nth) ? duty_nth(f, nth) : NULL;
	if (d == NULL)
		error_set(err, &RULE_REFUSED, _("it has no duty %s"), word);
	return d;
}

/* A division settles its own; the chain, everybody's. */
static bool
is_theirs(const struct act *act, const struct duty *d, struct error *err)
{
	const struct held_post *as = act->entry.as;

	if (as == NULL || role_of(as->role) != ROLE_DIVISION ||
	    duty_is_of_post(&act->standing, d, as))
		return true;
	return error_set(err, &ROUTE_NOT_YOURS, _("that duty is of %s"),
			 d->owner_name ? d->owner_name
				       : _("whoever has the letter"));
}

const struct duty *
duty_asked_for(struct act *act, struct error *err)
{
	const char *word = act_text(act, "duty");
	const struct duty *d =
	    word ? named(act, word, err) : the_only(&act->standing.file, err);

	return d != NULL && is_theirs(act, d, err) ? d : NULL;
}

void
duty_put(struct act *act, const struct duty *d)
{
	act_put_int(act, "duty", d->id);
	act_put_int(act, "nth", d->nth);
}

/* ---------------------------------------------------------------- its days */

/* Its number, its name, or the day it is due. */
static bool
is_named(const struct duty_row *r, const char *word)
{
	char *arabic = thai_digits_to_arabic(word);
	struct error none = {0};
	struct date day;
	int period;
	bool is_it;

	is_it =
	    strcmp(r->name, arabic) == 0 ||
	    (number_whole(word, &period) && period == r->period) ||
	    (date_parse(word, &day, &none) && date_compare(day, r->due) == 0);
	free(arabic);
	return is_it;
}

const struct duty_row *
duty_row_find(const struct duty_row *rows, size_t n, const char *word,
	      struct error *err)
{
	for (size_t i = 0; i < n; i++)
		if (is_named(&rows[i], word))
			return &rows[i];
	error_set(err, &RULE_REFUSED, _("it has no period %s"), word);
	return NULL;
}

static bool
refuse_row(const struct duty_row *r, struct error *err)
{
	return error_set(err, &RULE_REFUSED, _("period %s is %s"), r->name,
			 choice_label(duty_states, r->state));
}

struct choosing {
	struct act *act;
	const struct duty_row *rows;
	size_t n;
	bool open;
	json_t *periods, *names;
};

static void
choose(struct choosing *c, const struct duty_row *r)
{
	json_array_append_new(c->periods, json_integer(r->period));
	json_array_append_new(c->names, json_string(r->name));
}

static bool
choose_named(struct choosing *c, const char *word, struct error *err)
{
	const struct duty_row *r = duty_row_find(c->rows, c->n, word, err);

	if (r == NULL)
		return false;
	if (is_open(r->state) != c->open)
		return refuse_row(r, err);
	choose(c, r);
	return true;
}

/* The earliest that is open, the last that is not. */
static bool
choose_next(struct choosing *c, struct error *err)
{
	const struct duty_row *found = NULL;

	for (size_t i = 0; i < c->n; i++)
		if (is_open(c->rows[i].state) == c->open &&
		    (found == NULL || !c->open))
			found = &c->rows[i];
	if (found == NULL)
		return error_set(err, &RULE_REFUSED,
				 c->open ? _("all its days are done or waived")
					 : _("all its days are open"));
	choose(c, found);
	return true;
}

static bool
choose_asked(struct choosing *c, struct error *err)
{
	const char *word;
	size_t i = 0;

	for (; request_value_at(c->act->r, "period", i) != NULL; i++) {
		word = act_text_at(c->act, "period", i);
		if (word != NULL && !choose_named(c, word, err))
			return false;
	}
	return json_array_size(c->periods) > 0 || choose_next(c, err);
}

bool
duty_put_periods(struct act *act, const struct duty *d, bool open,
		 struct error *err)
{
	struct choosing c = {
	    .act = act,
	    .open = open,
	    .periods = json_array(),
	    .names = json_array(),
	};

	c.n = duty_rows_of(&act->standing.file, d, &c.rows);
	act_put_json(act, "periods", c.periods);
	act_put_json(act, "names", c.names);
	return choose_asked(&c, err);
}
