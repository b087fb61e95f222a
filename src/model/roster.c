/* roster.c -- who is at which post at a moment, and in what capacity */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/roster.h"

#include <string.h>

#include "base/i18n.h"

#include "model/acting.h"

static const struct field fields[] = {
    FIELD(struct keeper, post, FIELD_TEXT),
    FIELD(struct keeper, post_name, FIELD_TEXT),
    FIELD(struct keeper, position, FIELD_INT),
    FIELD(struct keeper, role, FIELD_TEXT),
    FIELD(struct keeper, division, FIELD_TEXT),
    FIELD(struct keeper, person, FIELD_INT64),
    FIELD(struct keeper, login, FIELD_TEXT),
    FIELD(struct keeper, name, FIELD_TEXT),
    FIELD(struct keeper, absence, FIELD_INT64),
    FIELD(struct keeper, away_since, FIELD_INT64),
    FIELD(struct keeper, away_until, FIELD_INT64),
    FIELD(struct keeper, away_reason, FIELD_TEXT),
    FIELD(struct keeper, acting, FIELD_INT64),
    FIELD(struct keeper, capacity, FIELD_TEXT),
    FIELD(struct keeper, order_no, FIELD_TEXT),
    FIELD(struct keeper, order_date, FIELD_DATE),
    FIELD(struct keeper, rank, FIELD_INT),
    FIELD(struct keeper, since, FIELD_INT64),
    FIELD(struct keeper, until, FIELD_INT64),
    FIELD(struct keeper, taken_at, FIELD_INT64),
    {0}};

/* Who holds a post, how many of them are there, and since when nobody is. */
struct holders {
	size_t held, there;
	moment gone_since;
};

static struct holders
holders_of(const struct roster *r, const char *post)
{
	struct holders h = {0};

	for (size_t i = 0; i < r->n; i++) {
		const struct keeper *k = &r->at[i];

		if (k->acting || strcmp(k->post, post) != 0)
			continue;
		h.held++;
		h.there += k->absence == 0;
		if (k->away_since > h.gone_since)
			h.gone_since = k->away_since;
	}
	return h;
}

/* Named before him for the same post by the same order. */
static bool
is_before(const struct keeper *other, const struct keeper *k)
{
	return other->acting && k->acting && other->rank < k->rank &&
	       strcmp(other->post, k->post) == 0 &&
	       strcmp(other->order_no, k->order_no) == 0 &&
	       date_compare(other->order_date, k->order_date) == 0;
}

/* Those named before him: the first who could act now, and when the last of the
   others could not any more. */
struct before {
	const struct keeper *first;
	moment gone_since;
};

static struct before
before_of(const struct roster *r, const struct keeper *k, moment now)
{
	struct before b = {0};

	for (size_t i = 0; i < r->n; i++) {
		const struct keeper *other = &r->at[i];
		bool is_over = other->until <= now;
		moment left = is_over ? other->until : other->away_since;

		if (!is_before(other, k))
			continue;
		if (left > b.gone_since)
			b.gone_since = left;
		if (now >= other->since && !is_over && other->absence == 0 &&
		    (b.first == NULL || other->rank < b.first->rank))
			b.first = other;
	}
	return b;
}

static enum keeper_state
state_of(const struct keeper *k, const struct holders *h, moment now)
{
	const struct capacity *c = capacity_of(k->capacity);

	if (k->acting && now < k->since)
		return KEEPER_EARLY;
	if (k->acting && now >= k->until)
		return KEEPER_OVER;
	if (k->absence)
		return KEEPER_AWAY;
	if (c != NULL && !capacity_fits(c, h->held, h->there))
		return KEEPER_UNLAWFUL;
	return k->first ? KEEPER_BEHIND : KEEPER_ACTS;
}

/* Full powers begin with the order or, later, when the last holder, or the last
   of those who come first, left. */
static void
weigh(const struct roster *r, struct keeper *k, moment now)
{
	struct holders h = holders_of(r, k->post);
	const struct capacity *c = capacity_of(k->capacity);
	struct before b = before_of(r, k, now);

	k->first = b.first;
	k->state = state_of(k, &h, now);
	k->began = k->since;
	if (c && c->when == HOLDER_AWAY && h.gone_since > k->began)
		k->began = h.gone_since;
	if (b.gone_since > k->began)
		k->began = b.gone_since;
}

bool
roster_load(struct store *st, int64_t office, moment now, struct arena *a,
	    struct roster *r, struct error *err)
{
	static const struct row_type type = {sizeof(struct keeper), fields};
	struct text today = {0};
	bool ok;

	text_add_iso_date(&today, moment_date(now));
	ok = query_rows(st, QUERY_ROSTER,
			PARAMS(P_INT("office", office),
			       P_TEXT("today", today.s), P_INT("now", now),
			       P_INT("told", now - ROSTER_TOLD)),
			&type, a, &r->at, &r->n, err);
	text_done(&today);
	for (size_t i = 0; ok && i < r->n; i++)
		weigh(r, &r->at[i], now);
	return ok;
}

static const char *
take_words(struct text *t, struct arena *a)
{
	const char *words = t->n > 0 ? arena_strdup(a, t->s) : NULL;

	text_done(t);
	return words;
}

const char *
roster_holders(const struct roster *r, const char *post, struct arena *a)
{
	struct text t = {0};

	for (size_t i = 0; i < r->n; i++) {
		const struct keeper *k = &r->at[i];

		if (k->state != KEEPER_ACTS || strcmp(k->post, post) != 0)
			continue;
		text_printf(&t, "%s%s", t.n > 0 ? ", " : "", k->name);
		if (k->capacity)
			text_printf(&t, " (%s)", k->capacity);
	}
	return take_words(&t, a);
}

static void
add_away(struct text *t, const struct keeper *k)
{
	text_printf(t, _("%s is absent "), k->name);
	text_add_period(t, k->away_since, k->away_until);
	if (k->away_reason)
		text_printf(t, ": %s", k->away_reason);
}

const char *
roster_away(const struct roster *r, const char *post, struct arena *a)
{
	struct text t = {0};

	for (size_t i = 0; i < r->n; i++) {
		const struct keeper *k = &r->at[i];

		if (k->acting || !k->absence || strcmp(k->post, post) != 0)
			continue;
		text_add(&t, t.n > 0 ? "; " : "");
		add_away(&t, k);
	}
	return take_words(&t, a);
}

static void
add_why_not(struct text *t, const struct keeper *k)
{
	if (k->state == KEEPER_AWAY) {
		add_away(t, k);
		return;
	}
	if (k->state == KEEPER_BEHIND) {
		text_printf(t, _("the order %s names %s first"), k->order_no,
			    k->first->name);
		return;
	}
	text_printf(t, _("the order %s to act for %s "), k->order_no,
		    k->post_name);
	if (k->state == KEEPER_UNLAWFUL) {
		text_printf(t, _("as %s holds "), k->capacity);
		text_add(t, _(capacity_of(k->capacity)->rule));
		return;
	}
	text_add(t, k->state == KEEPER_OVER ? _("is over; it held ")
					    : _("has not begun; it holds "));
	text_add_period(t, k->since, k->until);
}

const char *
keeper_why_not(const struct keeper *k, struct arena *a)
{
	struct text t = {0};

	if (k->state != KEEPER_ACTS)
		add_why_not(&t, k);
	return take_words(&t, a);
}
