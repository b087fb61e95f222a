/* day.c -- ปิดวัน: the page of a day is closed, by a person or by the next act */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/day.h"

#include <string.h>

#include "base/i18n.h"

#include "model/seal.h"

#include "app/decisions.h"
#include "app/json.h"

static json_t *
counts_json(const struct day *d)
{
	json_t *counts = json_array();

	for (size_t i = 0; i < d->n_books; i++) {
		const struct day_book *b = &d->books[i];

		json_array_append_new(
		    counts,
		    json_pack(
			"{s:s, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, "
			"s:I, s:I}",
			"book", b->book, "year", (json_int_t)b->year, "last",
			(json_int_t)b->last, "first", (json_int_t)b->first,
			"entered", (json_int_t)b->entered, "cancelled",
			(json_int_t)b->cancelled, "corrected",
			(json_int_t)b->corrected, "late", (json_int_t)b->late,
			"reserved", (json_int_t)b->reserved, "void",
			(json_int_t)b->voided, "lost", (json_int_t)b->lost));
	}
	return counts;
}

static void
put(json_t *body, const char *key, const char *text)
{
	if (text != NULL)
		json_object_set_new(body, key, json_string(text));
}

/* Where nothing can be signed, the page goes on unsigned and says why. */
static void
put_seal(json_t *body, struct store *st, const struct day *d,
	 const struct identity *id)
{
	char *comment = xasprintf("saraban page of %s, office %s, event %lld",
				  d->day, d->code, (long long)d->seq);
	struct text note = {0}, signature = {0};
	struct error why = {0};

	day_note(d, id, &note);
	if (seal_sign(st, note.s, note.n, comment, &signature, &why))
		put(body, "signature", signature.s);
	else
		put(body, "unsigned", why.kind->name);
	text_done(&note);
	text_done(&signature);
	free(comment);
}

static void
put_page(json_t *body, const struct day *d, const struct identity *id)
{
	char digest[HEX_SIZE];

	day_digest(d, id, digest);
	put(body, "day", d->day);
	put(body, "head", d->head);
	put(body, "code", d->code);
	put(body, "name", d->name);
	put(body, "previous", d->previous);
	put(body, "digest", digest);
	json_object_set_new(body, "after", json_integer(d->after));
	json_object_set_new(body, "seq", json_integer(d->seq));
	json_object_set_new(body, "books", counts_json(d));
}

/* What the page would say if it were closed now, into the event's body. */
static bool
put_day(struct act *act, int64_t office, const char *day, json_t *body,
	struct error *err)
{
	struct store *st = act->s->store;
	struct chain_head head;
	struct identity id;
	struct day d;

	if (!ledger_identity(st, &id, err) ||
	    !ledger_head(st, office, &head, err) ||
	    !day_gather(st, office, day, head.seq, head.hash, act->arena, &d,
			err))
		return false;
	put_page(body, &d, &id);
	put_seal(body, st, &d, &id);
	return true;
}

static bool
close_missed(struct act *act, int64_t office, struct date day,
	     struct error *err)
{
	struct entry entry = {
	    .kind = "day.close", .office = office, .body = json_object()};
	struct event e;

	json_object_set_new(entry.body, "missed", json_true());
	if (put_day(act, office, date_iso(act->arena, day), entry.body, err))
		return act_write(act, &entry, &e, err);
	entry_done(&entry);
	return false;
}

bool
day_close_office(struct act *act, int64_t office, struct error *err)
{
	struct date today = moment_date(act->at), due;
	struct day last;
	bool found;

	if (!day_last(act->s->store, office, act->arena, &last, &found, err) ||
	    !day_due(act->s->store, office, &last, &due, err))
		return false;
	/* No day is due where nothing was founded. */
	for (; due.year != 0 && date_compare(due, today) < 0;
	     due = day_after(due))
		if (!close_missed(act, office, due, err))
			return false;
	return true;
}

bool
day_close_before(struct act *act, struct error *err)
{
	return day_close_office(act, act->s->office, err);
}

/* Who may enter letters may close their page. */
static bool
may_close(struct act *act, struct error *err)
{
	return (actor_roles(&act->actor) & ROLES_KEEP) ||
	       route_may(&act->standing, "receive", &act->entry.as, err);
}

bool
day_close_decide(struct act *act, struct error *err)
{
	struct session *s = act->s;
	struct date today = moment_date(act->at), due;
	struct text t = {0};
	struct day last;
	bool found;

	if (!may_close(act, err) ||
	    !day_last(s->store, s->office, act->arena, &last, &found, err) ||
	    !day_due(s->store, s->office, &last, &due, err))
		return false;
	if (date_compare(due, today) <= 0)
		return put_day(act, s->office, date_iso(act->arena, today),
			       act->entry.body, err);
	text_add_date(&t, today, DATE_SHORT, digits_are_thai());
	error_set(err, &RULE_REFUSED,
		  _("the page of %s is closed already; what comes now stands "
		    "on the next"),
		  t.s);
	text_done(&t);
	return false;
}

bool
day_missed_look(struct session *s, const struct request *r, json_t **answer,
		struct error *err)
{
	size_t n;

	if (!act_before_only(s, r, &n, err))
		return false;
	*answer = json_pack("{s:I}", "closed", (json_int_t)n);
	return true;
}
