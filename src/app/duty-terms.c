/* duty-terms.c -- what options say of a duty */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "intake/reading.h"
#include "model/number.h"

#include "app/duty-asked.h"

bool
option_is_cleared(const char *word)
{
	return strcmp(word, "-") == 0;
}

static void
take_text(struct act *act, const char *option, const char **to)
{
	const char *word = act_text(act, option);

	if (word != NULL)
		*to = option_is_cleared(word) ? NULL : word;
}

static void
take_count(struct act *act, const char *option, int *to)
{
	const char *word = act_text(act, option);

	if (word != NULL && !number_whole(word, to))
		*to = 0;
}

/* A division by code or name, else a post. */
static bool
take_owner(struct act *act, struct duty_terms *t, struct error *err)
{
	const char *word = act_text(act, "owner");
	const struct standing *s = &act->standing;
	struct error none = {0};
	const struct division *d;
	const struct post *p;

	if (word == NULL)
		return true;
	t->owner_division = t->owner_post = NULL;
	if (option_is_cleared(word))
		return true;
	d = division_find(&s->divisions, word, &none);
	p = d ? NULL : post_find(&s->posts, word, &none);
	if (d == NULL && p == NULL)
		return error_set(err, &REQUEST_WRONG,
				 _("%s is no division and no post of the "
				   "office"),
				 word);
	t->owner_division = d ? d->code : NULL;
	t->owner_post = d ? NULL : p->code;
	return true;
}

static void
take_where(struct act *act, struct duty_terms *t)
{
	size_t n = 0;

	while (request_value_at(act->r, "report-to", n) != NULL)
		n++;
	if (n == 0)
		return;
	t->where = arena_array(act->arena, n, sizeof(*t->where));
	t->n_where = 0;
	for (size_t i = 0; i < n; i++) {
		const char *words = act_text_at(act, "report-to", i);

		if (words != NULL && !option_is_cleared(words))
			t->where[t->n_where++] =
			    duty_where_of_words(words, act->arena);
	}
}

/* Another office's day for what recurs says nothing of the days behind it. */
static bool
says_how_often(const struct asking *k, struct error *err)
{
	const struct request *r = k->act->r;

	return k->days.first.year != 0 || k->terms->rule.rrule == NULL ||
	       request_value(r, "due") == NULL ||
	       request_value(r, "when") != NULL ||
	       request_value(r, "rrule") != NULL ||
	       error_set(err, &REQUEST_MISSING,
			 _("it recurs: --when or --rrule say how, --rrule - "
			   "that it is asked for once"));
}

static bool
take_days(struct asking *k, bool *days, struct error *err)
{
	const char *words = act_text(k->act, "when");
	const char *about = act_text(k->act, "about");

	asking_begin(k, act_text(k->act, "asked-by"));
	if (!says_how_often(k, err) ||
	    (words != NULL && !asking_read(k, words, NULL, err)) ||
	    !asking_figures(k, err))
		return false;
	if (k->is_given)
		asking_put(k);
	if (about != NULL)
		k->terms->rule.behind =
		    (int)(choice_find(duty_abouts, about) - duty_abouts);
	*days = k->is_given || about != NULL;
	return true;
}

bool
duty_terms_take(struct act *act, const struct duty_letter *of,
		const struct holidays *h, struct duty_terms *t, bool *days,
		struct error *err)
{
	struct asking k = {.act = act, .of = of, .holidays = h, .terms = t};

	take_text(act, "what", &t->what);
	take_text(act, "form", &t->form);
	take_text(act, "unit", &t->unit);
	take_count(act, "pictures", &t->pictures);
	take_count(act, "copies", &t->copies);
	take_count(act, "target", &t->target);
	take_where(act, t);
	return take_owner(act, t, err) && take_days(&k, days, err);
}
