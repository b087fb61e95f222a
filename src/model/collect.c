/* collect.c -- a duty that many answer for, and the whole of what they gave */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/collect.h"

#include "base/i18n.h"

/* clang-format off */

const struct choice collected_ways[] = {
	{ COLLECTED_HERE, NULL, N_("given here") },
	{ COLLECTED_REGISTER, NULL, N_("from its own register") },
	{ COLLECTED_FILE, NULL, N_("in a signed file") },
	{ COLLECTED_PAPER, NULL, N_("told on paper") },
	{ COLLECTED_TELEPHONE, NULL, N_("told by telephone") },
	{ 0 }
};

const struct choice collected_told_ways[] = {
	{ COLLECTED_PAPER, NULL, N_("told on paper") },
	{ COLLECTED_TELEPHONE, NULL, N_("told by telephone") },
	{ 0 }
};

/* clang-format on */

static const struct field collection_fields[] = {
    FIELD(struct collection, duty, FIELD_INT64),
    FIELD(struct collection, letter, FIELD_INT64),
    FIELD(struct collection, unit, FIELD_TEXT),
    FIELD(struct collection, target, FIELD_INT64),
    FIELD(struct collection, is_running, FIELD_BOOL),
    {0}};
static const struct row_type collection_type = {sizeof(struct collection),
						collection_fields};

static const struct field from_fields[] = {
    FIELD(struct collected_from, duty, FIELD_INT64),
    FIELD(struct collected_from, position, FIELD_INT),
    FIELD(struct collected_from, division, FIELD_TEXT),
    FIELD(struct collected_from, post, FIELD_TEXT),
    FIELD(struct collected_from, place, FIELD_TEXT),
    FIELD(struct collected_from, name, FIELD_TEXT),
    FIELD(struct collected_from, share, FIELD_INT64),
    FIELD(struct collected_from, since, FIELD_INT),
    {0}};
const struct row_type collected_from_type = {sizeof(struct collected_from),
					     from_fields};

static const struct field collected_fields[] = {
    FIELD(struct collected, period, FIELD_INT),
    FIELD(struct collected, position, FIELD_INT),
    FIELD(struct collected, seq, FIELD_INT64),
    FIELD(struct collected, has_figure, FIELD_BOOL),
    FIELD(struct collected, figure, FIELD_INT64),
    FIELD(struct collected, note, FIELD_TEXT),
    FIELD(struct collected, ref, FIELD_TEXT),
    FIELD(struct collected, files, FIELD_INT),
    FIELD(struct collected, first_file, FIELD_INT),
    FIELD(struct collected, how, FIELD_TEXT),
    FIELD(struct collected, at, FIELD_INT64),
    FIELD(struct collected, by_name, FIELD_TEXT),
    FIELD(struct collected, by_post, FIELD_TEXT),
    FIELD(struct collected, reason, FIELD_TEXT),
    FIELD(struct collected, is_after, FIELD_BOOL),
    FIELD(struct collected, from_seq, FIELD_INT64),
    FIELD(struct collected, nudged_at, FIELD_INT64),
    FIELD(struct collected, nudges, FIELD_INT),
    {0}};
static const struct row_type collected_type = {sizeof(struct collected),
					       collected_fields};

static const struct field before_fields[] = {
    FIELD(struct collected_before, period, FIELD_INT),
    FIELD(struct collected_before, position, FIELD_INT),
    FIELD(struct collected_before, seq, FIELD_INT64),
    FIELD(struct collected_before, has_figure, FIELD_BOOL),
    FIELD(struct collected_before, figure, FIELD_INT64),
    FIELD(struct collected_before, note, FIELD_TEXT),
    FIELD(struct collected_before, ref, FIELD_TEXT),
    FIELD(struct collected_before, at, FIELD_INT64),
    FIELD(struct collected_before, by_name, FIELD_TEXT),
    {0}};
static const struct row_type before_type = {sizeof(struct collected_before),
					    before_fields};

static const struct field sent_fields[] = {
    FIELD(struct collection_sent, period, FIELD_INT),
    FIELD(struct collection_sent, book, FIELD_TEXT),
    FIELD(struct collection_sent, year, FIELD_INT),
    FIELD(struct collection_sent, number, FIELD_INT),
    FIELD(struct collection_sent, ref, FIELD_TEXT),
    FIELD(struct collection_sent, figure, FIELD_INT64),
    FIELD(struct collection_sent, total, FIELD_INT64),
    FIELD(struct collection_sent, given, FIELD_INT),
    FIELD(struct collection_sent, missing, FIELD_TEXT),
    FIELD(struct collection_sent, reason, FIELD_TEXT),
    FIELD(struct collection_sent, at, FIELD_INT64),
    FIELD(struct collection_sent, by_name, FIELD_TEXT),
    {0}};
static const struct row_type sent_type = {sizeof(struct collection_sent),
					  sent_fields};

static const struct field collector_fields[] = {
    FIELD(struct collector, duty, FIELD_INT64),
    FIELD(struct collector, from_register, FIELD_TEXT),
    FIELD(struct collector, from_office, FIELD_TEXT),
    FIELD(struct collector, from_duty, FIELD_INT64),
    FIELD(struct collector, name, FIELD_TEXT),
    FIELD(struct collector, unit, FIELD_TEXT),
    FIELD(struct collector, share, FIELD_INT64),
    FIELD(struct collector, is_running, FIELD_BOOL),
    FIELD(struct collector, nudged_at, FIELD_INT64),
    FIELD(struct collector, nudged_for, FIELD_TEXT),
    {0}};
const struct row_type collector_type = {sizeof(struct collector),
					collector_fields};

bool
collect_load(struct store *st, int64_t office, int64_t duty, struct arena *a,
	     struct collect *c, bool *found, struct error *err)
{
	const struct param *params =
	    PARAMS(P_INT("office", office), P_INT("duty", duty));

	*c = (struct collect){0};
	if (!query_row(st, QUERY_COLLECTION_OF_DUTY, params, &collection_type,
		       a, &c->it, found, err))
		return false;
	if (!*found)
		return true;
	return query_rows(st, QUERY_COLLECTED_FROM_OF_DUTY, params,
			  &collected_from_type, a, &c->from, &c->n_from, err) &&
	       query_rows(st, QUERY_COLLECTED_OF_DUTY, params, &collected_type,
			  a, &c->given, &c->n_given, err) &&
	       query_rows(st, QUERY_COLLECTED_BEFORE_OF_DUTY, params,
			  &before_type, a, &c->before, &c->n_before, err) &&
	       query_rows(st, QUERY_COLLECTION_SENT_OF_DUTY, params, &sent_type,
			  a, &c->sent, &c->n_sent, err);
}

bool
collected_is_asked(const struct collected_from *f, int period)
{
	return period >= f->since;
}

const struct collected *
collect_nudged(const struct collect *c, int period, int position)
{
	for (size_t i = 0; i < c->n_given; i++)
		if (c->given[i].period == period &&
		    c->given[i].position == position)
			return &c->given[i];
	return NULL;
}

const struct collected *
collect_given(const struct collect *c, int period, int position)
{
	const struct collected *g = collect_nudged(c, period, position);

	return g != NULL && g->seq != 0 ? g : NULL;
}

/* Rows stand in the order in which they were given. */
moment
collect_first_at(const struct collect *c, const struct collected *given)
{
	for (size_t i = 0; i < c->n_before; i++)
		if (c->before[i].period == given->period &&
		    c->before[i].position == given->position)
			return c->before[i].at;
	return given->at;
}

const struct collection_sent *
collect_sent(const struct collect *c, int period)
{
	for (size_t i = 0; i < c->n_sent; i++)
		if (c->sent[i].period == period)
			return &c->sent[i];
	return NULL;
}

/* Rows stand by period. */
bool
collect_total(const struct collect *c, int period, int position, int64_t *total)
{
	bool has_any = false;

	*total = 0;
	for (size_t i = 0; i < c->n_given && c->given[i].period <= period;
	     i++) {
		const struct collected *g = &c->given[i];

		if (g->position != position || !g->has_figure)
			continue;
		*total = c->it.is_running ? g->figure : *total + g->figure;
		has_any = true;
	}
	return has_any;
}

struct collect_sum
collect_sum(const struct collect *c, int period)
{
	struct collect_sum sum = {.target = c->it.target};
	int64_t shares = 0, total;

	for (size_t i = 0; i < c->n_from; i++) {
		const struct collected_from *f = &c->from[i];
		const struct collected *g =
		    collect_given(c, period, f->position);

		sum.asked += collected_is_asked(f, period) || g != NULL;
		sum.given += g != NULL;
		sum.figure += g != NULL ? g->figure : 0;
		if (collect_total(c, period, f->position, &total))
			sum.total += total;
		shares += f->share;
	}
	if (sum.target == 0)
		sum.target = shares;
	return sum;
}

int
collect_percent(int64_t total, int64_t target)
{
	return target > 0 ? (int)(total * 100 / target) : -1;
}
