/* duty-terms.c -- what is said of a duty: from options into its event */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/recur.h"

#include "intake/reading.h"
#include "model/number.h"

#include "app/duty.h"

/* "-" clears what stands there. */
static bool
is_cleared(const char *word)
{
	return strcmp(word, "-") == 0;
}

static void
take_text(struct act *act, const char *option, const char **to)
{
	const char *word = act_text(act, option);

	if (word != NULL)
		*to = is_cleared(word) ? NULL : word;
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
	if (is_cleared(word))
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

/* --------------------------------------------------------- where to report */

static bool
begins_link(const char *s)
{
	return strncmp(s, "http://", 7) == 0 ||
	       strncmp(s, "https://", 8) == 0 || strncmp(s, "www.", 4) == 0;
}

static const char *
kind_of_place(const char *name, const char *link)
{
	static const struct {
		const char *word, *kind;
	} words[] = {
	    {"ไลน์",			       "line"  },
            {"Line",                                       "line"  },
            {"LINE",                                       "line"  },
	    {"ปักหมุด",		      "map"   },
            {"Maps",                                       "map"   },
            {"แผนที่",                         "map"   },
	    {"อีเมล",			    "email" },
            {"อิเล็กทรอนิกส์", "email" },
            {"@",                                          "email" },
	    {"ระบบ",			       "web"   },
            {"เว็บ",                               "web"   },
            {"สำนักงาน",                   "office"},
	    {"อำเภอ",			    "office"},
            {"จังหวัด",                      "office"},
            {"กรม",                                  "office"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (strstr(name, words[i].word) != NULL)
			return words[i].kind;
	return link != NULL ? "web" : "other";
}

struct duty_where
duty_where_of_words(const char *words, struct arena *a)
{
	const char *at = words;
	char *name;
	struct duty_where w = {0};
	size_t n;

	while (*at != '\0' && !begins_link(at))
		at++;
	n = strcspn(at, " ;");
	if (n > 0)
		w.link = arena_strndup(a, at, n);
	name = xasprintf("%.*s%s", (int)(at - words), words, at + n);
	text_fold_space(name);
	w.name = arena_strdup(a, name[0] != '\0' ? name : w.link);
	w.kind = kind_of_place(w.name, w.link);
	free(name);
	return w;
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

		if (words != NULL && !is_cleared(words))
			t->where[t->n_where++] =
			    duty_where_of_words(words, act->arena);
	}
}

/* ------------------------------------------------------------- its days */

/* The days that the options ask for, of one office above. */
struct asking {
	struct act *act;
	struct date received;
	const struct holidays *holidays;
	struct duty_terms *terms;
	struct duty_asked days;
	bool is_given;
};

static bool
first_of_rule(struct asking *k, struct error *err)
{
	struct duty_asked *d = &k->days;

	if (d->rrule == NULL || d->first.year != 0)
		return true;
	if (!recur_first(d->rrule, k->received, &d->first, err))
		return false;
	return d->first.year != 0 ||
	       error_set(err, &REQUEST_WRONG, _("the rule has no day: %s"),
			 d->rrule);
}

static void
count_from_receipt(struct asking *k, const struct read_duty *d)
{
	k->terms->after_receipt = d->days_after_receipt;
	k->terms->working_days = d->working_days;
	if (d->days_after_receipt == 0)
		return;
	k->days.first =
	    d->working_days
		? workday_add(k->holidays, k->received, d->days_after_receipt)
		: date_after(k->received, d->days_after_receipt);
}

static bool
read_words(struct asking *k, const char *words, struct date dated,
	   struct error *err)
{
	struct read_duty d;

	if (!intake_read_days(words, dated, k->act->arena, &d))
		return error_set(err, &REQUEST_WRONG,
				 _("no day can be read in “%s”"), words);
	k->days.words = words;
	k->days.first = d.due;
	k->days.from_day = d.week_start;
	k->days.rrule = d.rrule;
	k->is_given = true;
	if (d.rrule != NULL)
		k->terms->rule.behind =
		    d.next_period ? 1 : duty_rule_behind(d.rrule);
	count_from_receipt(k, &d);
	return first_of_rule(k, err);
}

/* What is given in figures goes before what is given in words. */
static bool
take_figures(struct asking *k, struct error *err)
{
	struct act *act = k->act;
	const char *due, *rule = act_text(act, "rrule");
	struct error none = {0};

	if (!act_date(act, "due", &due, err))
		return false;
	if (due == NULL && rule == NULL)
		return true;
	k->is_given = true;
	k->days.from_day = (struct date){0};
	k->terms->after_receipt = 0;
	k->terms->working_days = false;
	if (due != NULL && !date_parse(due, &k->days.first, &none))
		bug("a day that was read is none: %s", due);
	if (rule == NULL)
		return true;
	k->days.rrule = is_cleared(rule) ? NULL : rule;
	if (due == NULL)
		k->days.first = (struct date){0};
	if (k->days.rrule == NULL)
		return true;
	k->terms->rule.behind = duty_rule_behind(rule);
	return recur_check(rule, err) && first_of_rule(k, err);
}

/* The nearest first; of two as near, the newer. */
static void
put_asked(struct asking *k)
{
	struct duty_terms *t = k->terms;
	struct duty_asked *all =
	    arena_array(k->act->arena, t->n_asked + 1, sizeof(*all));
	int near = office_nearness(k->days.asked_by);
	size_t n = 0;
	bool is_put = false;

	for (size_t i = 0; i < t->n_asked; i++) {
		const struct duty_asked *was = &t->asked[i];

		if (text_is_same(was->asked_by, k->days.asked_by))
			continue;
		if (!is_put && near <= office_nearness(was->asked_by)) {
			all[n++] = k->days;
			is_put = true;
		}
		all[n++] = *was;
	}
	if (!is_put)
		all[n++] = k->days;
	t->asked = all;
	t->n_asked = n;
	t->words = all[0].words;
	t->rule.first = all[0].first;
	t->rule.from_day = all[0].from_day;
	t->rule.rrule = all[0].rrule;
}

static const struct duty_asked *
asked_of(const struct duty_terms *t, const char *by)
{
	for (size_t i = 0; i < t->n_asked; i++)
		if (text_is_same(t->asked[i].asked_by, by))
			return &t->asked[i];
	return NULL;
}

/* Whose days are said, and what they were. */
static void
begin_asking(struct asking *k)
{
	const char *by = act_text(k->act, "asked-by");
	const struct letter *l = &k->act->standing.file.letter;
	const struct duty_asked *was;

	if (by == NULL)
		by = k->terms->n_asked > 0 ? k->terms->asked[0].asked_by
		     : l->sender           ? l->sender
					   : "-";
	was = asked_of(k->terms, by);
	if (was != NULL)
		k->days = *was;
	k->days.asked_by = by;
}

bool
duty_terms_read(struct act *act, const char *words, struct date dated,
		struct date received, const struct holidays *h,
		struct duty_terms *t, struct error *err)
{
	struct asking k = {
	    .act = act, .received = received, .holidays = h, .terms = t};

	begin_asking(&k);
	if (!read_words(&k, words, dated, err))
		return false;
	put_asked(&k);
	return true;
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
	struct date dated = k->act->standing.file.letter.dated;

	begin_asking(k);
	if (!says_how_often(k, err) ||
	    (words != NULL && !read_words(k, words, dated, err)) ||
	    !take_figures(k, err))
		return false;
	if (k->is_given)
		put_asked(k);
	if (about != NULL)
		k->terms->rule.behind =
		    (int)(choice_find(duty_abouts, about) - duty_abouts);
	*days = k->is_given || about != NULL;
	return true;
}

bool
duty_terms_take(struct act *act, struct date received, const struct holidays *h,
		struct duty_terms *t, bool *days, struct error *err)
{
	struct asking k = {
	    .act = act, .received = received, .holidays = h, .terms = t};

	take_text(act, "what", &t->what);
	take_text(act, "form", &t->form);
	take_text(act, "unit", &t->unit);
	take_count(act, "pictures", &t->pictures);
	take_count(act, "copies", &t->copies);
	take_count(act, "target", &t->target);
	take_where(act, t);
	return take_owner(act, t, err) && take_days(&k, days, err);
}

/* --------------------------------------------------------- into the event */

static void
put_text(json_t *body, const char *key, const char *text)
{
	if (text != NULL)
		json_object_set_new(body, key, json_string(text));
}

static void
put_int(json_t *body, const char *key, int value)
{
	if (value != 0)
		json_object_set_new(body, key, json_integer(value));
}

static void
put_date(json_t *body, const char *key, struct date d)
{
	struct text t = {0};

	text_add_iso_date(&t, d);
	put_text(body, key, t.s);
	text_done(&t);
}

static json_t *
asked_body(const struct duty_terms *t)
{
	json_t *list = json_array();

	for (size_t i = 0; i < t->n_asked; i++) {
		const struct duty_asked *k = &t->asked[i];
		json_t *j = json_pack("{s:s}", "by", k->asked_by);

		put_date(j, "first", k->first);
		put_date(j, "from_day", k->from_day);
		put_text(j, "rrule", k->rrule);
		put_text(j, "words", k->words);
		json_array_append_new(list, j);
	}
	return list;
}

static json_t *
where_body(const struct duty_terms *t)
{
	json_t *list = json_array();

	for (size_t i = 0; i < t->n_where; i++) {
		json_t *j = json_pack("{s:s, s:s}", "kind", t->where[i].kind,
				      "name", t->where[i].name);

		put_text(j, "link", t->where[i].link);
		json_array_append_new(list, j);
	}
	return list;
}

void
duty_terms_put(json_t *body, const struct duty_terms *t)
{
	put_text(body, "what", t->what);
	put_text(body, "words", t->words);
	put_text(body, "owner_post", t->owner_post);
	put_text(body, "owner_division", t->owner_division);
	put_date(body, "first", t->rule.first);
	put_date(body, "from_day", t->rule.from_day);
	put_text(body, "rrule", t->rule.rrule);
	put_int(body, "after_receipt", t->after_receipt);
	put_int(body, "working_days", t->working_days);
	put_int(body, "behind", t->rule.behind);
	put_int(body, "proposed", t->is_proposed);
	put_text(body, "form", t->form);
	put_int(body, "pictures", t->pictures);
	put_int(body, "copies", t->copies);
	put_text(body, "unit", t->unit);
	put_int(body, "target", t->target);
	json_object_set_new(body, "asked", asked_body(t));
	json_object_set_new(body, "where", where_body(t));
}

static json_t *
row_body(const struct duty_row *r)
{
	json_t *j =
	    json_pack("{s:i, s:s}", "period", r->period, "name", r->name);

	put_date(j, "from_day", r->from_day);
	put_date(j, "due", r->due);
	put_date(j, "last_day", r->last_day);
	return j;
}

bool
duty_days_put(struct act *act, json_t *body, const struct duty_rule *rule,
	      struct date after, int period, const struct holidays *h,
	      struct error *err)
{
	struct date until = date_after(moment_date(act->at), DUTY_AHEAD);
	json_t *rows = json_array();
	struct duty_days days;

	json_object_set_new(body, "rows", rows);
	if (!duty_rule_days(rule, after, until, period, h, act->arena, &days,
			    err))
		return false;
	for (size_t i = 0; i < days.n; i++)
		json_array_append_new(rows, row_body(&days.at[i]));
	if (days.endless)
		put_date(body, "ahead", until);
	return true;
}
