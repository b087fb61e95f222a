/* collect-view.c -- the collected table: who gave what, and who is missing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/number.h"

#include "app/collect.h"
#include "app/duty-which.h"
#include "app/look.h"

const struct error_kind COLLECT_NONE = {
    "nothing-collected", EXIT_NOTHING,
    N_("no duty of the letter was handed down: `duty hand'")};

/* ---------------------------------------------------------- what is asked */

static bool
is_handed(const struct letter_file *f, const struct duty *d)
{
	for (size_t i = 0; i < f->n_collected_from; i++)
		if (f->collected_from[i].duty == d->id)
			return true;
	return false;
}

/* That of the number; else the first that is open of those handed down, or the
   first of them. */
static const struct duty *
duty_wished(const struct letter_file *f, const char *word, struct error *err)
{
	const struct duty *first = NULL;
	int nth = 0;

	if (word != NULL && !number_whole(word, &nth))
		nth = -1;
	for (size_t i = 0; i < f->n_duties; i++) {
		const struct duty *d = &f->duties[i];

		if (!is_handed(f, d) || (nth != 0 && d->nth != nth))
			continue;
		if (strcmp(d->state, DUTY_OPEN) == 0)
			return d;
		first = first != NULL ? first : d;
	}
	if (first == NULL)
		error_set(err, &COLLECT_NONE, NULL);
	return first;
}

static const struct duty_row *
row_wished(const struct collect_view *v, const struct letter_file *f,
	   const char *word, struct error *err)
{
	const struct duty_row *first = NULL;

	if (word != NULL)
		return duty_row_find(v->rows, v->n_rows, word, err);
	if (duty_open_rows(f, v->duty, &first) > 0)
		return first;
	if (v->n_rows > 0)
		return &v->rows[v->n_rows - 1];
	error_set(err, &COLLECT_NONE, NULL);
	return NULL;
}

/* ------------------------------------------------------------- the lines */

static void
fill_line(const struct collect_view *v, const struct collected_from *from,
	  struct collect_line *line)
{
	const struct duty_row *row = v->row;
	int64_t share = from->share;

	*line = (struct collect_line){
	    .from = from,
	    .given = collect_given(&v->c, row->period, from->position),
	    .nudged = collect_nudged(&v->c, row->period, from->position),
	    .is_asked = collected_is_asked(from, row->period),
	};
	line->has_total =
	    collect_total(&v->c, row->period, from->position, &line->total);
	line->percent = collect_percent(line->total, share);
	line->is_late =
	    line->given != NULL &&
	    date_compare(moment_date(collect_first_at(&v->c, line->given)),
			 row->last_day) > 0;
	if (line->nudged != NULL && line->nudged->nudges == 0)
		line->nudged = NULL;
}

/* What lies ahead is shown once it has a figure. */
static size_t
rows_shown(const struct collect_view *v)
{
	size_t n = 0;

	for (size_t i = 0; i < v->n_rows; i++) {
		bool has_any = v->rows[i].period <= v->row->period;

		for (size_t k = 0; k < v->c.n_given && !has_any; k++)
			has_any = v->c.given[k].seq != 0 &&
				  v->c.given[k].period == v->rows[i].period;
		if (has_any)
			n = i + 1;
	}
	return n;
}

bool
collect_view_fill(struct session *s, const struct letter_file *f,
		  const struct collect_wish *wish, struct arena *a,
		  struct collect_view *v, struct error *err)
{
	bool found;

	*v = (struct collect_view){.letter = f->letter,
				   .duty = duty_wished(f, wish->duty, err)};
	if (v->duty == NULL)
		return false;
	v->n_rows = duty_rows_of(f, v->duty, &v->rows);
	v->row = row_wished(v, f, wish->period, err);
	if (v->row == NULL)
		return false;
	if (!collect_load(s->store, s->office, v->duty->id, a, &v->c, &found,
			  err))
		return false;
	v->n = v->c.n_from;
	v->lines = arena_array(a, v->n + 1, sizeof(*v->lines));
	for (size_t i = 0; i < v->n; i++)
		fill_line(v, &v->c.from[i], &v->lines[i]);
	v->sum = collect_sum(&v->c, v->row->period);
	v->n_shown = rows_shown(v);
	return true;
}

bool
look_collected(struct session *s, const char *number,
	       const struct collect_wish *wish, struct arena *a,
	       struct collect_view *v, struct error *err)
{
	struct letter_file f;

	if (!look_letter(s, number, a, &f, err))
		return false;
	if (f.letter.is_veiled)
		return error_set(err, &ROUTE_NOT_YOURS,
				 _("the letter is secret, and not given to "
				   "you to read"));
	return collect_view_fill(s, &f, wish, a, v, err);
}

void
text_add_missing(struct text *t, const struct collect_view *v)
{
	bool is_first = true;

	for (size_t i = 0; i < v->n; i++) {
		const struct collect_line *l = &v->lines[i];

		if (l->given != NULL || !l->is_asked)
			continue;
		text_printf(t, "%s%s", is_first ? "" : ", ", l->from->name);
		is_first = false;
	}
}

const struct collected *
collect_cell(const struct collect_view *v, const struct collect_line *line,
	     const struct duty_row *row)
{
	return collect_given(&v->c, row->period, line->from->position);
}
