/* collect-json.c -- the collected table as data */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/collect.h"
#include "app/duty.h"
#include "app/json.h"

static json_t *
figure_json(bool has, int64_t figure)
{
	return has ? json_integer(figure) : json_null();
}

static json_t *
percent_json(int percent)
{
	return percent < 0 ? json_null() : json_integer(percent);
}

/* What stood there before, the oldest first. */
static json_t *
before_json(const struct collect_view *v, const struct collect_line *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < v->c.n_before; i++) {
		const struct collected_before *b = &v->c.before[i];

		if (b->period != v->row->period ||
		    b->position != l->from->position)
			continue;
		json_array_append_new(
		    list,
		    json_pack("{s:o, s:o, s:o, s:o, s:s}", "figure",
			      figure_json(b->has_figure, b->figure), "note",
			      text_json(b->note), "ref", text_json(b->ref),
			      "at", moment_json(b->at), "by", b->by_name));
	}
	return list;
}

/* Its figure in each period that is shown. */
static json_t *
figures_json(const struct collect_view *v, const struct collect_line *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < v->n_shown; i++) {
		const struct collected *g = collect_cell(v, l, &v->rows[i]);

		json_array_append_new(list,
				      g ? figure_json(g->has_figure, g->figure)
					: json_null());
	}
	return list;
}

static void
add_given(json_t *j, const struct collect_view *v, const struct collect_line *l)
{
	const struct collected *g = l->given;

	json_object_update_new(
	    j, json_pack("{s:o, s:o, s:o, s:s, s:o, s:s, s:o, s:b, s:b, s:o, "
			 "s:o}",
			 "figure", figure_json(g->has_figure, g->figure),
			 "note", text_json(g->note), "ref", text_json(g->ref),
			 "how", g->how, "at", moment_json(g->at), "by",
			 g->by_name, "by_post", text_json(g->by_post), "late",
			 l->is_late, "after_sent", g->is_after, "reason",
			 text_json(g->reason), "before", before_json(v, l)));
}

static json_t *
line_json(const struct collect_view *v, const struct collect_line *l)
{
	json_t *j = json_pack(
	    "{s:i, s:s, s:o, s:o, s:o, s:b, s:b, s:o, s:o, s:o}", "position",
	    l->from->position, "name", l->from->name, "division",
	    text_json(l->from->division), "office", text_json(l->from->place),
	    "target", number_json(l->from->share), "asked", l->is_asked,
	    "given", l->given != NULL, "total",
	    figure_json(l->has_total, l->total), "percent",
	    percent_json(l->percent), "figures", figures_json(v, l));

	if (l->given != NULL)
		add_given(j, v, l);
	if (l->nudged != NULL)
		json_object_update_new(
		    j,
		    json_pack("{s:i, s:o}", "nudges", l->nudged->nudges,
			      "nudged_at", moment_json(l->nudged->nudged_at)));
	return j;
}

static json_t *
sum_json(const struct collect_sum *s)
{
	return json_pack("{s:i, s:i, s:i, s:I, s:I, s:o, s:o}", "asked",
			 s->asked, "given", s->given, "missing",
			 s->asked - s->given, "figure", (json_int_t)s->figure,
			 "total", (json_int_t)s->total, "target",
			 number_json(s->target), "percent",
			 percent_json(collect_percent(s->total, s->target)));
}

static json_t *
sent_json(const struct collection_sent *s)
{
	if (s == NULL)
		return json_null();
	return json_pack("{s:s, s:i, s:i, s:o, s:i, s:I, s:I, s:o, s:o, s:o, "
			 "s:s}",
			 "book", s->book, "year", s->year, "number", s->number,
			 "ref_no", text_json(s->ref), "given", s->given,
			 "figure", (json_int_t)s->figure, "total",
			 (json_int_t)s->total, "missing", text_json(s->missing),
			 "reason", text_json(s->reason), "at",
			 moment_json(s->at), "by", s->by_name);
}

static json_t *
period_json(const struct collect_view *v, const struct duty_row *row)
{
	const struct collect_sum sum = collect_sum(&v->c, row->period);

	return json_pack("{s:i, s:s, s:o, s:o, s:s, s:o, s:o}", "period",
			 row->period, "name", row->name, "due",
			 date_json(row->due), "last_day",
			 date_json(row->last_day), "state", row->state, "sum",
			 sum_json(&sum), "sent",
			 sent_json(collect_sent(&v->c, row->period)));
}

static json_t *
missing_json(const struct collect_view *v)
{
	json_t *list = json_array();

	for (size_t i = 0; i < v->n; i++)
		if (v->lines[i].given == NULL && v->lines[i].is_asked)
			json_array_append_new(
			    list, json_string(v->lines[i].from->name));
	return list;
}

json_t *
collected_json(const struct collect_view *v)
{
	json_t *lines = json_array(), *periods = json_array();

	for (size_t i = 0; i < v->n; i++)
		json_array_append_new(lines, line_json(v, &v->lines[i]));
	for (size_t i = 0; i < v->n_shown; i++)
		json_array_append_new(periods, period_json(v, &v->rows[i]));
	return json_pack(
	    "{s:s, s:i, s:i, s:i, s:s, s:o, s:b, s:o, s:o, s:o, s:o}", "book",
	    v->letter.book, "year", v->letter.year, "number", v->letter.number,
	    "duty", v->duty->nth, "what", v->duty->what, "unit",
	    text_json(v->c.it.unit), "running", v->c.it.is_running, "period",
	    period_json(v, v->row), "from", lines, "missing", missing_json(v),
	    "periods", periods);
}

bool
collected_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err)
{
	const struct collect_wish wish = {request_value(r, "duty"),
					  request_value(r, "period")};
	struct arena a = {0};
	struct collect_view v;
	bool ok = look_collected(s, request_operand(r, 0), &wish, &a, &v, err);

	*answer = NULL;
	if (ok) {
		*answer = collected_json(&v);
		if (request_value(r, "periods") != NULL)
			json_object_set_new(*answer, "by_period", json_true());
	}
	arena_done(&a);
	return ok;
}
